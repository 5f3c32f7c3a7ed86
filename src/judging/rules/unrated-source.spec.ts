import type { Article, Reliability } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { unratedSource } from './unrated-source.js';

const rated = (all: (Reliability | null)[], parts: Partial<Article> = { ratesPublishers: true }) =>
  article(
    [
      {
        citations: all.map((reliability, i) =>
          citation(i + 1, { source: source(`s${i}`, { publisherRecord: { owner: null, domains: [], reliability } }) }),
        ),
      },
    ],
    parts,
  );

testRule(unratedSource, {
  fires: [
    {
      name: 'no source has a rating that says something',
      article: rated([null, 'F']),
      findings: [{ claim: 1, bearing: null, severity: 'NOTE', message: /who publishes \[1, 2\], by Harbour Press,/ }],
    },
    {
      name: 'nobody knows the publisher',
      article: article(
        [{ citations: [citation(1, { source: source('a', { publisher: null, publisherRecord: null }) })] }],
        {
          ratesPublishers: true,
        },
      ),
      findings: [{ message: /who publishes \[1\] the evidence/ }],
    },
  ],
  quiet: [
    { name: 'one of them is rated', article: rated([null, 'E']) },
    { name: 'nothing usable is cited', article: article([{ cites: [1] }], { ratesPublishers: true }) },
  ],
  notAssessed: [
    {
      name: 'the workspace rates nobody',
      article: rated([null], { ratesPublishers: false }),
      reason: /no publisher has been/,
    },
    { name: 'nobody keeps publishers', article: rated([null], {}), reason: /no publisher has been rated yet/ },
  ],
});
