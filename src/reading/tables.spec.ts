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

  it('reads tables of any length', () => {
    expect(statementsOf({ ...table, rows: Array(200_000).fill(row('a', 'b')) }, ENGLISH)).toHaveLength(200_000);
  });
});
