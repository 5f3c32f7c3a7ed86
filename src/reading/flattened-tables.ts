import type { Span } from '../judging/evidence.js';
import type { ColumnRole, Language } from '../languages/language.js';
import { FlattenedHeader } from './flattened-header.js';
import { isHeaderLine, type Line, type Phrases } from './flattened-phrases.js';
import { type CellKind, type Cut, FlattenedRow, MOST_COLUMNS } from './flattened-rows.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { splitSentences } from './sentences.js';
import { columnRole, isSourceBesideEvidence } from './table-columns.js';
import { bare, endsWithStop, startsFigure, startsLower, startsUpper, tokens } from './words.js';

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
/** The heading row is not asked about numbers of columns that the rows find so much dearer than another. */
const MOST_OF_HEADER = 1;
/** A label and a value that cost no more are told apart with some certainty. */
const SURE = 0.9;

/**
 * @param run consecutive lines, the first perhaps a heading row
 * @returns the cells' spans in the input, rows as wide as the heading row; null when the lines are no table
 */
export function flattenedTable(run: readonly Line[], phrases: Phrases): FlattenedTable | null {
  const [header, ...lines] = run;
  if (!header || lines.length === 0 || !isHeaderLine(header.text, phrases.language)) return null;
  const { language } = phrases;
  const words = tokens(header.text);
  const names = words.map((w) => w.text);
  const evidence = evidenceColumns(names, language);
  if (evidence) {
    return {
      header: evidence.map(([from, to]) => spanOf(header, words[from]!.start, words[to]!.end)),
      rows: lines.map((line) => evidenceCells(line, evidence.length, language)),
    };
  }
  const rows: FlattenedRow[] = [];
  for (const line of lines) {
    const row = new FlattenedRow(line, phrases);
    if (row.isProse) return null;
    rows.push(row);
  }
  const head = new FlattenedHeader(names, phrases);
  const best = bestWidth(rows, head);
  if (best.width === 1 ? !isFactsTable(names, rows, best.cuts, language) : best.cost > MOST_COST) return null;
  const cuts = best.width === 1 ? best.cuts : alignColumns(rows, best.cuts, best.width);
  const cells = rows.map((row, i) => row.spans(cuts[i]!, best.width));
  const columns = head.split(best.width, textsOf(cells, run)).counts;
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
function bestWidth(rows: readonly FlattenedRow[], header: FlattenedHeader): Width {
  const most = Math.min(MOST_COLUMNS, header.words.length - 1);
  const cuts = rows.map((row) => row.cuts(most));
  const cheapest = cuts.map((row) => Math.min(...row.map((cut) => cut.cost)));
  const widths = Array.from({ length: most }, (_, i): Width => {
    const own = cuts.map((row) => row[i]!);
    const cost = own.reduce((sum, cut, r) => sum + Math.min(cut.cost, cheapest[r]! + ODD_ROW), 0) / rows.length;
    return { width: i + 1, cost, cuts: own };
  });
  const least = Math.min(...widths.map(({ cost }) => cost));
  const [best] = widths
    .filter(({ cost }) => cost - least <= MOST_OF_HEADER)
    .map((each) => ({ each, total: each.cost - HEADER_WEIGHT * header.split(each.width).score }))
    .sort((a, b) => a.total - b.total);
  return best!.each;
}

/** Cuts the rows once more, knowing what the columns hold. */
function alignColumns(rows: readonly FlattenedRow[], cuts: readonly Cut[], width: number): readonly Cut[] {
  const kinds = rows.map((row, i) => row.kinds(cuts[i]!));
  const columns = Array.from({ length: width }, (_, c) => {
    const own = kinds.flatMap((row) => (row[c] && row[c] !== 'state' ? [row[c]] : []));
    const counts = new Map<CellKind, number>();
    for (const kind of own) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? (['words', 0] as const);
    return { kind, share: own.length > 1 ? count / own.length : 0 };
  });
  return rows.map((row) => row.cutInto(columns));
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
function evidenceColumns(words: readonly string[], language: Language): [number, number][] | null {
  const claim = phraseOf('claim', words, 0, language);
  if (claim === null) return null;
  const from = words.findIndex((_, i) => i >= claim && phraseOf('evidence', words, i, language) !== null);
  const to = from < 0 ? claim : phraseOf('evidence', words, from, language)!;
  const source = words.findIndex((word, i) => i >= to && isSource(bare(word), from >= 0, language));
  const at = [0, from, source].filter((i) => i >= 0);
  if (at.length < 2) return null;
  return at.map((start, k) => [start, (at[k + 1] ?? words.length) - 1]);
}

const isSource = (word: string, besideEvidence: boolean, language: Language): boolean =>
  besideEvidence ? isSourceBesideEvidence(word, language) : columnRole(word, language) === 'source';

/** Headings of such columns ("What the study shows") have no more words. */
const LONGEST_HEADING = 5;

/** The end of the longest heading of that role that begins with word `from`; null when none does. */
function phraseOf(role: ColumnRole, words: readonly string[], from: number, language: Language): number | null {
  for (let end = Math.min(words.length, from + LONGEST_HEADING); end > from; end--) {
    if (columnRole(words.slice(from, end).map(bare).join(' '), language) === role) return end;
  }
  return null;
}

/** Claim, then what is said for it, then the markers at the end. */
function evidenceCells(row: Line, width: number, language: Language): Span[] {
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
  const sentences = splitSentences(row.text.slice(0, end), inside, language);
  const border = sentences[1]?.start ?? softBorder(row.text.slice(0, end), language) ?? end;
  const cells = [trim(row.text, 0, border), trim(row.text, border, end), trim(row.text, source.start, source.end)];
  return cells.slice(0, width).map((c) => spanOf(row, c.start, c.end));
}

/** Words that open a sentence and are no names. */
const OPENS_STATEMENT = /^(?:The|This|That|These|It|A|An|As|According|See|In|Both|Its)$/;
/** "Listed among the conditions", "Shown in Table 2" */
const PARTICIPLE = /^\p{Lu}\p{Ll}{2,20}(?:ed|wn)$/u;
/** "Section 8.3 of the contract" */
const PART_OF_SOURCE =
  /^(?:Annex|Appendix|Article|Chapter|Clause|Exhibit|Figure|Item|Line|Page|Pages|Paragraph|Part|Schedule|Section|Table|Volume)$/;

/** Where a second statement opens without a stop before it: "… every six minutes The contract says so". */
function softBorder(text: string, { grammar }: Language): number | null {
  const words = tokens(text);
  for (let i = 2; i < words.length; i++) {
    const word = words[i]!;
    const [before, next] = [words[i - 1]!.text, words[i + 1]?.text ?? 'x'];
    if (OPENS_STATEMENT.test(word.text) && startsLower(next)) return word.start;
    if (grammar.smallWords.has(before) || grammar.prepositions.has(before) || before === 'see' || startsUpper(before))
      continue;
    if (PARTICIPLE.test(word.text) ? startsLower(next) : PART_OF_SOURCE.test(word.text) && startsFigure(next))
      return word.start;
  }
  return null;
}

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function isFactsTable(
  header: readonly string[],
  rows: readonly FlattenedRow[],
  cuts: readonly Cut[],
  language: Language,
): boolean {
  if (rows.length < 2 || header.length > 6) return false;
  const valued = cuts.filter((cut) => cut.starts.length > 0);
  if (valued.length * 2 < rows.length) return false;
  if (header.some((w) => columnRole(bare(w), language) !== null)) return true;
  const told = cuts.filter((cut) => cut.starts.length > 0 && cut.cost <= SURE);
  const prose = rows.filter(
    ({ line: { text } }, i) => cuts[i]!.starts.length > 0 && endsWithStop(text) && tokens(text).length > 14,
  );
  return rows.length >= 3 && told.length * 2 >= rows.length && prose.length * 3 <= rows.length;
}
