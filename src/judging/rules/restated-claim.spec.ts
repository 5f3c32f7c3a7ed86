import { testRule } from '../rule-tester.js';
import { article, citation } from '../testing/builders.js';
import { restatedClaim } from './restated-claim.js';

const text = 'Night trains stop at every village on the coast.';
const noted = (evidenceNote: string) => article([{ text, evidenceNote, cites: [1] }]);

testRule(restatedClaim, {
  fires: [
    {
      name: 'the note is the claim in another order',
      article: noted('At every village on the coast a night train stops.'),
      findings: [{ claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /repeats the claim/ }],
    },
    {
      name: 'the note of a citation repeats the claim',
      article: article([{ text, citations: [citation(2, { note: 'Night trains stop at each coast village' })] }]),
      findings: [{ message: /on \[2\]/ }],
    },
    {
      name: 'a figure of the note stands in the claim too',
      article: article([
        { text: 'The line has 14 coastal stops.', evidenceNote: 'There are 14 coastal stops on the line.' },
      ]),
      findings: [{}],
    },
  ],
  quiet: [
    {
      name: 'the note brings something new',
      article: noted('The working timetable names each halt between Orsa and Lund.'),
    },
    { name: 'the note adds a figure', article: noted('Night trains stop at every village: 14 on the coast.') },
    {
      name: 'the note adds a condition',
      article: noted('Night trains stop at every coast village unless it is flooded.'),
    },
    { name: 'the note is vacuous, which has a rule of its own', article: noted('The report confirms this.') },
    { name: 'there is no note', article: article([{}]) },
  ],
});
