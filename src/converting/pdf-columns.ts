import type { Line } from './pdf-lines.js';

/** Where the text of a column begins and ends across the page, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** What stands beside one another in a column: one line, or the cells of a table's row. */
export interface Row {
  readonly cells: readonly Line[];
  readonly column: Column;
}

/** A page, or a part of it: one column, or two parts with a gutter between. What crosses the gutter stands over both. */
type Layout =
  | { readonly column: Column }
  | { readonly gutter: number; readonly across: Column; readonly left: Layout; readonly right: Layout };

/** Gutters within gutters: up to four columns. */
const DEPTH = 2;
/** A column has at least so many lines, and they fill so much of its width: a table's cells seldom do. */
const LEAST_LINES = 4;
const FILLED = 0.6;
/** Lines that cross a gutter, at most, as a share of the others. */
const CROSSING = 0.4;
/** Where a gutter is looked for, as shares of the width, and in how many places: on A4, some two points apart. */
const BETWEEN = [0.25, 0.75] as const;
const PLACES = 150;
/** A wide gap between two lines, as a share of the size; and how few lines end a paragraph. */
const GAP = 1.6;
const FEW = 2;

/** The rows of a page in the order in which people read them: a column to its end, then the next. */
export function rowsInOrder(lines: readonly Line[]): Row[] {
  return lines.length === 0 ? [] : place(lines, layoutOf(lines, DEPTH));
}

function layoutOf(lines: readonly Line[], depth: number): Layout {
  const gutter = depth > 0 && lines.length > 0 ? gutterOf(lines) : null;
  if (gutter === null) return { column: boundsOf(lines) };
  const { left, right, across } = sides(lines, gutter);
  return {
    gutter,
    across: boundsOf(across),
    left: layoutOf(left, depth - 1),
    right: layoutOf(right, depth - 1),
  };
}

function place(lines: readonly Line[], layout: Layout): Row[] {
  if ('column' in layout) return rowsOf(lines, layout.column);
  const rows: Row[] = [];
  let band: Row[] = [];
  const flush = (isBeforeCrossing: boolean): void => {
    const isAfterCrossing = rows.length > 0;
    const sided = band.findLastIndex(({ cells }) => cells.some(({ x }) => x >= layout.gutter)) + 1;
    // What stands alone below both columns goes with the text across the page: its heading, the end of its paragraph.
    const alone = band.slice(sided);
    const goesAcross = sided === 0 ? isAfterCrossing && (isBeforeCrossing || alone.length <= FEW) : isBeforeCrossing;
    const cut = goesAcross ? lastGap(band, sided) : band.length;
    const { left, right } = sides(
      band.slice(0, cut).flatMap(({ cells }) => cells),
      layout.gutter,
    );
    rows.push(...place(left, layout.left), ...place(right, layout.right), ...band.slice(cut));
    band = [];
  };
  for (const row of rowsOf(lines, layout.across)) {
    if (row.cells.some((line) => crosses(line, layout.gutter))) {
      flush(true);
      rows.push(row);
    } else band.push(row);
  }
  flush(false);
  return rows;
}

/** The index, from one on, of the row after the last wide gap; 0 has a gap before it. The number of rows without one. */
function lastGap(rows: readonly Row[], from: number): number {
  for (let i = rows.length - 1; i >= from; i--) {
    const [line, before] = [rows[i]!.cells[0]!, rows[i - 1]?.cells[0]];
    if (!before || line.y - before.y > GAP * line.size) return i;
  }
  return rows.length;
}

const crosses = ({ x, right }: Line, gutter: number): boolean => x < gutter && right > gutter;

function sides(lines: readonly Line[], gutter: number): { left: Line[]; right: Line[]; across: Line[] } {
  return {
    left: lines.filter(({ right }) => right <= gutter),
    right: lines.filter(({ x }) => x >= gutter),
    across: lines.filter((line) => crosses(line, gutter)),
  };
}

function boundsOf(lines: readonly Line[]): Column {
  const bounds = { left: Infinity, right: -Infinity };
  for (const { x, right } of lines) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, right);
  }
  return bounds;
}

/** Lines whose feet are on one height, from top to bottom. */
function rowsOf(lines: readonly Line[], column: Column): Row[] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const first = rows.at(-1)?.[0];
    if (first && line.y - first.y < Math.min(line.size, first.size) / 4) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.map((cells) => ({ cells: cells.sort((a, b) => a.x - b.x), column }));
}

/** Where few lines cross and full columns stand at both sides; null in a page of one column. */
function gutterOf(lines: readonly Line[]): number | null {
  const { left, right } = mostBounds(lines);
  const [from, to] = BETWEEN.map((share) => left + (right - left) * share) as [number, number];
  let best: { crossing: number; from: number; to: number } | null = null;
  const step = (to - from) / PLACES;
  for (let place = 0; place <= PLACES; place++) {
    const at = from + place * step;
    const crossing = lines.reduce((sum, line) => (crosses(line, at) ? sum + 1 : sum), 0);
    if (best && crossing === best.crossing && at - best.to <= 1.5 * step) best.to = at;
    else if (!best || crossing < best.crossing) best = { crossing, from: at, to: at };
  }
  if (!best) return null;
  const gutter = (best.from + best.to) / 2;
  const parts = sides(lines, gutter);
  const areColumns =
    best.crossing <= CROSSING * (parts.left.length + parts.right.length) &&
    isColumn(parts.left, gutter - left) &&
    isColumn(parts.right, right - gutter);
  return areColumns ? gutter : null;
}

function isColumn(lines: readonly Line[], width: number): boolean {
  const rows = rowsOf(lines, { left: 0, right: 0 });
  const widths = rows.map(({ cells }) => cells.at(-1)!.right - cells[0]!.x);
  return rows.length >= LEAST_LINES && sorted(widths)[widths.length >> 1]! >= FILLED * width;
}

/** Where most lines begin and end: a page's number or header may stand farther out. */
function mostBounds(lines: readonly Line[]): Column {
  const few = Math.floor(lines.length / 10);
  return { left: sorted(lines.map(({ x }) => x))[few]!, right: sorted(lines.map(({ right }) => right)).at(-1 - few)! };
}

const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);
