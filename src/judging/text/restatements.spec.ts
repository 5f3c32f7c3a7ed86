import { article, type ClaimParts } from '../testing/builders.js';
import fc from 'fast-check';
import { findRestatements, MOST_COMPARED } from './restatements.js';
import { readStatements } from './statements.js';

/** The ordinals of claims that say the same, each group once. */
function groupsOf(...claims: (ClaimParts | string)[]): number[][] {
  const read = article(claims);
  const restatements = findRestatements(readStatements(read));
  const groups = new Map<number, number[]>();
  for (const claim of read.claims) {
    for (const { group } of restatements.partsOf(claim)) {
      groups.set(
        group.number,
        group.members.map((member) => member.claim.ordinal),
      );
    }
  }
  return [...groups.values()];
}

const cell = (attribute: string, column: string, text: string, blockIndex: number): ClaimParts => ({
  block: 'CELL',
  attribute,
  column,
  text,
  value: text,
  valueState: 'PRESENT',
  blockIndex,
});

describe('findRestatements', () => {
  it.each([
    ['another order', 'The night ferry carries freight to Orsa.', 'Freight is carried to Orsa by the night ferry.'],
    ['another light verb', 'Orsa Port keeps its dredging licence.', 'Orsa Port holds the dredging licence.'],
    [
      'a frame around it',
      'Orsa bans cars in winter villages.',
      'The main point is that Orsa bans cars in winter villages.',
    ],
    ['an answer', 'Orsa bans cars in its villages.', 'Yes, Orsa bans cars in its villages.'],
    ['a label before it', 'Orsa bans cars in its villages.', 'Quiet winters: Orsa bans cars in its villages.'],
    ['a condition added', 'Orsa bans cars in its villages.', 'Orsa bans cars in its villages unless a doctor drives.'],
    [
      'a label with some of the words',
      'Night freight: The ferry carries mail to Orsa.',
      'The night ferry carries mail freight to Orsa.',
    ],
    ['a figure left out', 'The ferry carries 300 cars to Orsa daily.', 'The ferry carries cars to Orsa daily.'],
    ['a figure rounded', 'The port moved 1.2 million tons of ore.', 'The port moved 1,234,567 tons of ore.'],
  ])('groups %s', (_, a, b) => {
    expect(groupsOf(a, 'Pilots board every barge at dawn.', b)).toEqual([[1, 3]]);
  });

  it.each([
    ['a denial', 'Orsa bans cars in its villages.', 'Orsa does not ban cars in its villages.'],
    ['what has ended', 'Orsa bans cars in its villages.', 'Orsa no longer bans cars in its villages.'],
    ['what was so before', 'Orsa bans cars in its villages.', 'Orsa previously banned cars in its villages.'],
    ['another figure', 'The ferry carries 300 cars to Orsa.', 'The ferry carries 400 cars to Orsa.'],
    ['swapped parts', 'Orsa pays Lund a harbour fee.', 'Lund pays Orsa a harbour fee.'],
    ['another name', 'The Orsa ferry carries island freight.', 'The Lund ferry carries island freight.'],
    ['the opposite by a prefix', 'Orsa holds an exclusive pilot licence.', 'Orsa holds a non-exclusive pilot licence.'],
    ['a text labelled untrue', 'Orsa bans cars in its villages.', 'Myth: Orsa bans cars in its villages.'],
    [
      'what only names the same person',
      'Inspector Ida Okoro wrote at length.',
      'Inspector Ida Okoro was born in Lund.',
    ],
    [
      'what only a label has in common',
      'Simple night fares: Children pay no harbour tax at weekends.',
      'Night fares are simple for adults.',
    ],
    ['two words in common', 'The ferry is late.', 'The ferry is red.'],
  ])('keeps %s apart', (_, a, b) => {
    expect(groupsOf(a, 'Pilots board every barge at dawn.', b)).toEqual([]);
  });

  it('reads a cell with its label and heading when it says too little alone', () => {
    const field: ClaimParts = {
      block: 'FIELD',
      attribute: 'Daily output',
      value: '85 tons',
      valueState: 'PRESENT',
      text: 'Daily output of the Orsa mill 85 tons',
    };
    expect(groupsOf(field, cell('Daily output', 'Orsa mill', '85 tons', 5))).toEqual([[1, 2]]);
  });

  it('keeps cells of one row and rows of one column apart', () => {
    expect(
      groupsOf(
        cell('Licence', 'Old', 'Orsa pilots board barges', 5),
        cell('Licence', 'New', 'Orsa pilots board barges', 5),
      ),
    ).toEqual([]);
    expect(groupsOf(cell('Records', 'Orsa archive', 'Kept', 5), cell('Pictures', 'Orsa archive', 'Kept', 6))).toEqual(
      [],
    );
  });

  it.each([
    ['other answers', cell('Night freight', 'Orsa', 'On trial', 5), cell('Night freight', 'Orsa', 'Yes', 9)],
    ['other subjects', cell('Night freight', 'Orsa 4', 'Carried', 5), cell('Night freight', 'Orsa 5', 'Carried', 9)],
    ['other questions', cell('1911', 'Keeper', 'Ida M. Okoro', 5), cell('1931', 'Keeper', 'Ida M. Okoro', 6)],
    [
      "words of another cell's label",
      cell('Ways of the Orsa barge', 'Now', 'Barges go along any coast they like', 5),
      cell('Likes', 'Lund', 'Any ways of the Orsa barge', 9),
    ],
  ])('keeps cells apart: %s', (_, a, b) => {
    expect(groupsOf(a, b)).toEqual([]);
  });

  it.each([
    ['with more words', cell('Yearly cargo', 'Orsa', '14', 5), cell('Yearly cargo', 'Orsa', '14 barges', 9)],
    ['under a longer heading', cell('Yearly cargo', 'Orsa', '14', 5), cell('Yearly cargo', 'New Orsa', '14', 9)],
  ])('groups cells %s', (_, a, b) => {
    expect(groupsOf(a, b)).toEqual([[1, 2]]);
  });

  it('takes in what is like a member and does not contradict the leader', () => {
    const [plain, longer, label] = [
      'Orsa barges carry salted herring.',
      'Orsa barges carry salted herring and smoked eel across winter ice.',
      'Smoked eel: Salted herring goes across winter ice.',
    ];
    expect(groupsOf(plain, longer, label)).toEqual([[1, 2, 3]]);
  });

  it('tells which other groups say the same', () => {
    const read = article([
      cell('Cargo', 'Orsa', '14 tons', 5),
      cell('Cargo', 'Orsa', '14 tons of herring', 7),
      'The cargo of Orsa is 14 tons of herring.',
      'Orsa has a cargo of 14 tons of herring.',
    ]);
    const restatements = findRestatements(readStatements(read));
    const [part] = restatements.partsOf(read.claims[1]!);
    expect(
      [part!.group, ...part!.near].flatMap(({ members }) => members.map(({ claim }) => claim.ordinal)).sort(),
    ).toEqual([1, 2, 3, 4]);
  });

  it('leaves gaps and what is not checkable alone', () => {
    const blank: ClaimParts = {
      block: 'FIELD',
      attribute: 'Harbour pilot fee',
      value: '',
      valueState: 'BLANK',
      text: 'Harbour pilot fee',
    };
    expect(groupsOf(blank, blank)).toEqual([]);
    expect(groupsOf({ text: 'Piers may lean in a storm.', checkable: false }, 'Piers may lean in a storm.')).toEqual(
      [],
    );
  });

  it('gives a claim that joins statements a part for each', () => {
    const read = article([
      'Orsa bans cars in its villages.',
      'The night ferry carries freight to Lund.',
      'Orsa bans cars in its villages, but the night ferry carries freight to Lund.',
    ]);
    const restatements = findRestatements(readStatements(read));
    expect(restatements.partsOf(read.claims[2]!).map(({ group }) => group.number)).toEqual([1, 2]);
    const [group] = restatements.partsOf(read.claims[2]!).map((part) => part.group);
    expect([group?.number, group?.members.map(({ claim }) => claim.ordinal)]).toEqual([1, [1, 3]]);
  });

  it('groups claims alike in any order of the article', () => {
    const said = fc
      .tuple(
        fc.constantFrom('Orsa ferry', 'ferry of Lund', 'night ferry', 'pilot boat'),
        fc.constantFrom('carries salted herring', 'carries herring and eel', 'hauls smoked eel', 'carries no herring'),
        fc.constantFrom('', ' across winter ice', ' to the northern quay', ', while pilots guard the northern quay'),
        fc.constantFrom('', ' 40 times', ' 44 times', ' in 2031', ' unless it storms'),
      )
      .map(([who, does, where, how]) => `The ${who} ${does}${where}${how}.`);
    const texts = (all: readonly string[]): string[] =>
      groupsOf(...all)
        .map((group) =>
          group
            .map((ordinal) => all[ordinal - 1]!)
            .sort()
            .join(' | '),
        )
        .sort();
    const orders = fc
      .array(said, { minLength: 2, maxLength: 14 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(orders, ([one, other]) => expect(texts(other)).toEqual(texts(one))),
      { numRuns: 400 },
    );
  });

  it('compares only the first of a statement that is made all over', () => {
    const read = article(Array.from({ length: MOST_COMPARED + 5 }, () => 'Orsa bans cars in its winter villages.'));
    const restatements = findRestatements(readStatements(read));
    const [group] = restatements.groups;
    expect([group!.members.length, group!.compared.length]).toEqual([MOST_COMPARED + 5, MOST_COMPARED]);
    expect(read.claims.filter((claim) => restatements.partsOf(claim).length > 0).length).toBe(MOST_COMPARED);
    expect(read.claims.every((claim) => restatements.allPartsOf(claim).length === 1)).toBe(true);
  });

  it('finds a statement by its figure where its words are common', () => {
    const read = article([
      ...Array.from({ length: 400 }, (_, i) => `The ferry carries ${i + 2} tons of salted herring to Orsa.`),
      'The ferry carries 77 tons of herring to Orsa.',
    ]);
    const [part] = findRestatements(readStatements(read)).partsOf(read.claims[400]!);
    expect(part?.group.members.map(({ claim }) => claim.ordinal)).toEqual([76, 401]);
  });
});
