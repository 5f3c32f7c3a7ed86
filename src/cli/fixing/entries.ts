import type { Article, Span } from '../../judging/evidence.js';
import { CannotFix } from './cannot-fix.js';

/** An entry of the list of references, with the lines that it takes. */
export interface PlacedEntry {
  readonly label: string;
  /** Where the label itself stands. */
  readonly labelSpan: Span;
  /** From the beginning of its first line to the end of its last, without the line break. */
  readonly lines: Span;
}

/** "1. ", "[1] ", "[1]: <", "[^note]: ": what may stand before an entry's own text. */
const LEAD = /^([ \t]{0,3}(?:\[\^?)?)([^\s\][.)]{1,64})(?:\]:?|[.)])[ \t]{1,80}<?$/;

/** More than `LEAD` can match, in UTF-16 units: what stands farther from a line's beginning than this is no lead. */
const LONGEST_LEAD = 200;

/**
 * Where the entries stand, in the order of the text.
 *
 * @throws CannotFix for one that shares its lines with something else, or whose label cannot be found
 */
export function placedEntries(text: string, { references }: Pick<Article, 'references'>): PlacedEntry[] {
  return references
    .flatMap(({ label, span, line }) => (span === null ? [] : [placed(text, label, span, line ?? 0)]))
    .sort((a, b) => a.lines.start - b.lines.start);
}

function placed(text: string, label: string, span: Span, line: number): PlacedEntry {
  const start = lineStart(text, span.start, LONGEST_LEAD);
  const lead = LEAD.exec(text.slice(start, span.start));
  if (!lead) throw new CannotFix(`line ${line}: the entry [${label}] does not begin with its number or name`);
  const from = start + lead[1]!.length;
  const end = lineEnd(text, Math.max(span.start, span.end - 1));
  return { label, labelSpan: { start: from, end: from + lead[2]!.length }, lines: { start, end } };
}

/** Where the line begins in which a position stands, or so many UTF-16 units before it when that is nearer. */
function lineStart(text: string, at: number, farthest: number): number {
  let start = at;
  while (start > Math.max(0, at - farthest) && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where that line ends, before its line break. */
function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

const isBreak = (code: number): boolean => code === 10 || code === 13;
