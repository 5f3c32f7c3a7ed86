import type { Directness } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { indirectOnly } from './indirect-only.js';

const cited = (...all: Directness[]) =>
  article([{ citations: all.map((directness, i) => citation(i + 1, { directness, source: source(`s${i}`) })) }]);

testRule(indirectOnly, {
  fires: [
    {
      name: 'all usable evidence is indirect',
      article: cited('INDIRECT', 'INDIRECT'),
      findings: [
        { claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /^Only indirect evidence, \[1, 2\], carries/ },
      ],
    },
  ],
  quiet: [
    { name: 'one source says it', article: cited('INDIRECT', 'DIRECT', 'UNKNOWN') },
    { name: 'nobody has looked yet', article: cited('UNKNOWN', 'UNKNOWN') },
    { name: 'nothing usable is cited', article: article([{ cites: [1] }]) },
  ],
  notAssessed: [
    {
      name: 'nobody has said it of the rest',
      article: cited('INDIRECT', 'UNKNOWN'),
      reason: /whether \[2\] is direct/,
    },
  ],
});
