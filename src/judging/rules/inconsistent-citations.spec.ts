import { testRule } from '../rule-tester.js';
import { article, citation, source, type ClaimParts } from '../testing/builders.js';
import { inconsistentCitations } from './inconsistent-citations.js';

const ferry = [
  'The night ferry carries freight to Orsa island.',
  'Freight goes to Orsa island by the night ferry.',
  'To Orsa island the night ferry carries freight.',
];
const [one, two, three] = ferry as [string, string, string];
const harbour = 'The harbour master inspects every container ship.';

const cell = (column: string, text: string, parts: ClaimParts): ClaimParts => ({
  block: 'CELL',
  attribute: 'Night freight',
  column,
  text,
  value: text,
  valueState: 'PRESENT',
  blockIndex: 8,
  ...parts,
});

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
    {
      name: 'most that say the same, in shorter and in longer words, cite another set',
      article: article([
        cell('Orsa ferry', '14 tons of herring', { cites: [1, 2] }),
        cell('Orsa ferry', '14 tons', { cites: [1], blockIndex: 9 }),
        { text: 'The night freight of the Orsa ferry is 14 tons of herring.', cites: [1, 2] },
        { text: 'The Orsa ferry has a night freight of 14 tons of herring.', cites: [1, 2] },
      ]),
      findings: [
        { claim: 2, message: /Night freight, Orsa ferry: 14 tons” cites \[1\] here, and \[1, 2\] on lines 2, 4 and 5/ },
      ],
    },
  ],
  quiet: [
    {
      name: 'each gives the address of something else',
      article: article([
        { text: 'The draft reference implementation is at https://code.example/harbour/tide-tools-js.', cites: [1] },
        { text: 'Reference implementation: https://code.example/harbour/berth-conversion-js', cites: [2] },
      ]),
    },
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
    {
      name: 'cells under one label give other answers',
      article: article([
        cell('Orsa ferry', 'On trial', { cites: [1] }),
        cell('Orsa ferry', 'Yes', { cites: [2], blockIndex: 9 }),
      ]),
    },
    {
      name: 'cells with one answer are of other columns',
      article: article([
        cell('Orsa ferry', 'Yes', { cites: [1] }),
        cell('Lund ferry', 'Yes', { cites: [2], blockIndex: 9 }),
      ]),
    },
    {
      name: 'a sentence sums up two cells of a row, and cites what both cite',
      article: article([
        cell('Orsa ferry', '80.1 %', { cites: [1] }),
        cell('Lund ferry', '76.3 %', { cites: [2] }),
        {
          text: 'Night freight is 80.1 % of the load of the Orsa ferry, against 76.3 % on the Lund ferry.',
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
