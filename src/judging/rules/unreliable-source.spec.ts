import type { Reliability } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { unreliableSource } from './unreliable-source.js';

const rated = (...all: (Reliability | null)[]) =>
  article([
    {
      citations: all.map((reliability, i) =>
        citation(i + 1, { source: source(`s${i}`, { publisherRecord: { owner: null, domains: [], reliability } }) }),
      ),
    },
  ]);

testRule(unreliableSource, {
  fires: [
    {
      name: 'all sources are rated D or E',
      article: rated('E', 'D'),
      findings: [{ claim: 1, bearing: 'WEAK', severity: 'ERROR', message: /^Only \[1, 2\], rated D or E, carries/ }],
    },
  ],
  quiet: [
    { name: 'one is usually reliable', article: rated('E', 'B') },
    { name: 'one is reliable, whatever the unrated one is', article: rated('A', null) },
    { name: 'none is rated, which has a rule of its own', article: rated(null, 'F') },
    { name: 'nobody keeps ratings', article: article([{ citations: [citation(1, { source: source('a') })] }]) },
  ],
  notAssessed: [
    { name: 'one of them is not rated', article: rated('E', null), reason: /publisher of \[2\] is not rated/ },
    { name: 'one of them cannot be judged', article: rated('F', 'D'), reason: /publisher of \[1\]/ },
  ],
});
