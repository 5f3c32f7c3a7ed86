import type { Span } from '../judging/evidence.js';
import { glue, isHeaderLine, type Line, type Phrases } from './flattened-phrases.js';
import { type Cut, FlattenedRow, MOST_COLUMNS } from './flattened-rows.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { splitSentences } from './sentences.js';
import { columnRole } from './table-columns.js';
import { bare, endsWithStop, SMALL_WORDS, startsFigure, startsLower, startsUpper, tokens } from './words.js';

/**
 * Tables that a copy as plain text has flattened to a line a row: "Release date 4 May" and
 * "Night service None before 2029. Hourly on Fridays [2]." Nothing marks the cells. How many there are in a row is what
 * all rows and the heading row together make likeliest; how a row is cut, see `flattened-rows.ts`.
 */

export interface FlattenedTable {
  readonly header: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
}

/** Rows whose cuts cost more than this on average are no table of several columns. */
const MOST_COST = 2.4;
/** One row says no more than this against a number of columns. */
const ODD_ROW = 2;
/** How much the heading row says about the number of columns, against one row. */
const HEADER_WEIGHT = 0.12;
/** A label and a value that cost no more are told apart with some certainty. */
const SURE = 0.9;

/**
 * @param run consecutive lines, the first perhaps a heading row
 * @returns the cells' spans in the input, rows as wide as the heading row; null when the lines are no table
 */
export function flattenedTable(run: readonly Line[], phrases: Phrases): FlattenedTable | null {
  const [header, ...lines] = run;
  if (!header || lines.length === 0 || !isHeaderLine(header.text)) return null;
  const words = tokens(header.text);
  const names = words.map((w) => w.text);
  const evidence = evidenceColumns(names);
  if (evidence) {
    return {
      header: evidence.map(([from, to]) => spanOf(header, words[from]!.start, words[to]!.end)),
      rows: lines.map((line) => evidenceCells(line, evidence.length)),
    };
  }
  const rows = lines.map((line) => new FlattenedRow(line, phrases));
  if (rows.some((row) => row.isProse)) return null;
  const best = bestWidth(rows, names, phrases);
  if (best.width === 1 ? !isFactsTable(names, rows, best.cuts) : best.cost > MOST_COST) return null;
  const cuts = best.width === 1 ? best.cuts : alignColumns(rows, best.cuts, best.width);
  const cells = rows.map((row, i) => row.spans(cuts[i]!, best.width));
  const columns = splitHeader(names, best.width, textsOf(cells, run), phrases).counts;
  let from = 0;
  const spans = columns.map((count) => {
    const span = spanOf(header, words[from]!.start, words[from + count - 1]!.end);
    from += count;
    return span;
  });
  return { header: spans, rows: cells };
}

interface Width {
  readonly width: number;
  /** Of a row, on average. */
  readonly cost: number;
  readonly cuts: readonly Cut[];
}

/** How many columns stand beside the label's. */
function bestWidth(rows: readonly FlattenedRow[], header: readonly string[], phrases: Phrases): Width {
  const most = Math.min(MOST_COLUMNS, header.length - 1);
  const cuts = rows.map((row) => row.cuts(most));
  const cheapest = cuts.map((row) => Math.min(...row.map((cut) => cut.cost)));
  const widths = Array.from({ length: most }, (_, i): Width & { readonly total: number } => {
    const own = cuts.map((row) => row[i]!);
    const cost = own.reduce((sum, cut, r) => sum + Math.min(cut.cost, cheapest[r]! + ODD_ROW), 0) / rows.length;
    const { score } = splitHeader(header, i + 1, [], phrases);
    return { width: i + 1, cost, cuts: own, total: cost - HEADER_WEIGHT * score };
  });
  return widths.reduce((best, each) => (each.total < best.total ? each : best));
}

/** Cuts the rows once more, knowing what the columns hold. */
function alignColumns(rows: readonly FlattenedRow[], cuts: readonly Cut[], width: number): readonly Cut[] {
  const kinds = rows.map((row, i) => row.kinds(cuts[i]!));
  const columns = Array.from({ length: width }, (_, c) => {
    const own = kinds.flatMap((row) => (row[c] && row[c] !== 'state' ? [row[c]] : []));
    const counts = new Map(own.map((kind) => [kind, own.filter((each) => each === kind).length]));
    const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? (['words', 0] as const);
    return { kind, share: own.length > 1 ? count / own.length : 0 };
  });
  return rows.map((row) => row.cuts(width, columns)[width - 1]!);
}

/** The cells' texts, without labels. */
function textsOf(cells: readonly (readonly Span[])[], run: readonly Line[]): string[][] {
  return cells.map((row, i) => {
    const line = run[i + 1]!;
    return row.slice(1).map((cell) => line.text.slice(cell.start - line.start, cell.end - line.start));
  });
}

const spanOf = (line: Line, start: number, end: number): Span => ({ start: line.start + start, end: line.start + end });

/** The heading row of "claim, evidence, source" as ranges of word indices; null when it is none. */
function evidenceColumns(words: readonly string[]): [number, number][] | null {
  const roles = words.map((w) => columnRole(bare(w)));
  if (roles[0] !== 'claim') return null;
  const at = [0, roles.indexOf('evidence'), roles.indexOf('source')].filter((i) => i >= 0);
  if (at.length < 2 || at.some((i, k) => k > 0 && i <= at[k - 1]!)) return null;
  return at.map((from, k) => [from, (at[k + 1] ?? words.length) - 1]);
}

/** Claim, then what is said for it, then the markers at the end. */
function evidenceCells(row: Line, width: number): Span[] {
  const markers = findMarkers(PositionedText.verbatim(row.text, { start: 0, end: row.text.length })).map((m) => m.span);
  let end = row.text.trimEnd().length;
  let source: Span = { start: end, end };
  if (width > 2) {
    // The source column is the last run of markers, when a stop or another marker stands before it.
    let first = markers.length;
    let from = end;
    while (first > 0 && /^[\s,;]*$/.test(row.text.slice(markers[first - 1]!.end, from))) from = markers[--first]!.start;
    const afterStop = /[.!?]["”’)]?\s*$/.test(row.text.slice(0, from));
    if (!afterStop && markers.length - first > 1) from = markers[markers.length - 1]!.start;
    if (afterStop || markers.length - first > 1) {
      source = { start: from, end };
      end = from;
    }
  }
  const inside = markers.filter((m) => m.end <= end);
  const sentences = splitSentences(row.text.slice(0, end), inside);
  const border = sentences[1]?.start ?? softBorder(row.text.slice(0, end)) ?? end;
  const cells = [trim(row.text, 0, border), trim(row.text, border, end), trim(row.text, source.start, source.end)];
  return cells.slice(0, width).map((c) => spanOf(row, c.start, c.end));
}

/** Where a second statement opens without a stop before it: "… every six minutes The contract says so". */
function softBorder(text: string): number | null {
  const words = tokens(text);
  for (let i = 2; i < words.length; i++) {
    const word = words[i]!;
    if (
      /^(?:The|This|That|These|It|A|An|As|According|See|In|Both|Its)$/.test(word.text) &&
      startsLower(words[i + 1]?.text ?? 'x')
    ) {
      return word.start;
    }
  }
  return null;
}

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function isFactsTable(header: readonly string[], rows: readonly FlattenedRow[], cuts: readonly Cut[]): boolean {
  if (rows.length < 2 || header.length > 6) return false;
  const valued = cuts.filter((cut) => cut.starts.length > 0);
  if (valued.length * 2 < rows.length) return false;
  if (header.some((w) => columnRole(bare(w)) !== null)) return true;
  const told = cuts.filter((cut) => cut.starts.length > 0 && cut.cost <= SURE);
  const prose = rows.filter(
    ({ line: { text } }, i) => cuts[i]!.starts.length > 0 && endsWithStop(text) && tokens(text).length > 14,
  );
  return rows.length >= 3 && told.length * 2 >= rows.length && prose.length * 3 <= rows.length;
}

/**
 * How many words of the heading row go to each column, the label's first. Tries all ways and takes the best: columns of
 * like length and like wording, none that ends inside a bracket, each naming what its cells name.
 */
function splitHeader(
  words: readonly string[],
  width: number,
  rows: readonly (readonly string[])[],
  phrases: Phrases,
): { readonly counts: readonly number[]; readonly score: number } {
  const columnWords = Array.from(
    { length: width },
    (_, i) => new Set(rows.flatMap((row) => tokens(row[i] ?? '').map((t) => bare(t.text)))),
  );
  let best: { counts: number[]; score: number } | null = null;
  const visit = (counts: number[], used: number): void => {
    if (counts.length === width) {
      const all = [...counts, words.length - used];
      const score = headerScore(words, all, columnWords, phrases);
      if (!best || score > best.score) best = { counts: all, score };
      return;
    }
    for (let n = 1; used + n + (width - counts.length) <= words.length; n++) visit([...counts, n], used + n);
  };
  visit([], 0);
  return best!;
}

function headerScore(
  words: readonly string[],
  counts: readonly number[],
  columnWords: readonly ReadonlySet<string>[],
  phrases: Phrases,
): number {
  let from = 0;
  const columns = counts.map((n) => words.slice(from, (from += n)));
  const values = columns.slice(1);
  const mean = values.reduce((sum, c) => sum + c.length, 0) / values.length;
  let score = columns[0]!.length === 1 ? 1 : -0.5 * columns[0]!.length;
  for (const [i, column] of columns.entries()) {
    const text = column.join(' ');
    if ((text.match(/\(/g)?.length ?? 0) !== (text.match(/\)/g)?.length ?? 0)) score -= 4;
    if (!startsUpper(column[0]!) && !startsFigure(column[0]!)) score -= 2;
    if (SMALL_WORDS.has(column.at(-1)!.toLowerCase())) score -= 2;
    // A name that other lines use is not cut in two.
    const before = columns[i - 1]?.at(-1);
    if (before) score -= 4 * glue(before, column[0]!, phrases, false);
    if (i === 0) continue;
    if (text.includes(')') && !text.endsWith(')')) score -= 3;
    score -= 0.4 * Math.abs(column.length - mean);
    const own = columnWords[i - 1]!;
    score +=
      0.8 * column.filter((w) => own.has(bare(w)) && columnWords.filter((c) => c.has(bare(w))).length === 1).length;
  }
  if (values.some((c) => startsFigure(c[0]!)) && !values.every((c) => startsFigure(c[0]!))) score -= 1;
  // "Old Terms", "New Terms": columns share what kind of thing they are, more often than how they begin.
  const shared = (part: (column: readonly string[]) => string | undefined): number =>
    values.filter((c) => values.some((other) => other !== c && part(other) === part(c))).length / values.length;
  if (values.length > 1) score += 2 * shared((c) => c.at(-1)) + shared((c) => c[0]);
  return score;
}
