import type { ClaimParts } from '../testing/builders.js';
import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { conflictingClaims } from './conflicting-claims.js';

const field = (attribute: string, value: string, parts: ClaimParts = {}): ClaimParts => ({
  block: 'FIELD',
  attribute,
  value,
  valueState: 'PRESENT',
  text: `${attribute} ${value}`,
  ...parts,
});
const cell = (column: string, text: string, parts: ClaimParts = {}): ClaimParts => ({
  block: 'CELL',
  attribute: 'Harbour licence',
  column,
  text,
  value: text,
  valueState: 'PRESENT',
  ...parts,
});
const both = [{ claim: 1, bearing: 'WEAK', severity: 'ERROR' } as const, { claim: 2 } as const];

testRule(conflictingClaims, {
  fires: [
    {
      name: 'the numbers differ',
      article: article(['The ferry has 40 cabins.', 'The ferry has 44 cabins.']),
      findings: [
        { claim: 1, message: /says “40” where line 3 says “44”/, remedy: /lines 2 and 3/ },
        { claim: 2, message: /says “44”/ },
      ],
    },
    {
      name: 'the dates differ',
      article: article(['The pier opened on 3 May 2031.', 'The pier opened on 4 May 2031.']),
      findings: both,
    },
    {
      name: 'one denies what the other affirms',
      article: article(['Orsa Port accepts night freight.', 'Orsa Port does not accept night freight.']),
      findings: both,
    },
    {
      name: 'a field and a sentence state other amounts',
      article: article([field('Contract value', '€412 million'), 'The contract value is €421 million.']),
      findings: both,
    },
    {
      name: 'a field and a sentence state other dates',
      article: article([field('Opened', '3 May 2031'), 'The tram opened on 5 May 2031.']),
      findings: both,
    },
    ...(
      [
        ['both are limits', 'The lock lifts up to 600 tons of freight.', 'The lock lifts up to 800 tons of freight.'],
        ['both are rough, and far apart', 'The lock lifts about 600 tons.', 'The lock lifts about 800 tons.'],
        [
          'other figures agree',
          'Orsa Port had annual sales of $85 million at the end of 2031.',
          'Orsa Port had annual sales of $58 million at the end of 2031.',
        ],
        ['the months differ', 'Dredging starts on 2 December 2032.', 'Winter: Dredging starts on 2 November 2032.'],
        ['both say when it ends', 'The pilot scheme ends in May 2032.', 'The pilot scheme ends in June 2032.'],
        ['they are short, and of one year', 'Sales were $85 million in 2031.', 'Sales were $58 million in 2031.'],
        ['they are short, and open paragraphs of one section', 'Sales were $85 million.', 'Sales were $58 million.'],
        ['they name a limit in other words', 'The car limit is 600 tons.', 'The maximum of cars is 800 tons.'],
        [
          'a sentence goes on with another verb',
          'The pier cut fares by 4%.',
          'The pier cut fares by 5% and keeps its old tickets.',
        ],
        ['one half of a sentence differs', 'Adults pay 9 crowns.', 'Adults pay 8 crowns and children pay 4 crowns.'],
      ] as const
    ).map(([name, here, there]) => ({ name, article: article([here, there]), findings: both })),
    {
      name: 'a field names the attribute in another word of its kind',
      article: article([field('Monthly fee', '149 euros'), 'The tram costs 159 euros per month.']),
      findings: both,
    },
    {
      name: 'what is paid for a thing is its price',
      article: article([field('Purchase price', '€4 million'), 'The city pays €5 million for the plant.']),
      findings: both,
    },
    {
      name: 'a sentence reads a cell aloud',
      article: article([
        cell('Orsa ferry', '149 euros', { attribute: 'Yearly pass' }),
        'The yearly pass of the Orsa ferry is 159 euros.',
      ]),
      findings: both,
    },
    {
      name: 'several lines say the same: all are named',
      article: article(['The ferry has 40 cabins.', 'The ferry has 44 cabins.', 'The ferry has 44 cabins.']),
      findings: [{ claim: 1, message: /where line 3 says “44”/ }, { claim: 2 }, { claim: 3 }],
    },
    {
      name: 'a licence runs to another year, in other words',
      article: article([
        'Orsa Port keeps its harbour licence through 2032.',
        'Orsa Port holds its harbour licence until 2030.',
      ]),
      findings: both,
    },
  ],
  quiet: [
    {
      name: 'until and through a year agree',
      article: article(['Orsa Port holds its licence through 2032.', 'Orsa Port holds its licence until 2032.']),
    },
    {
      name: 'one is rounded',
      article: article(['The port moved 1.2 million tons.', 'The port moved 1,234,567 tons.']),
    },
    {
      name: 'a day is written in two ways',
      article: article(['The pier opened on 3 May 2031.', 'The pier opened on May 3, 2031.']),
    },
    { name: 'one leaves the figure out', article: article(['The ferry has 40 cabins.', 'The ferry has cabins.']) },
    {
      name: 'the times differ',
      article: article(['The port moved 5 tons in 2030.', 'The port moved 7 tons in 2031.']),
    },
    {
      name: 'the subjects differ',
      article: article(['The Orsa ferry has 40 cabins.', 'The Lund ferry has 44 cabins.']),
    },
    {
      name: 'they do other things to each other',
      article: article(['Orsa pays Lund 5 million euros.', 'Lund pays Orsa 3 million euros.']),
    },
    {
      name: 'a list goes on behind a figure',
      article: article(['The pier has 5 cats and dogs in cages.', 'The pier has 6 cats.']),
    },
    {
      name: 'something else is paid',
      article: article([field('Purchase price', '€4 million'), 'The city pays €5 million each year.']),
    },
    { name: 'the figure is open', article: article(['The ferry has over 40 cabins.', 'The ferry has 44 cabins.']) },
    ...(
      [
        ['the figures are rough, and near each other', 'It lifts about 17,000 tons.', 'It lifts about 16,900 tons.'],
        ['one is rough', 'The lock lifts about 17,000 tons.', 'The lock lifts 16,944 tons.'],
        ['one is a limit', 'The lock lifts up to 600 tons.', 'The lock lifts at least 800 tons.'],
        ['they are short, and of other years', 'Sales were $85 million in 2030.', 'Sales were $58 million in 2031.'],
        ['each is about what its label names', 'North: Sales rose by 3 % in May.', 'South: Sales rose by 5 % in May.'],
        ['one was so, and the other is', 'The harbour toll was 4 euros.', 'The harbour toll is 5 euros.'],
        [
          'they are two of a series',
          'The toll rises from 4 euros to 5 euros.',
          'The toll rises from 5 euros to 6 euros.',
        ],
        ['they are paid by other periods', 'A seat costs 5 euros per month.', 'A seat costs 50 euros per year.'],
      ] as const
    ).map(([name, here, there]) => ({ name, article: article([here, there]) })),
    {
      name: 'each is about what its heading names',
      article: article([
        { text: 'Annual sales were $85 million.', section: 'Orsa' },
        { text: 'Annual sales were $58 million.', section: 'Lund' },
        'Last year Orsa and Lund merged.',
      ]),
    },
    {
      name: 'they are short, and stand in other sections or within paragraphs',
      article: article([
        { text: 'Sales were $85 million.', section: 'Spring' },
        { text: 'Sales were $58 million.', section: 'Autumn' },
        { text: 'A cold year followed.', section: 'Autumn', blockIndex: 7 },
        { text: 'Sales were $44 million.', section: 'Autumn', blockIndex: 7 },
      ]),
    },
    {
      name: 'rows of a table share a label',
      article: article([cell('Width', '31.2', { attribute: 'North' }), cell('Width', '32.6', { attribute: 'North' })]),
    },
    {
      name: 'a cell is of another column than the sentence',
      article: article([
        cell('Lund ferry', '149 euros', { attribute: 'Yearly pass' }),
        'The yearly pass of the Orsa ferry is 159 euros.',
      ]),
    },
    { name: 'a name holds the number', article: article(['Pier 4 lies in the north.', 'Pier 5 lies in the north.']) },
    {
      name: 'what was so has ended',
      article: article(['Orsa Port accepts night freight.', 'Orsa Port no longer accepts night freight.']),
    },
    {
      name: 'one starts when the other ends',
      article: article(['The pier is open from May 2031.', 'The pier is open until June 2033.']),
    },
    {
      name: 'columns of one row differ in time or subject',
      article: article([
        cell('Previous terms', 'Runs to 2030', { blockIndex: 9 }),
        cell('New terms', 'Runs to 2034', { blockIndex: 9 }),
      ]),
    },
    {
      name: 'a column is about a former state',
      article: article([
        cell('Before', 'Orsa Port accepts night freight.'),
        'Orsa Port does not accept night freight.',
      ]),
    },
    {
      name: 'fields stand in sections of their own',
      article: article([
        field('Price', '20 euros', { section: 'Orsa' }),
        field('Price', '30 euros', { section: 'Lund' }),
      ]),
    },
    {
      name: 'a field speaks of something else',
      article: article([field('Operating cost', '€3 million'), 'The cost of the new pier is €5 million.']),
    },
    {
      name: 'fields are rows of two groups',
      article: article([field('• Total', '$206 billion'), field('• Total', '$199 billion')]),
    },
    {
      name: 'what opens a paragraph is no sentence: a menu, a legend',
      article: article(['75% (transparency)', '50% (transparency)']),
    },
    {
      name: 'they stand in one paragraph',
      article: article([
        { text: 'The pier met on 3 May.', blockIndex: 1 },
        { text: 'The pier met on 9 May.', blockIndex: 1 },
      ]),
    },
    {
      name: 'it is not checkable',
      article: article([{ text: 'The ferry has 40 cabins.', checkable: false }, 'The ferry has 44 cabins.']),
    },
  ],
  notAssessed: [
    {
      name: 'the article is in another language',
      article: article(['Fähre'], { language: 'fi' }),
      reason: /knows no words/,
    },
  ],
});
