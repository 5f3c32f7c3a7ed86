import type { TableBlock } from './document.js';
import type { PositionedText } from './positioned-text.js';

/** A cell as the source has it. */
export interface RawCell {
  readonly content: PositionedText;
  readonly heading: boolean;
  /** `<th scope>`: 'col', 'row' or ''. */
  readonly scope: string;
  readonly columns: number;
  readonly rows: number;
}

export interface RawRow {
  /** It stands in `<thead>`. */
  readonly head: boolean;
  readonly cells: RawCell[];
}

/** More columns than this are a mistake in `colspan`. */
const MAX_COLUMNS = 100;
/** Cells that exist only because another one spans over them: a bound on what a few bytes of source can make. */
const MAX_SPANNED = 50_000;

/**
 * Rows of cells → a table of equal columns: spanning cells repeated in each row and column that they cover, heading
 * rows apart. A row that is one cell across all columns is no row: a heading of a group of rows is left out, other text
 * is handed back as `notes`.
 *
 * @param infobox a box of facts: label beside value, whatever spans both is a heading or a picture's caption
 */
export function shapeTable(
  caption: PositionedText | null,
  rows: readonly RawRow[],
  infobox: boolean,
): { table: TableBlock | null; notes: PositionedText[] } {
  const notes: PositionedText[] = [];
  const grid = spread(rows);
  const width = Math.max(0, ...sample(grid).map((row) => row.cells.length));
  const kept = grid.filter((row) => {
    const whole =
      width > 1 &&
      row.own === 1 &&
      row.cells.every((c) => c === row.cells[0]) &&
      (row.cells.length === width || infobox);
    if (!whole) return row.cells.some((c) => c.content.length > 0);
    const [cell] = row.cells;
    if (cell && !cell.heading && cell.content.length > 0) notes.push(cell.content);
    return false;
  });
  const headings = infobox ? 0 : countHeadingRows(kept);
  const body = kept.slice(headings).map((row) => row.cells.map((c) => c.content));
  const header = headings > 0 ? headerOf(kept.slice(0, headings)) : null;
  if (body.length === 0 && header === null) return { table: null, notes };
  return { table: { kind: 'table', caption, header, rows: body }, notes };
}

interface GridRow {
  readonly head: boolean;
  readonly cells: RawCell[];
  /** How many cells begin in this row. */
  readonly own: number;
}

function spread(rows: readonly RawRow[]): GridRow[] {
  const grid: GridRow[] = [];
  let spanned = 0;
  // By column: what reaches down from rows above, and how many rows further.
  let hanging: ({ cell: RawCell; left: number } | undefined)[] = [];
  for (const row of rows) {
    const cells: RawCell[] = [];
    const below: typeof hanging = [];
    const hang = () => {
      for (let above = hanging[cells.length]; above && spanned < MAX_SPANNED; above = hanging[cells.length]) {
        if (above.left > 1) below[cells.length] = { cell: above.cell, left: above.left - 1 };
        cells.push(above.cell);
        spanned += 1;
      }
    };
    for (const cell of row.cells) {
      hang();
      const columns = Math.min(cell.columns, Math.max(1, MAX_COLUMNS - cells.length));
      for (let i = 0; i < columns && (i === 0 || spanned < MAX_SPANNED); i += 1) {
        if (cell.rows > 1) below[cells.length] = { cell, left: cell.rows - 1 };
        cells.push(cell);
        if (i > 0) spanned += 1;
      }
    }
    hang();
    hanging = below;
    grid.push({ head: row.head, cells, own: row.cells.length });
  }
  return grid;
}

/** Enough rows to see how wide the table is, and few enough for `Math.max`. */
const sample = (grid: readonly GridRow[]) => grid.slice(0, 10_000);

function countHeadingRows(rows: readonly GridRow[]): number {
  let count = 0;
  while (count < rows.length && rows[count]!.head) count += 1;
  if (count > 0) return count;
  const first = rows[0];
  if (!first || rows.length < 2 || first.cells.length < 2) return 0;
  const headings = first.cells.filter((c) => c.heading);
  // A corner can be an empty data cell. A row that only begins with a heading is a row of data.
  const all = headings.length > 0 && first.cells.every((c) => c.heading || c.content.length === 0);
  return all && headings.some((c) => c.scope !== 'row') ? 1 : 0;
}

/** The lowest heading of each column that says something: the most specific one. */
function headerOf(rows: readonly GridRow[]): PositionedText[] {
  const last = rows.at(-1)!;
  const width = Math.max(...rows.slice(0, 100).map((r) => r.cells.length));
  const header: PositionedText[] = [];
  for (let column = 0; column < width; column += 1) {
    const named = [...rows].reverse().find((r) => (r.cells[column]?.content.length ?? 0) > 0);
    const cell = named?.cells[column] ?? last.cells[column] ?? last.cells[0];
    if (cell) header.push(cell.content);
  }
  return header;
}
