import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { vacuousEvidence } from './vacuous-evidence.js';

const text = 'Night trains stop at every village on the coast.';
const noted = (evidenceNote: string, language: string | null = 'en') =>
  article([{ text, evidenceNote, cites: [1] }], { language });

testRule(vacuousEvidence, {
  fires: [
    ...[
      'The treaty explicitly states this.',
      'This is a key point of the agreement.',
      'The summary mentions it.',
      'This is an important new provision.',
      'The timetable says so.',
      'Confirmed by the announcement.',
      'The act text clearly states this.',
      'This is confirmed in the source.',
      'The letter mentions this.',
      'As stated in the press release.',
      'See the announcement for this point.',
      'According to the press release.',
      'This appears in the yearly report.',
      'The national pilots’ register lists it.',
      'It is noted in the harbour board’s yearly report.',
    ].map((note) => ({
      name: `the note is “${note}”`,
      article: noted(note),
      findings: [
        {
          claim: 1,
          bearing: 'WEAK' as const,
          severity: 'WARNING' as const,
          message: /says only that the source says so/,
        },
      ],
    })),
    {
      name: "the note speaks only in the claim's, the article's and the source's words",
      article: article([
        {
          text,
          citations: [
            citation(1, {
              note: 'The Coast Rail Atlas covers the night tram.',
              source: source('a', { title: 'Coast Rail Atlas' }),
            }),
          ],
        },
      ]),
      findings: [{ message: /on \[1\]/ }],
    },
    {
      name: 'two citations have one each',
      article: article([{ citations: [citation(1, { note: 'It says so.' }), citation(2, { note: 'This too.' })] }]),
      findings: [{}, {}],
    },
  ],
  quiet: [
    ...[
      'The timetable of May lists 14 stops.',
      'Section 3 has it.',
      'The board noted: “no village is left out of the service”.',
      'This holds unless the line is flooded.',
      'Drivers told a local paper of it in spring.',
      'The keeper of the depot confirmed this.',
      'The price list gives the fare without tax.',
      'The timetable names each quay.',
      'This is stated in the keeper’s diary of the night run.',
      'Drivers in three depots told it to a local paper.',
      'See p. iv of the report.',
    ].map((note) => ({ name: `the note is “${note}”`, article: noted(note) })),
    {
      name: 'a locator stands beside the note',
      article: article([{ text, citations: [citation(1, { note: 'It says so.', locator: 'p. 4' })] }]),
    },
    {
      name: 'the note repeats the claim, which has a rule of its own',
      article: noted('Night trains stop at every coast village.'),
    },
    { name: 'there is no note', article: article([{ cites: [1] }]) },
    { name: 'it is not checkable', article: article([{ checkable: false, evidenceNote: 'It says so.' }]) },
  ],
  notAssessed: [
    {
      name: 'the article is in another language',
      article: noted('Raportti sanoo sen.', 'fi'),
      reason: /knows no words.*“fi”/,
    },
  ],
});
