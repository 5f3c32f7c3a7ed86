import type { Span } from '../judging/evidence.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { splitSentences } from './sentences.js';
import { columnRole } from './table-columns.js';
import {
  bare,
  endsWithStop,
  isQuestion,
  SMALL_WORDS,
  startsFigure,
  startsLower,
  startsUpper,
  tokens,
} from './words.js';
import { opensWithValueState } from './value-states.js';

/**
 * Tables that a copy as plain text has flattened to a line a row: "Release date 4 May" and
 * "Night service None before 2029. Hourly on Fridays [2]." Nothing marks the cells, so they are worked out from stops,
 * capitals, figures and markers, from what other lines use as one name, and from the heading row.
 */

export interface Line {
  readonly text: string;
  readonly start: number;
}

export interface FlattenedTable {
  readonly header: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
}

/** A heading row longer than this is prose. */
const LONGEST_HEADER_WORDS = 24;
/** A label of a row has at most so many words. */
const LONGEST_LABEL = 9;

/** Words that end labels of fields, after the properties of schema.org and the usual infobox fields. */
const LABEL_NOUNS = new Set(
  (
    'date dates time year month day deadline price cost costs fee fees value budget amount name title type kind status ' +
    'version number location place site address city country owner operator author publisher developer manufacturer ' +
    'maker licence license language website url contact email phone size length height width weight capacity duration ' +
    'period term terms model platform format requirements availability audience purpose scope target sector industry ' +
    'funding investment partner partners provider vendor supplier contractor regulator source area population founder'
  ).split(' '),
);

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** Pairs of neighbouring words on how many lines they stand: a pair on two lines is a name, not a border of cells. */
export type Phrases = ReadonlyMap<string, number>;

export function phrasesOf(input: string): Phrases {
  const lines = new Map<string, number>();
  for (const line of input.split(/[\r\n]+/)) {
    const pairs = new Set<string>();
    const words = line.split(/\s+/);
    for (let i = 1; i < words.length; i++) {
      if (startsUpper(words[i - 1]!) && /[\p{L}\p{N}]$/u.test(words[i - 1]!))
        pairs.add(pairOf(words[i - 1]!, words[i]!));
    }
    for (const pair of pairs) lines.set(pair, (lines.get(pair) ?? 0) + 1);
  }
  return lines;
}

const pairOf = (a: string, b: string): string => `${bare(a)} ${bare(b)}`;

/**
 * @param run consecutive lines, the first perhaps a heading row
 * @returns the cells' spans in the input, rows as wide as the heading row; null when the lines are no table
 */
export function flattenedTable(run: readonly Line[], phrases: Phrases): FlattenedTable | null {
  const [header, ...rows] = run;
  if (!header || rows.length === 0 || !isHeaderLine(header.text)) return null;
  const words = tokens(header.text);
  const evidence = evidenceColumns(words.map((w) => w.text));
  if (evidence) {
    return {
      header: evidence.map(([from, to]) => spanOf(header, words[from]!.start, words[to]!.end)),
      rows: rows.map((row) => evidenceCells(row, evidence.length)),
    };
  }
  const read = rows.map((row) => readRow(row, phrases));
  const width = valueColumns(
    read,
    words.map((w) => w.text),
  );
  if (
    width === 1 &&
    !isFactsTable(
      words.map((w) => w.text),
      read,
    )
  )
    return null;
  const cells = read.map((row) => [row.label, ...fit(row, width, phrases)]);
  const columns = splitHeader(
    words.map((w) => w.text),
    width,
    cells.map((row) => row.slice(1).map((c) => textOf(c, run))),
    phrases,
  );
  let from = 0;
  const spans = columns.map((count) => {
    const span = spanOf(header, words[from]!.start, words[from + count - 1]!.end);
    from += count;
    return span;
  });
  return { header: spans, rows: cells };
}

const spanOf = (line: Line, start: number, end: number): Span => ({ start: line.start + start, end: line.start + end });

function textOf(span: Span, run: readonly Line[]): string {
  const line = run.findLast((l) => l.start <= span.start)!;
  return line.text.slice(span.start - line.start, span.end - line.start);
}

function isHeaderLine(text: string): boolean {
  const words = tokens(text);
  if (words.length < 2 || words.length > LONGEST_HEADER_WORDS) return false;
  if (endsWithStop(text) || isQuestion(text) || /\[\d/.test(text) || !startsUpper(text.trim())) return false;
  const high = words.filter((w) => !startsLower(w.text) || SMALL_WORDS.has(w.text)).length;
  return high / words.length >= 0.5;
}

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

/** A row with its label found and the rest cut where stops or markers part it. */
interface Row {
  readonly line: Line;
  readonly label: Span;
  readonly pieces: readonly Span[];
  /** How sure the label's end is; under 0: rather all of the line is a label. */
  readonly certainty: number;
}

function readRow(line: Line, phrases: Phrases): Row {
  const words = tokens(line.text);
  const border = labelEnd(
    words.map((w) => w.text),
    phrases,
  );
  const labelTo = border.at < words.length ? words[border.at - 1]!.end : line.text.trimEnd().length;
  const from = border.at < words.length ? words[border.at]!.start : line.text.length;
  const label = trim(line.text, 0, labelTo);
  return {
    line,
    label: spanOf(line, label.start, label.end),
    pieces: piecesOf(line, from).map((p) => spanOf(line, p.start, p.end)),
    certainty: border.score,
  };
}

/** The rest of a row, cut after stops, and after markers that a capital or figure follows. */
function piecesOf(line: Line, from: number): Span[] {
  const rest = line.text.slice(from);
  const markers = findMarkers(PositionedText.verbatim(rest, { start: 0, end: rest.length })).map((m) => m.span);
  const pieces: Span[] = [];
  for (const sentence of splitSentences(rest, markers)) {
    let start = sentence.start;
    for (const marker of markers) {
      if (marker.start < start || marker.end >= sentence.end) continue;
      const next = trim(rest, marker.end, sentence.end);
      const follows = rest.slice(next.start, next.start + 30);
      if (next.start > marker.end && (startsUpper(follows) || startsFigure(follows)) && !follows.startsWith('[')) {
        pieces.push(trim(rest, start, marker.end));
        start = next.start;
      }
    }
    pieces.push(trim(rest, start, sentence.end));
  }
  return pieces.map((p) => ({ start: from + p.start, end: from + p.end }));
}

/**
 * The index of the word that begins the first cell: the best of all places where a capital, a figure or a value such as
 * "not disclosed" opens it. Words in other lines decide what is one name.
 */
function labelEnd(words: readonly string[], phrases: Phrases): { at: number; score: number } {
  let best = { at: words.length, score: -Infinity };
  for (let k = 1; k < words.length && k <= LONGEST_LABEL; k++) {
    const score = labelScore(words, k, phrases);
    if (score > best.score) best = { at: k, score };
  }
  return best.score < 0 ? { at: words.length, score: best.score } : best;
}

function labelScore(words: readonly string[], k: number, phrases: Phrases): number {
  const [before, opening, next] = [words[k - 1]!, words[k]!, words[k + 1]];
  const stated = opensWithValueState(words.slice(k).join(' '));
  if (/^\[[\d^]/.test(opening)) return -Infinity;
  if (!startsUpper(opening) && !startsFigure(opening) && !stated) return -Infinity;
  const label = words.slice(0, k);
  // No label runs over a stop or a marker.
  if (label.some((w) => /^\[[\d^]/.test(w) || /[\p{Ll}\d]{2}[.;!?]$/u.test(w))) return -Infinity;
  let score = 0;

  // How the cell opens.
  if (stated) score += 5;
  else if (startsFigure(opening)) score += 2;
  else if (next === undefined) score += LABEL_NOUNS.has(bare(opening).toLowerCase()) ? -1 : 0.4;
  else if (/[.,;]$/.test(opening) || /^\[[\d^]/.test(next)) score += 1.5;
  else if (/^(?:A|An|The|No|All|Every|Each)$/.test(opening)) score += 3;
  else if (startsLower(next) || next === '&') score += next === '&' || SMALL_WORDS.has(bare(next)) ? 1 : 3;
  else if (startsFigure(next)) score += 2;
  else if (glued(opening, next, phrases)) score += 2;

  // How the label ends.
  const last = bare(before).toLowerCase();
  const inside = label.slice(1);
  const lower = inside.filter((w) => startsLower(w));
  const sentenceCase = lower.length > 0 && inside.length === lower.length;
  if (/^(?:and|or|the|a|an|of)$/.test(last) || before === '&') score -= 6;
  else if (SMALL_WORDS.has(last) && !sentenceCase) score -= 2;
  if (LABEL_NOUNS.has(last)) score += 0.6;
  if (glued(before, opening, phrases)) score -= 4;
  if (MONTHS.has(last) && startsFigure(opening)) score -= 4;
  if (/[,(]$/.test(before) || before.startsWith('(') !== before.endsWith(')')) score -= 3;

  // A label is in title case or in sentence case, not in both by turns.
  const content = lower.filter((w) => !SMALL_WORDS.has(bare(w)));
  const high = inside.filter((w) => startsUpper(w));
  if (content.length > 0) score -= 1.5 * high.length;
  if (label.some((w) => startsFigure(w))) score -= 1;
  return score - (k === 1 ? 0.3 : Math.max(0, k - 2) * 0.1);
}

const glued = (a: string, b: string, phrases: Phrases): boolean =>
  /[\p{L}\p{N}]$/u.test(a) && startsUpper(b) && (phrases.get(pairOf(a, b)) ?? 0) >= 2;

/** How many columns stand beside the label: as most rows say, or the heading row when it is built of like parts. */
function valueColumns(rows: readonly Row[], header: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.pieces.length, (counts.get(row.pieces.length) ?? 0) + 1);
  const several = rows.filter((row) => row.pieces.length >= 2).length;
  if (several * 2 >= rows.length) {
    const [width] =
      [...counts].filter(([n]) => n >= 2 && n < header.length).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    if (width !== undefined) return width;
  }
  for (let width = 4; width >= 2; width--) if (header.length > width && parallel(header, width)) return width;
  return 1;
}

/** Like "Feature Old Plan New Plan" or "Item 2029 2031": the columns share a word, or all are figures. */
function parallel(header: readonly string[], width: number): boolean {
  const rest = header.slice(1);
  if (rest.length === width && rest.every((w) => startsFigure(w))) return true;
  if (rest.length % width !== 0 || rest.length === width) return false;
  const size = rest.length / width;
  const columns = Array.from({ length: width }, (_, i) => rest.slice(i * size, (i + 1) * size));
  return columns.every((c) => c.at(-1) === columns[0]!.at(-1)) || columns.every((c) => c[0] === columns[0]![0]);
}

function isFactsTable(header: readonly string[], rows: readonly Row[]): boolean {
  if (rows.length < 2 || header.length > 6) return false;
  const valued = rows.filter((row) => row.pieces.length > 0).length;
  if (valued * 2 < rows.length) return false;
  if (header.some((w) => columnRole(bare(w)) !== null)) return true;
  const told = rows.filter((row) => row.certainty >= 1).length;
  const prose = rows.filter(
    (row) => row.pieces.length > 0 && endsWithStop(row.line.text) && tokens(row.line.text).length > 14,
  );
  return rows.length >= 3 && told * 2 >= rows.length && prose.length * 3 <= rows.length;
}

/** Makes a row as wide as the table: joins the shortest neighbours, cuts at the likeliest border, leaves the rest blank. */
function fit(row: Row, width: number, phrases: Phrases): Span[] {
  const pieces = [...row.pieces];
  while (pieces.length > width) {
    let at = 0;
    for (let i = 1; i + 1 < pieces.length; i++) if (joined(pieces, i) < joined(pieces, at)) at = i;
    pieces.splice(at, 2, { start: pieces[at]!.start, end: pieces[at + 1]!.end });
  }
  while (pieces.length > 0 && pieces.length < width) {
    const cuts = pieces.flatMap((piece, i) => bordersIn(piece, row.line, phrases).map((border) => ({ ...border, i })));
    const best = cuts.sort((a, b) => b.score - a.score)[0];
    if (!best || best.score < 1) break;
    const piece = pieces[best.i]!;
    pieces.splice(best.i, 1, { start: piece.start, end: best.end }, { start: best.start, end: piece.end });
  }
  const end = row.line.start + row.line.text.trimEnd().length;
  while (pieces.length < width) pieces.push({ start: end, end });
  return pieces;
}

const joined = (pieces: readonly Span[], i: number): number => pieces[i + 1]!.end - pieces[i]!.start;

/** Places within a piece where another cell may begin. */
function bordersIn(piece: Span, line: Line, phrases: Phrases): { start: number; end: number; score: number }[] {
  const offset = piece.start - line.start;
  const words = tokens(line.text.slice(offset, piece.end - line.start));
  return words.slice(1).flatMap((word, j) => {
    const before = words[j]!;
    const rest = words.slice(j + 1).map((w) => w.text);
    let score = -1;
    if (opensWithValueState(rest.join(' '))) score = 4;
    else if (startsFigure(word.text)) score = startsFigure(before.text) || /[\p{L}]$/u.test(before.text) ? 1.2 : 0;
    else if (startsUpper(word.text)) {
      score = startsLower(before.text) || startsFigure(before.text) ? 1.5 : 0.4;
      if (rest.length > 1 && startsLower(rest[1]!)) score += 0.6;
      if (glued(before.text, word.text, phrases)) score -= 4;
    }
    if (
      opensWithValueState(
        words
          .slice(0, j + 1)
          .map((w) => w.text)
          .join(' '),
      ) &&
      score > 0
    )
      score += 2;
    if (SMALL_WORDS.has(before.text.toLowerCase()) || /[,(]$/.test(before.text)) score -= 3;
    if (/^[\p{L}]+$/u.test(before.text) && MONTHS.has(before.text.toLowerCase())) score -= 3;
    return score < 1 ? [] : [{ start: piece.start + word.start, end: piece.start + before.end, score }];
  });
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
): number[] {
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
  return best!.counts;
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
    if (before && (phrases.get(pairOf(before, column[0]!)) ?? 0) >= 2) score -= 2;
    if (i === 0) continue;
    if (text.includes(')') && !text.endsWith(')')) score -= 3;
    score -= 0.4 * Math.abs(column.length - mean);
    const own = columnWords[i - 1]!;
    score +=
      0.8 * column.filter((w) => own.has(bare(w)) && columnWords.filter((c) => c.has(bare(w))).length === 1).length;
  }
  if (values.some((c) => startsFigure(c[0]!)) && !values.every((c) => startsFigure(c[0]!))) score -= 1;
  const [head] = values;
  if (values.length > 1 && values.every((c) => c.at(-1) === head!.at(-1))) score += 2;
  if (values.length > 1 && values.every((c) => c[0] === head![0])) score += 1;
  return score;
}
