import { ENGLISH } from '../languages/en.js';
import { PositionedText } from './positioned-text.js';
import { statementsOf } from './tables.js';

const row = (...cells: string[]) => cells.map((c) => PositionedText.verbatim(c, { start: 0, end: c.length }));
const table = { kind: 'table', caption: null, header: null } as const;

describe('statementsOf', () => {
  it('states nothing of a row that has neither a name nor a value', () => {
    expect(
      statementsOf({ ...table, rows: [row('[1]', '[2]'), row('Price', '')] }, ENGLISH).map((s) => s.length),
    ).toEqual([0, 1]);
  });

  it('leaves a column of values, however many columns name the row', () => {
    const [statements] = statementsOf(
      {
        ...table,
        header: row('Year', 'Ship', 'Source'),
        labels: 2,
        rows: [row('1911', 'Ell', '[1]')],
      },
      ENGLISH,
    );
    expect(statements!.map((s) => [s.kind, s.attribute!.text, s.content.text])).toEqual([['FIELD', '1911', 'Ell']]);
  });

  it('has the caption of a table with headings cover its cells, too', () => {
    const [caption] = row('Trips [4]');
    const marks = (header: ReturnType<typeof row> | null) =>
      statementsOf({ ...table, caption: caption!, header, rows: [row('Ell', '12', '14')] }, ENGLISH)[0]!.map((s) =>
        s.alsoMarked.includes(caption!),
      );
    expect(marks(row('Ship', '1911', '1912'))).toEqual([true, true]);
    expect(marks(null)).toEqual([false, false]);
  });

  it('reads tables of any length', () => {
    expect(statementsOf({ ...table, rows: Array(200_000).fill(row('a', 'b')) }, ENGLISH)).toHaveLength(200_000);
  });
});
