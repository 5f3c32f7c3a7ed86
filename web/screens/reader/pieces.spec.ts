import { textPosition, type Cell } from '../../parts/text-cell.js';
import type { Block, Claim } from './documents.js';
import { claimsOfCells, piecesOf } from './pieces.js';

const cell = (text: string, start = 0, more: Partial<Cell> = {}): Cell => ({
  text,
  start,
  end: start + text.length,
  positions: text === '' ? [] : [0, start],
  markers: [],
  columns: 1,
  repeats: false,
  ...more,
});
const claim = (id: string, start: number, end: number, more: Partial<Claim> = {}): Claim => ({
  id,
  version: 1,
  text: id,
  standing: 'WEAK',
  valueState: null,
  priority: 'NORMAL',
  selector: { start, end },
  citations: [],
  findings: [],
  ...more,
});
const told = (...given: Parameters<typeof piecesOf>): string =>
  piecesOf(...given)
    .map(
      ({ text, claims, labels, hole }) =>
        `${text}{${claims.join(' ')}}${labels ? `[${labels.join()}]` : ''}${hole ? '_' : ''}`,
    )
    .join('|');

describe('a text is cut', () => {
  it('where claims begin and end, with all of those that overlap', () => {
    expect(told(cell('abcdefgh'), [claim('x', 1, 5), claim('y', 3, 7)])).toBe('a{}|bc{x}|de{x y}|fg{y}|h{}');
  });

  it('not at all where there is none', () => {
    expect(told(cell('abc'), [])).toBe('abc{}');
    expect(told(cell(''), [])).toBe('');
  });

  it('at its markers, which a claim goes on over', () => {
    const given = cell('So it is [1, 2].', 0, { markers: [{ start: 9, end: 15, labels: ['1', '2'] }] });
    expect(told(given, [claim('x', 0, 16)])).toBe('So it is {x}|[1, 2]{x}[1,2]|.{x}');
  });

  it('where it stands otherwise in the input, at the same words', () => {
    // "A *bold* word" as it is read from the input at 10.
    const given = cell('A bold word', 10, { end: 23, positions: [0, 10, 2, 13, 6, 18] });
    expect(textPosition(given, 13)).toBe(2);
    expect(textPosition(given, 12)).toBe(2);
    expect(textPosition(given, 19)).toBe(7);
    expect(textPosition(given, 99)).toBe(11);
    expect(textPosition(given, 0)).toBe(0);
    expect(told(given, [claim('x', 13, 17)])).toBe('A {}|bold{x}| word{}');
  });

  it('and each claim begins once', () => {
    const pieces = piecesOf(cell('abcdef'), [claim('x', 0, 6), claim('y', 2, 4)]);
    expect(pieces.map(({ begins }) => begins)).toEqual([['x'], ['y'], []]);
  });
});

describe('a hole', () => {
  const elided = (end: number): Claim['findings'] => [
    {
      id: 'f',
      message: '',
      remedy: '',
      severity: 'ERROR',
      rule: { id: 'elided-value', title: '', documentationUrl: '' },
      selector: { start: end - 2, end },
    },
  ];

  it('stands behind the word that wants another', () => {
    const given = cell('It left on [2].', 0, { markers: [{ start: 11, end: 14, labels: ['2'] }] });
    const pieces = told(given, [claim('x', 0, 15, { valueState: 'ELIDED', findings: elided(10) })]);
    expect(pieces).toBe('It left on{x}_| {x}|[2]{x}[2]|.{x}');
  });

  it('stands at the end where no finding says where', () => {
    expect(told(cell('It left on.'), [claim('x', 0, 11, { valueState: 'ELIDED' })])).toBe('It left on.{x}_');
  });

  it('is all there is of a blank value', () => {
    expect(told(cell('', 20), [claim('x', 4, 20, { valueState: 'BLANK' })])).toBe('{x}_');
  });
});

describe('claims of a row', () => {
  const row = (labels: number, ...cells: Cell[]): Block => ({
    kind: 'ROW',
    level: null,
    number: null,
    quoted: false,
    group: 1,
    labels,
    cells,
  });
  const ids = (block: Block, claims: Claim[]): string[][] =>
    claimsOfCells(block, claims).map((own) => own.map(({ id }) => id));

  it('are marked on the value, not on its label', () => {
    expect(ids(row(1, cell('Buyer', 0), cell('Calder', 8)), [claim('x', 0, 14)])).toEqual([[], ['x']]);
    expect(ids(row(1, cell('Date', 0), cell('', 8)), [claim('x', 0, 8)])).toEqual([[], ['x']]);
  });

  it('are marked on the label where they cover nothing else', () => {
    expect(ids(row(1, cell('It is so.', 0), cell('Says who', 12)), [claim('x', 0, 9)])).toEqual([['x'], []]);
  });

  it('are not marked again where a cell covers this row too', () => {
    expect(ids(row(0, cell('Calder', 8, { repeats: true })), [claim('x', 8, 14)])).toEqual([[]]);
  });
});
