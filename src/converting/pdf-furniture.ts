import type { Line } from './pdf-lines.js';

/** Lines at each edge of a page that may be running headers or footers. */
const EDGE_LINES = 3;
/** What stands on so many pages in one place is no part of the text; on both of two pages, too. */
const LEAST_PAGES = 3;
/** How far a running line may wander from page to page, in points. */
const PLACE = 6;
const PAGE_NUMBER = /^[^\w#]{0,3}(?:p(?:age|\.)? ?|seite |página )?#(?: ?(?:of|\/|von|de|sur) ?#)?[^\w#]{0,3}$/i;
const DIGITS = /\d{1,6}/g;
/** A number at the start or the end of a line. */
const OUTER_NUMBER = /^\d{1,4}(?= |$)|(?<=^|\s)\d{1,4}$/g;

interface EdgeRow {
  readonly lines: readonly Line[];
  /** What it says, with numbers that may count pages made alike. */
  readonly says: string;
  readonly y: number;
  readonly edge: 'top' | 'bottom';
  /** By how much numbers at its ends differ from the number of its page: a page's number does by the same on all pages. */
  readonly offsets: readonly number[];
}

/** Pages without their running headers and footers, and without page numbers. */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const edges = pages.map(edgeRows);
  const places = counted(edges.map((rows) => rows.flat().flatMap(keysOf)));
  const offsets = counted(edges.map((rows) => rows.flatMap(([outermost]) => outermost?.offsets ?? [])));
  const least = Math.max(2, Math.min(LEAST_PAGES, pages.length));
  const isRunning = (row: EdgeRow): boolean =>
    keysOf(row).some((key) => places.get(key)! >= least) ||
    row.offsets.some((offset) => offsets.get(offset)! >= Math.max(least, pages.length / 2)) ||
    (row.edge === 'bottom' && PAGE_NUMBER.test(row.says));
  return pages.map((lines, i) => {
    // From the edge inwards: what stands between two lines of text is text.
    const dropped = new Set(edges[i]!.flatMap((rows) => leading(rows, isRunning)).flatMap((row) => row.lines));
    return lines.filter((line) => !dropped.has(line));
  });
}

/** On how many pages something is. */
function counted<T>(pages: readonly (readonly T[])[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of pages.flatMap((own) => [...new Set(own)])) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

function leading(rows: readonly EdgeRow[], holds: (row: EdgeRow) => boolean): readonly EdgeRow[] {
  const end = rows.findIndex((row) => !holds(row));
  return end < 0 ? rows : rows.slice(0, end);
}

/** In its place and the next one: a line on the border of two places is found in one of both on every page. */
function keysOf({ says, y, edge }: EdgeRow): string[] {
  const place = Math.floor(y / PLACE);
  return [place, place + 1].map((each) => `${edge} ${each} ${says}`);
}

/** The outermost rows of a page, from the top and from the bottom, each from its edge inwards. */
function edgeRows(lines: readonly Line[], page: number): [EdgeRow[], EdgeRow[]] {
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const rows = (ys: readonly number[], edge: EdgeRow['edge']): EdgeRow[] =>
    ys.map((y) => {
      const own = lines.filter((line) => Math.round(line.y) === y);
      const text = own.map((line) => line.text.trim()).join(' ');
      const offsets = (text.match(OUTER_NUMBER) ?? []).map((number) => Number(number) - page);
      return { lines: own, says: text.replace(DIGITS, '#'), y, edge, offsets };
    });
  return [rows(heights.slice(0, EDGE_LINES), 'top'), rows(heights.slice(-EDGE_LINES).reverse(), 'bottom')];
}
