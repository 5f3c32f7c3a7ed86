import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { inconsistentCitations } from './inconsistent-citations.js';

const ferry = [
  'The night ferry carries freight to Orsa island.',
  'Freight goes to Orsa island by the night ferry.',
  'To Orsa island the night ferry carries freight.',
];
const [one, two, three] = ferry as [string, string, string];
const harbour = 'The harbour master inspects every container ship.';

testRule(inconsistentCitations, {
  fires: [
    {
      name: 'one of three has another set',
      article: article([
        { text: one, cites: [1] },
        { text: two, cites: [1, 2] },
        { text: three, cites: [2, 1] },
      ]),
      findings: [
        { claim: 1, bearing: null, severity: 'WARNING', message: /cites \[1\] here, and \[1, 2\] on lines 3 and 4/ },
      ],
    },
    {
      name: 'two sets are equally common: all of them',
      article: article([
        { text: one, cites: [1] },
        { text: two, cites: [2] },
      ]),
      findings: [{ claim: 1 }, { claim: 2 }],
    },
    {
      name: 'a claim that joins two statements keeps no source of one of them',
      article: article([
        { text: one, cites: [1] },
        { text: two, cites: [1] },
        { text: harbour, cites: [2] },
        {
          text: 'The night ferry carries freight to Orsa island, while the harbour master inspects every container ship.',
          cites: [1],
        },
      ]),
      findings: [{ claim: 4 }],
    },
  ],
  quiet: [
    { name: 'all cite the same', article: article(ferry.map((text) => ({ text, cites: [1, 2] }))) },
    {
      name: 'numbers differ and lead to one source',
      article: article([
        { text: one, citations: [citation(1, { source: source('a') })] },
        { text: two, citations: [citation(2, { source: source('a') })] },
      ]),
    },
    {
      name: 'a claim that joins two statements cites the union',
      article: article([
        { text: one, cites: [1] },
        { text: harbour, cites: [2] },
        {
          text: 'The night ferry carries freight to Orsa island; the harbour master inspects every container ship.',
          cites: [1, 2],
        },
      ]),
    },
    { name: 'the other cites nothing: uncited-claim says so', article: article([{ text: one, cites: [1] }, two]) },
    {
      name: 'they say different things',
      article: article([
        { text: one, cites: [1] },
        { text: harbour, cites: [2] },
      ]),
    },
  ],
});
