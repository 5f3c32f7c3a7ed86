import type { Block, Claim } from './documents.js';
import { sectionsOf } from './sections.js';

const block = (kind: Block['kind'], start: number, end: number, group: number | null = null): Block => ({
  kind,
  level: null,
  number: null,
  quoted: false,
  group,
  labels: 0,
  cells: [
    { text: 'x'.repeat(end - start), start, end, positions: [0, start], markers: [], columns: 1, repeats: false },
  ],
});
const claim = (id: string, start: number | null, end: number | null): Claim =>
  ({ id, selector: { start, end } }) as Claim;
const told = (blocks: Block[], claims: Claim[]): string[] =>
  sectionsOf(blocks, claims).map(
    ({ kind, blocks: own, claims: first }) => `${kind} ${own.length}: ${first.map(({ id }) => id).join(' ')}`,
  );

it('rows of one table and items of one list are one section, of two they are two', () => {
  const blocks = [
    block('HEADING', 0, 5),
    block('ITEM', 6, 10, 1),
    block('ITEM', 11, 15, 1),
    block('ITEM', 16, 20, 2),
    block('HEADER_ROW', 21, 25, 3),
    block('ROW', 26, 30, 3),
    block('ROW', 31, 35, 4),
    block('PARAGRAPH', 36, 40),
    block('PARAGRAPH', 41, 45),
  ];
  expect(told(blocks, [])).toEqual([
    'block 1: ',
    'list 2: ',
    'list 1: ',
    'table 2: ',
    'table 1: ',
    'block 1: ',
    'block 1: ',
  ]);
});

it('each claim belongs to the section in which it begins, whatever their order', () => {
  const blocks = [block('PARAGRAPH', 0, 10), block('PARAGRAPH', 12, 20)];
  const claims = [claim('c', 12, 20), claim('a', 0, 4), claim('b', 5, 15), claim('nowhere', null, null)];
  expect(told(blocks, claims)).toEqual(['block 1: a b', 'block 1: c']);
});

it('a claim over two blocks is marked in both', () => {
  const [first, second] = sectionsOf([block('PARAGRAPH', 0, 10), block('PARAGRAPH', 12, 20)], [claim('b', 5, 15)]);
  expect([first, second].map((each) => each!.blocks[0]!.claims.map(({ id }) => id))).toEqual([['b'], ['b']]);
});

it('a blank cell has the claim that ends in it', () => {
  expect(told([block('ROW', 30, 30, 1)], [claim('blank', 14, 30)])).toEqual(['table 1: blank']);
});

it('a section of which nothing changed is the same object, when more comes in or another claim changes', () => {
  const blocks = [block('PARAGRAPH', 0, 10), block('PARAGRAPH', 12, 20)];
  const [a, b] = [claim('a', 0, 4), claim('b', 12, 15)];
  const [first, second] = sectionsOf(blocks, [a, b]);
  const more = sectionsOf([...blocks, block('PARAGRAPH', 22, 30)], [a, b, claim('c', 22, 24)]);
  expect(more[0]).toBe(first);
  expect(more[1]).toBe(second);
  const changed = sectionsOf(blocks, [a, { ...b }]);
  expect(changed[0]).toBe(first);
  expect(changed[1]).not.toBe(second);
});
