import { testRule } from '../rule-tester.js';
import { article, citation, type ClaimParts } from '../testing/builders.js';
import { stanceNoteConflict } from './stance-note-conflict.js';

const noted = (note: string, parts: ClaimParts = {}) =>
  article([{ text: 'The night tram is free.', citations: [citation(1, { note })], ...parts }]);
const beside = (evidenceNote: string) => article([{ text: 'The night tram is free.', evidenceNote, cites: [1] }]);

testRule(stanceNoteConflict, {
  fires: [
    {
      name: 'the note says that the source does not say it',
      article: noted('The timetable page does not mention fares.'),
      findings: [{ claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /on \[1\] says “not mention”/ }],
    },
    ...[
      "Doesn't support this.",
      'It never says so.',
      'The fare is not stated.',
      'There is no mention of fares.',
      'Found nothing in the report about it.',
      'The leaflet contradicts this.',
      'Says the opposite.',
      'The report is silent on fares.',
      'Unconfirmed.',
      'The article fails to mention it.',
    ].map((note) => ({ name: `a note reads: ${note}`, article: noted(note), findings: [{}] })),
    {
      name: 'the note of an evidence table says so',
      article: beside('The report gives no evidence for it.'),
      findings: [{ message: /^The note “The report gives no evidence for it.” says/ }],
    },
  ],
  quiet: [
    ...[
      'The timetable lists no fare after ten.',
      'It does not name the price, but says that nobody pays.',
      '“We do not mention fares, for there are none.”',
      'Page 4 says so.',
      'The operator cannot support wheelchairs.',
      'This holds unless the city does not confirm it.',
      'Tickets are not sold on board.',
      'The report does not only mention it.',
    ].map((note) => ({ name: `a note reads: ${note}`, article: noted(note) })),
    {
      name: 'the claim itself denies something',
      article: noted('The report does not mention a price.', { text: 'The city has not set a price.' }),
    },
    {
      name: 'the claim tells of the same objection',
      article: noted('The mayor disputes it in the minutes.', { text: 'The mayor disputed the fare.' }),
    },
    {
      name: 'the citation speaks against the claim',
      article: article([{ citations: [citation(1, { stance: 'REFUTES', note: 'It contradicts this.' })] }]),
    },
    { name: 'there is no note', article: article([{ cites: [1] }]) },
  ],
  notAssessed: [
    {
      name: 'the article is in another language',
      article: { ...noted('Ei sano mitään.'), language: 'fi' },
      reason: /“fi”/,
    },
  ],
});
