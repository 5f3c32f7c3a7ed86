import type { Line } from './pdf-lines.js';
import type { PageRow } from './pdf-notes.js';

/** A row of a table that stands on the page, or one line of text. */
export type Part =
  | { readonly kind: 'table'; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'line'; readonly row: TextRow };

/** A row that is one line. */
export interface TextRow extends PageRow {
  readonly cells: readonly [Line];
}

/** Cells of a column begin, or end, within so many points. */
const ALIGNED = 4;
/** Fewer rows are no table. */
const LEAST_ROWS = 2;
/** The mark of an item, with which a wide gap follows: it is no cell. */
const ITEM_MARK = /^(?:[•◦▪‣·–—*-]|[[(]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[\]).]{0,2}|[*†‡§¶]{1,3})$/i;

/** Gaps between words that fill a line, as shares of the size: of one gap, and of more gaps that are alike. */
const ONE_GAP = 1.6;
const MORE_GAPS = 4;

/** Dots that lead to the number of a page: a line of a table of contents, which says nothing. */
const LEADERS = /(?:[.…·] ?){4,200}(?:\d{1,4}|[ivxlc]{1,7})$/;

/** Tells the rows of tables from lines that only have wide gaps. */
export function partsOf(rows: readonly PageRow[]): Part[] {
  const parts: Part[] = [];
  const whole = rows.map(withoutMark).map(withoutGaps);
  for (let i = 0; i < whole.length;) {
    const table = tableAt(whole, i);
    if (table) parts.push({ kind: 'table', rows: table.rows });
    else {
      const line = merged(whole[i]!.cells);
      if (!LEADERS.test(line.text.slice(-200))) parts.push({ kind: 'line', row: { ...whole[i]!, cells: [line] } });
    }
    i += table?.length ?? 1;
  }
  return parts;
}

/** The mark of an item and its text are one. */
function withoutMark(row: PageRow): PageRow {
  const [mark, text, ...rest] = row.cells;
  if (!text || !ITEM_MARK.test(mark!.text.trim())) return row;
  return { ...row, cells: [merged([mark!, text]), ...rest] };
}

/** A line of justified text, whose gaps may be wide, as one. */
function withoutGaps(row: PageRow): PageRow {
  const { cells, column } = row;
  const [first, last] = [cells[0]!, cells.at(-1)!];
  if (cells.length < 2 || column.right - last.right > first.size / 5 || first.x - column.left > 2 * first.size)
    return row;
  const gaps = cells.slice(1).map((cell, i) => cell.x - cells[i]!.right);
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const isJustified = most < first.size * (gaps.length === 1 ? ONE_GAP : MORE_GAPS) && most - least < 0.3 * most;
  return isJustified ? { ...row, cells: [merged(cells)] } : row;
}

function merged(cells: readonly Line[]): Line {
  const [first, ...rest] = cells;
  return rest.reduce((line, cell): Line => {
    const pieces = [...line.pieces, { text: ' ', raised: false, url: null }, ...cell.pieces];
    const main = cell.text.length > line.text.length ? cell : line;
    const { x, right } = { x: line.x, right: Math.max(line.right, cell.right) };
    return { ...main, pieces, text: `${line.text} ${cell.text}`, x, right };
  }, first!);
}

/** The table that begins with a row, and how many rows it takes. */
function tableAt(rows: readonly PageRow[], start: number): { rows: Line[][]; length: number } | null {
  const [first, second] = [rows[start]!, rows[start + 1]];
  if (first.cells.length < 2) return null;
  // Above the column that names the rows, the heading row may be blank.
  const isBlank = second?.cells.length === first.cells.length + 1 && !isAligned(first.cells[0]!, second.cells[0]!);
  const isLoose =
    second?.page === first.page && second.column === first.column && isHeadOver(first.cells, second.cells);
  const head = isBlank || isLoose ? second : first;
  const table: Line[][] = isLoose ? [[...first.cells]] : [];
  let end = start + table.length;
  for (; end < rows.length; end++) {
    const { cells, page, column } = rows[end]!;
    if (page !== head.page || column !== head.column) break;
    const places = cells.map((cell) => head.cells.findIndex((above) => isAligned(cell, above)));
    const isRow = places.length > 1 && places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1]!));
    const above = table.at(-1);
    if (isRow) table.push(head.cells.map((_, i) => cells[places.indexOf(i)] ?? EMPTY));
    // The second line of a cell, close below the first.
    else if (
      above &&
      cells.length === 1 &&
      places[0]! > 0 &&
      cells[0]!.y - above[places[0]!]!.y < 1.6 * cells[0]!.size
    ) {
      above[places[0]!] = { ...merged([above[places[0]!]!, cells[0]!]), y: cells[0]!.y };
    } else break;
  }
  return table.length < LEAST_ROWS ? null : { rows: table, length: end - start };
}

/** Whether cells name the columns of the row below, from another edge: names to the left over numbers to the right. */
function isHeadOver(cells: readonly Line[], below: readonly Line[]): boolean {
  return (
    cells.length === below.length &&
    cells.every(({ x }, i) => x < below[i]!.right && (i === 0 || x > below[i - 1]!.right)) &&
    cells.every(({ font }) => below.slice(1).every((cell) => cell.font !== font)) &&
    !cells.every((cell, i) => isAligned(cell, below[i]!))
  );
}

/** Whether the first row of a table names its columns: its first cell is blank, or its font is not that of the rows below. */
export function hasHead([head, ...rows]: readonly (readonly Line[])[]): boolean {
  if (!head || rows.length === 0) return false;
  if (head[0]!.text === '') return true;
  const below = new Set(rows.flatMap((cells) => cells.slice(1).map(({ font }) => font)));
  return head.every(({ font }) => !below.has(font));
}

const EMPTY: Line = { pieces: [], text: '', x: 0, right: 0, y: 0, size: 0, font: '' };

const isAligned = (a: Line, b: Line): boolean =>
  Math.abs(a.x - b.x) < ALIGNED ||
  Math.abs(a.right - b.right) < ALIGNED ||
  Math.abs(a.x + a.right - b.x - b.right) < ALIGNED;
