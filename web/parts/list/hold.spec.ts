import { hold, type HeldRow } from './hold.js';

const NOBODY: ReadonlySet<string> = new Set();
const nodes = (ids: string) => ids.split('').map((id) => ({ id }));
const rows = (ids: string): HeldRow<{ id: string }>[] => nodes(ids).map((node) => ({ node, isGone: false }));
/** "abC": C is gone. */
const shown = (of: readonly HeldRow<{ id: string }>[]): string =>
  of.map(({ node: { id }, isGone }) => (isGone ? id.toUpperCase() : id)).join('');

it.each<[string, string, string, string, boolean, string, number]>([
  ['takes in all at first', '', 'abc', '', false, 'abc', 0],
  ['lets nobody else put a row between', 'abc', 'xaybc', '', false, 'abc', 2],
  ['lets nobody else take one away', 'abc', 'ac', '', false, 'aBc', 0],
  ['moves no row', 'abc', 'cab', '', false, 'abc', 0],
  ['shows at once what one made oneself, where it belongs', 'abc', 'axybc', 'y', false, 'aybc', 1],
  ['at the beginning too', 'abc', 'xabc', 'x', false, 'xabc', 0],
  ['lets go at once what one took away oneself', 'abc', 'ac', 'b', false, 'ac', 0],
  ['takes in what was asked for, behind the others', 'abc', 'xabcde', '', true, 'abcde', 1],
  ['keeps places when all is gone', 'ab', '', '', false, 'AB', 0],
])('%s', (_, before, now, mine, isLonger, expected, waiting) => {
  const held = hold(rows(before), nodes(now), new Set(mine), isLonger);
  expect([shown(held.rows), held.waiting]).toEqual([expected, waiting]);
});

it('shows each as it is by now, and as it was last where it is gone', () => {
  const before = [
    { node: { id: 'a', role: 'READER' }, isGone: false },
    { node: { id: 'b', role: 'READER' }, isGone: false },
  ];
  const held = hold(before, [{ id: 'a', role: 'ADMIN' }], NOBODY, false);
  expect(held.rows).toEqual([
    { node: { id: 'a', role: 'ADMIN' }, isGone: false },
    { node: { id: 'b', role: 'READER' }, isGone: true },
  ]);
  // What is back is there again.
  expect(
    shown(
      hold(
        held.rows,
        before.map(({ node }) => node),
        NOBODY,
        false,
      ).rows,
    ),
  ).toBe('ab');
});
