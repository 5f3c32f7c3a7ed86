import fc from 'fast-check';
import type { Claim } from '../evidence.js';
import { article, type ClaimParts } from '../testing/builders.js';
import { findConflicts } from './conflicts.js';
import { readStatements } from './statements.js';

/** The pairs of ordinals that conflict, each way. */
function conflictsIn(claims: readonly (ClaimParts | string)[]): number[][] {
  const read = article([...claims]);
  const conflicts = findConflicts(read, readStatements(read));
  return read.claims.flatMap((claim: Claim) => conflicts.of(claim).map(({ other }) => [claim.ordinal, other.ordinal]));
}

const EACH_WAY = [
  [1, 2],
  [2, 1],
];

/** What a sentence says of one ferry, with one figure in it. */
const carries = (figure: string): string => `The night ferry carries ${figure} of salted herring to Orsa.`;
const takes = (figure: string): string => `The night crossing to Orsa takes ${figure}.`;
const rose = (figure: string): string => `The harbour toll of Orsa rose by ${figure}.`;
const opened = (date: string): string => `The northern quay of Orsa opened ${date}.`;

describe('figures of two claims', () => {
  it.each([
    ['units', takes('2 hours'), takes('120 minutes')],
    ['a unit written to the number', carries('3 tonnes'), carries('3000kg')],
    ['a unit with a hyphen', 'A 90-minute crossing leads to Orsa.', 'A 1.5-hour crossing leads to Orsa.'],
    ['scale words', carries('1.2 million crates'), carries('1,200,000 crates')],
    ['a short scale', carries('1.2k crates'), carries('1,200 crates')],
    ['a range that holds it', carries('between 10 and 12 crates'), carries('11 crates')],
    ['a range with a dash', takes('10–12 hours'), takes('11 hours')],
    ['ranges that overlap', takes('10 to 12 hours'), takes('11 to 14 hours')],
    ['a scale behind the range', carries('between 1 and 2 million crates'), carries('1.4 million crates')],
    ['a rough one', carries('about 17,000 crates'), carries('16,944 crates')],
    ['a rough one, in another word', carries('approximately 17,000 crates'), carries('16,944 crates')],
    ['a round one', carries('17,000 crates'), carries('16,944 crates')],
    ['its own precision', carries('1.2 million crates'), carries('1,234,567 crates')],
    ['a bound and a number', carries('up to 600 crates'), carries('800 crates')],
    ['percent and percentage points', rose('3%'), rose('5 percentage points')],
    ['other currencies', rose('3 euros'), rose('4 CHF')],
    ['miles and kilometres', takes('40 miles'), takes('40 km')],
    ['a month and a day of it', opened('in March 2031'), opened('on 14 March 2031')],
    ['a year and a quarter of it', opened('in 2031'), opened('in Q3 2031')],
    ['a quarter and a month of it', opened('in Q3 2031'), opened('in August 2031')],
    ['other editions', 'The 3rd edition of the atlas shows 40 piers.', 'The 4th edition of the atlas shows 44 piers.'],
    ['other times', 'The ferry carried 40 cars in 2030.', 'The ferry carried 44 cars in 2031.'],
    ['before and after', 'Before the merger the ferry had 40 cabins.', 'After the merger the ferry had 44 cabins.'],
    ['a time before', 'The ferry previously had 40 cabins.', 'The ferry had 44 cabins.'],
    ['numbers of things', 'Ida Okoro moved to accept #611.', 'Ida Okoro moved to accept #612.'],
    ['versions', 'Release 2.x of the tide table needs a permit.', 'Release 1.x of the tide table needs a permit.'],
    ['dates that no word ties', 'Lund: Harbour Press, 1982.', 'Lund: Harbour Press, 1987.'],
    ['what is said to the reader', 'You need a pass for Orsa.', 'You do not need a pass for Orsa.'],
    ['what a clause denies of its subject', 'A ferry that sails pays.', 'A ferry that does not sail pays.'],
  ])('agree: %s', (_, a, b) => {
    expect([conflictsIn([a, b]), conflictsIn([b, a])]).toEqual([[], []]);
  });

  it.each([
    ['units', takes('2 hours'), takes('80 minutes')],
    ['metres and kilometres', 'The northern quay is 2 km long.', 'The northern quay is 3,400 metres long.'],
    ['scale words', carries('1.2 million crates'), carries('1,900,000 crates')],
    ['a range that does not hold it', carries('between 10 and 12 crates'), carries('15 crates')],
    ['ranges apart', takes('10–12 hours'), takes('13 to 15 hours')],
    ['a rough one, far away', carries('about 17,000 crates'), carries('25,000 crates')],
    ['a round one, and another', carries('17,000 crates'), carries('16,344 crates')],
    ['small round numbers', carries('40 crates'), carries('38 crates')],
    ['bounds of one kind', carries('up to 600 crates'), carries('up to 800 crates')],
    ['percentages', rose('3%'), rose('5 percent')],
    ['percentage points', rose('3 percentage points'), rose('5 percentage points')],
    ['amounts', rose('3 euros'), rose('€4')],
    ['years', opened('in 2031'), opened('in 2032')],
    ['a month and a day of another', opened('in March 2031'), opened('on 14 April 2031')],
    ['a quarter and a month of another', opened('in Q3 2031'), opened('in May 2031')],
    ['a denial', 'The northern quay of Orsa accepts freight.', 'The northern quay of Orsa accepts no freight.'],
  ])('conflict: %s', (_, a, b) => {
    expect([conflictsIn([a, b]), conflictsIn([b, a])]).toEqual([EACH_WAY, EACH_WAY]);
  });
});

describe('what stands around two claims', () => {
  const [here, there] = ['The average household had 2.13 boats.', 'The average household had 2.26 boats.'];
  it.each<[string, ClaimParts[]]>([
    [
      'headings of other years',
      [
        { text: here, section: '2030' },
        { text: there, section: '2020' },
      ],
    ],
    [
      'headings of other versions',
      [
        { text: here, section: 'v2.1' },
        { text: there, section: 'v2.2' },
      ],
    ],
    [
      'items of one list',
      [
        { text: here, block: 'LIST_ITEM' },
        { text: there, block: 'LIST_ITEM' },
      ],
    ],
    [
      'sections of one title',
      [
        { text: `They say: ${here}`, section: 'A' },
        { text: 'Pilots board barges.', section: 'B' },
        { text: `They say: ${there}`, section: 'A' },
      ],
    ],
    [
      'other things that sentences before them speak of',
      [
        { text: 'Dentists are insured.', section: 'Teeth', blockIndex: 1 },
        { text: 'The city pays 40% of the premium.', section: 'Teeth', blockIndex: 1 },
        { text: 'Opticians are insured.', section: 'Eyes', blockIndex: 2 },
        { text: 'The city pays 75% of the premium.', section: 'Eyes', blockIndex: 2 },
      ],
    ],
    [
      'sentences of other years before them',
      [
        { text: 'The count of 2020 found 40 quays.', blockIndex: 1 },
        { text: here, blockIndex: 1 },
        { text: 'The count of 2030 found 44 quays.', blockIndex: 2 },
        { text: there, blockIndex: 2 },
      ],
    ],
  ])('sets them apart: %s', (_, claims) => {
    expect(conflictsIn(claims)).toEqual([]);
  });

  it.each<[string, ClaimParts[]]>([
    [
      'one heading',
      [
        { text: here, section: '2030' },
        { text: there, section: '2030' },
      ],
    ],
    [
      'headings that are only counted',
      [
        { text: here, section: '1. Boats' },
        { text: there, section: '2. Homes' },
      ],
    ],
    ['a list, and a text', [{ text: here, block: 'LIST_ITEM' }, { text: there }]],
  ])('holds them together: %s', (_, claims) => {
    expect(conflictsIn(claims)).toEqual(EACH_WAY);
  });
});

describe('any claims', () => {
  const figure = fc.constantFrom(
    ...[
      '40',
      'about 40',
      '38',
      'up to 40',
      'between 38 and 44',
      '41 to 43',
      '17,000',
      '16,944',
      '2 km',
      '2,100 m',
      '3%',
    ],
    ...[
      '5 percentage points',
      '€3',
      '4 CHF',
      'in 2031',
      'on 3 May 2031',
      'until 2032',
      'no',
      'Q3 2031',
      '1.2 million',
      '',
      '#4',
    ],
  );
  const said = fc.tuple(
    fc.constantFrom('The ferry', 'Orsa', 'You', 'The ferry of Orsa'),
    fc.constantFrom('has', 'had', 'lacks'),
    figure,
  );
  const text = said.map(([subject, verb, each]) => `${subject} ${verb} ${each} boats at the northern quay.`);
  const parts = fc.record({
    text,
    section: fc.constantFrom('2030', 'Prices', null),
    block: fc.constantFrom('PARAGRAPH' as const, 'LIST_ITEM' as const),
  });

  it('conflict with each other or not at all, and never with what says the same', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 2, maxLength: 6 }), (claims) => {
        for (const one of claims) {
          for (const other of claims) expect([[], EACH_WAY]).toContainEqual(conflictsIn([one, other]));
        }
        // Of many that say the same, one is named: it need not name the same one.
        const found = conflictsIn(claims);
        for (const [, other] of found) expect(found.map(([one]) => one)).toContain(other);
        for (const { text: one } of claims) expect(conflictsIn([one, one])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('conflict in any order of the article', () => {
    const lines = fc.uniqueArray(text, { minLength: 2, maxLength: 8 });
    const shuffled = lines.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const pairsOf = (all: readonly string[]): string[] =>
      conflictsIn(all)
        .map((pair) => pair.map((ordinal) => all[ordinal - 1]!).join(' | '))
        .sort();
    fc.assert(
      fc.property(shuffled, ([one, other]) => expect(pairsOf(other)).toEqual(pairsOf(one))),
      { numRuns: 300 },
    );
  });
});
