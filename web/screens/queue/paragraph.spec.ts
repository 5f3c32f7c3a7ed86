import type { Cell } from '../../parts/text-cell.js';
import type { PassageBlock } from './documents.js';
import { readIn, type ReadCell, type Run } from './paragraph.js';

const cell = (text: string, start: number, more: Partial<Cell> = {}): Cell => ({
  text,
  start,
  end: start + text.length,
  positions: [0, start],
  columns: 1,
  repeats: false,
  markers: [],
  ...more,
});
const block = (...cells: Cell[]): PassageBlock => ({ kind: 'PARAGRAPH', labels: 0, cells });
const row = (...cells: Cell[]): PassageBlock => ({ kind: 'ROW', labels: 1, cells });

const said = (runs: readonly Run[]): string =>
  runs.map(({ text, labels }) => (labels ? `^${labels.join()}` : text)).join('');
const shown = ({ before, claim, after }: ReadCell): string =>
  `${said(before)}${claim ? `«${said(claim)}»` : ''}${said(after)}`;
function read(blocks: readonly PassageBlock[], start: number, end: number): string | string[] | null {
  const found = readIn(blocks, start, end);
  if (!found) return null;
  return found.kind === 'paragraph' ? shown(found.cell) : found.cells.map(shown);
}

it('a claim stands among the sentences of its paragraph', () =>
  expect(read([block(cell('Forty run. They are new. So they say.', 10))], 21, 34)).toBe(
    'Forty run. «They are new.» So they say.',
  ));

it('markers are what they cite, in the claim and beside it, and never as they were typed', () => {
  const text = 'Forty run [^3]. They are new [1, 2].';
  const markers = [
    { start: 10, end: 14, labels: ['3'] },
    { start: 29, end: 35, labels: ['1', '2'] },
  ];
  expect(read([block(cell(text, 0, { markers }))], 16, 36)).toBe('Forty run^3. «They are new^1,2.»');
});

it('a claim of a table stands in its row, under the heads of its columns', () => {
  const named = [cell('', 40), cell('Time', 42, { columns: 2 })];
  const heads: PassageBlock = { kind: 'HEADER_ROW', labels: 0, cells: named };
  const markers = [{ start: 12, end: 16, labels: ['7'] }];
  const cells = [cell('Filling', 60), cell('Six minutes.[^7]', 75, { markers }), cell('Nine minutes.', 95)];
  const found = readIn([heads, row(...cells)], 75, 91);
  expect(found).toMatchObject({ kind: 'row', labels: 1 });
  if (found?.kind !== 'row') throw new Error('no row');
  expect(found.heads.map((head) => head.map((each) => [shown(each), each.columns]))).toEqual([
    [
      ['', 1],
      ['Time', 2],
    ],
  ]);
  expect(found.cells.map(shown)).toEqual(['Filling', '«Six minutes.^7»', 'Nine minutes.']);
});

it('a claim that is a label and its value is shown at its value', () =>
  expect(read([row(cell('Range', 0), cell('380 km', 8))], 0, 14)).toEqual(['Range', '«380 km»']));

it('a blank value is nothing, between what is there', () =>
  expect(read([row(cell('Release date', 0), cell('', 15))], 15, 15)).toEqual(['Release date', '«»']));

it('what the text leaves out of the revision shifts the places behind it', () => {
  // The revision reads "It is **new**. It runs."
  const shifted = block(cell('It is new. It runs.', 0, { end: 23, positions: [0, 0, 6, 8, 9, 13] }));
  expect(read([shifted], 15, 23)).toBe('It is new. «It runs.»');
  expect(read([shifted], 0, 14)).toBe('«It is new.» It runs.');
  // A place within what is left out is the next that there is.
  expect(read([shifted], 7, 13)).toBe('It is «new». It runs.');
});

it('a cell that a row above has told is not told again', () =>
  expect(read([row(cell('North', 0, { repeats: true }), cell('South', 10))], 0, 5)).toBeNull());

it('a claim that is in none of them is not found in another', () =>
  expect(read([block(cell('Buses', 2))], 200, 210)).toBeNull());
