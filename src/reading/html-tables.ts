import type { TableBlock } from './document.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';

/** A cell as the source has it. */
export interface RawCell {
  readonly content: PositionedText;
  readonly heading: boolean;
  /** All of its text is bold. */
  readonly bold: boolean;
  /** `<th scope>`: 'col', 'row', 'colgroup', 'rowgroup' or ''. */
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
 * Rows of cells → tables of equal columns: spanning cells in each row and column that they cover, heading rows and
 * columns of row names told apart; heading rows further down begin a table of their own. A row that is one cell across
 * all columns is no row: a heading of a group of rows is left out unless it has a marker, other text is handed back as `notes`.
 *
 * @param infobox a box of facts: label beside value, whatever spans both is a heading or a picture's caption
 */
export function shapeTables(
  caption: PositionedText | null,
  rows: readonly RawRow[],
  infobox: boolean,
): { tables: TableBlock[]; notes: PositionedText[] } {
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
    const isText = cell && cell.content.length > 0 && (!cell.heading || findMarkers(cell.content).length > 0);
    if (isText) notes.push(cell.content);
    return false;
  });
  const tables: TableBlock[] = [];
  let from = 0;
  for (const at of infobox ? [kept.length] : [...innerHeadings(kept), kept.length]) {
    if (at > from) tables.push(shape(caption, kept.slice(from, at), infobox));
    from = at;
  }
  return { tables, notes };
}

function shape(caption: PositionedText | null, rows: readonly GridRow[], infobox: boolean): TableBlock {
  const headings = infobox ? 0 : countHeadingRows(rows);
  const body = rows.slice(headings);
  return {
    kind: 'table',
    caption,
    ...headersOf(rows.slice(0, headings)),
    labels: infobox ? 1 : countLabelColumns(body),
    rows: body.map((row) => row.cells.map((c) => c.content)),
  };
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

/** Enough rows to see how a table is made, and few enough for `Math.max`. */
const sample = <T>(rows: readonly T[]) => rows.slice(0, 10_000);

function countHeadingRows(rows: readonly GridRow[]): number {
  let count = 0;
  while (count < rows.length && rows[count]!.head) count += 1;
  if (count > 0) return count;
  if (rows.length < 2) return 0;
  if (!isHeadingRow(rows[0]!)) return countBoldRows(rows);
  // A heading over several columns calls for headings of its own below it.
  count = 1;
  while (count < rows.length - 1 && isHeadingRow(rows[count]!) && isDivided(rows[count - 1]!, rows[count]!)) count += 1;
  return count;
}

/** Word processors know no heading cells: rows in bold above rows that are not. */
function countBoldRows(rows: readonly GridRow[]): number {
  const seen = sample(rows);
  if (seen.some((row) => row.cells.some((c) => c.heading))) return 0;
  const inBold = ({ cells }: GridRow) => cells.length > 1 && cells.every((c) => c.bold || c.content.length === 0);
  let count = 0;
  while (count < seen.length && inBold(seen[count]!)) count += 1;
  if (count === 0 || count === seen.length) return 0;
  // Further ones only below headings over several columns: else a row of data in bold.
  const divided = seen.findIndex((row, i) => i + 1 >= count || !isDivided(row, seen[i + 1]!));
  return divided + 1;
}

/** A corner can be an empty data cell. A row that only begins with a heading is a row of data. */
function isHeadingRow({ cells }: GridRow): boolean {
  const headings = cells.filter((c) => c.heading);
  const all = headings.length > 0 && cells.every((c) => c.heading || c.content.length === 0);
  return cells.length > 1 && all && headings.some((c) => !c.scope.startsWith('row'));
}

const isDivided = (upper: GridRow, lower: GridRow) =>
  upper.cells.some((c, i) => c.columns > 1 && lower.cells[i] !== undefined && lower.cells[i] !== c);

/**
 * Where in the table heading rows stand again: a header repeated for long tables, or another one for what follows.
 * A row of totals is often marked up as headings, too, so headings are words that begin with no figure.
 */
function innerHeadings(rows: readonly GridRow[]): number[] {
  const places: number[] = [];
  let body = countHeadingRows(rows);
  if (body === 0) return places;
  const isName = (c: RawCell) => /^\P{N}*\p{L}{2}/u.test(c.content.text);
  for (let i = body + 1; i < rows.length - 1; i += 1) {
    if (rows[i]!.head || i <= body || !isHeadingRow(rows[i]!) || !rows[i]!.cells.every(isName)) continue;
    places.push(i);
    body = i + countHeadingRows(rows.slice(i, i + 10));
  }
  return places;
}

/** The lowest heading of each column that says something, the most specific one, and the rows of headings above. */
function headersOf(rows: readonly GridRow[]): Pick<TableBlock, 'header' | 'upperHeaders'> {
  const last = rows.at(-1);
  if (!last) return { header: null };
  const width = Math.max(...rows.slice(0, 100).map((r) => r.cells.length));
  const header: PositionedText[] = [];
  for (let column = 0; column < width; column += 1) {
    const named = rows.findLast((r) => (r.cells[column]?.content.length ?? 0) > 0);
    const cell = named?.cells[column] ?? last.cells[column] ?? last.cells[0];
    if (cell) header.push(cell.content);
  }
  return { header, upperHeaders: rows.slice(0, -1).map((r) => r.cells.map((c) => c.content)) };
}

/**
 * How many leading columns name the rows: the first, and the next one where the one before it holds groups of rows
 * (cells that span several) or where it is made of headings itself. At least one column holds values.
 */
function countLabelColumns(rows: readonly GridRow[]): number {
  const seen = sample(rows);
  const width = Math.max(0, ...seen.map((row) => row.cells.length));
  let count = 1;
  while (count < width - 1 && (holdsGroups(seen, count - 1) || holdsHeadings(seen, count))) count += 1;
  return count;
}

const holdsGroups = (rows: readonly GridRow[], column: number) =>
  rows.some((row, i) => i > 0 && row.cells[column] !== undefined && row.cells[column] === rows[i - 1]!.cells[column]);

const holdsHeadings = (rows: readonly GridRow[], column: number) =>
  rows.filter((row) => row.cells[column]?.heading).length * 2 > rows.length;
