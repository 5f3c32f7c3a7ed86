import type { MarkerProblem, Span } from '../judging/evidence.js';
import { findAssistantMarks } from './assistant-marks.js';
import type { MarkerItem } from './document.js';
import type { PositionedText } from './positioned-text.js';

/** A marker in a text: positions are in that text. */
export interface FoundMarker {
  readonly raw: string;
  readonly span: Span;
  /** What it names, lists and ranges expanded. */
  readonly items: readonly MarkerItem[];
  readonly problem: MarkerProblem | null;
  /** As `StructuralMarker` has it. */
  readonly isSpoken?: boolean;
}

/** A range that names more numbers than this is a slip of the pen, not a list of sources. */
const LONGEST_RANGE = 200;

/** Numbers from here on are taken for years: "[2031]" is an editor's insertion, not the two-thousandth source. */
const FIRST_YEAR = 1000;

// A bracket with digits, commas, semicolons, dashes, or a footnote's name. Bounded, so that it cannot backtrack.
const BRACKET = /\[(\^[^\]\s[]{1,64}|[\d\s,;–—‐‑-]{1,200})\]/g;
const RANGE = /^(\d+)\s*[–—‐‑-]\s*(\d+)$/;

/**
 * Finds the markers of a text: those that its format gave as structure, bracketed numbers or `[^names]`, and what writing
 * assistants leave.
 *
 * Not markers: brackets in opaque stretches (code, link texts), a Markdown link, a lone year (`[2031]`). Plain text does
 * not tell `values[3]` from prose with a marker joined on, so there it is a marker.
 */
export function findMarkers(content: PositionedText): FoundMarker[] {
  const found = structuralMarkers(content);
  const taken = [...content.markers.map((m) => m.span), ...content.opaque].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const match of content.text.matchAll(BRACKET)) {
    const start = match.index;
    const span = { start, end: start + match[0].length };
    while (next < taken.length && taken[next]!.end <= start) next++;
    if (next < taken.length && taken[next]!.start < span.end) continue;
    // A Markdown link in plain text, "[4](https://…)".
    if (content.text.charAt(span.end) === '(') continue;
    const parsed = parse(match[1]!);
    if (parsed) found.push({ raw: match[0], span, ...parsed });
  }
  for (const { span, labels } of findAssistantMarks(content.text)) {
    const items = labels.map((label) => ({ label, anchor: null }));
    found.push({ raw: content.text.slice(span.start, span.end), span, items, problem: null });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Only those that the format gave: in an entry of the list of references, brackets are the entry's own words. */
export function structuralMarkers(content: PositionedText): FoundMarker[] {
  return content.markers.map(({ span, items, isSpoken = false }) => ({
    raw: content.text.slice(span.start, span.end),
    span,
    items,
    problem: null,
    isSpoken,
  }));
}

/** The numbers of a list such as "1, 3–5", lists and ranges expanded; none when it is anything else, or malformed. */
export function numbersIn(text: string): readonly string[] {
  const parsed = parse(text.trim());
  return parsed && parsed.problem === null ? parsed.items.map(({ label }) => label) : [];
}

function parse(inner: string): Pick<FoundMarker, 'items' | 'problem'> | null {
  if (inner.startsWith('^'))
    return { items: [{ label: inner.slice(1).replace(/\^$/, ''), anchor: null }], problem: null };
  if (!/\d/.test(inner)) return null;
  const labels: string[] = [];
  let problem: MarkerProblem | null = null;
  const parts = inner.split(/[,;]/).map((part) => part.trim());
  if (parts.length === 1 && /^\d+$/.test(parts[0]!) && Number(parts[0]) >= FIRST_YEAR) return null;
  for (const part of parts) {
    const range = RANGE.exec(part);
    if (part === '') problem ??= 'empty item';
    else if (range) {
      const [from, to] = [Number(range[1]), Number(range[2])];
      if (from === 0) problem ??= 'zero';
      else if (to < from) problem ??= 'reversed range';
      else if (to - from >= LONGEST_RANGE) problem ??= 'range too long';
      else for (let n = from; n <= to; n++) labels.push(String(n));
    } else if (!/^\d+$/.test(part)) return null;
    else if (Number(part) === 0) problem ??= 'zero';
    else labels.push(String(Number(part)));
  }
  return { items: [...new Set(labels)].map((label) => ({ label, anchor: null })), problem };
}

/** The text without its markers, white space folded, no space left before a stop that a marker stood before. */
export function withoutMarkers(text: string, markers: readonly Span[]): string {
  return keptStretches(text, markers)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is left of a text without its markers, in order: stretches of it that are not empty. */
export function keptStretches(text: string, markers: readonly Span[]): Span[] {
  const kept: { start: number; end: number }[] = [];
  let at = 0;
  let next = 0;
  for (const { start, end } of markers) {
    next++;
    if (start < at) continue;
    if (start > at) kept.push({ start: at, end: start });
    at = end;
    if (/^[\s]*([.,;:!?)\]”’"]|$)/.test(text.slice(at, at + 40))) trimTail(text, kept);
    // "at 5 a.m. [2].": the stop of the abbreviation is the sentence's, too.
    const last = kept.at(-1);
    if (last && text.charAt(last.end - 1) === '.' && text.charAt(at) === '.') at++;
    // [1], [2]: the comma between two markers belongs to them.
    while (next < markers.length && markers[next]!.start < at) next++;
    const following = markers[next]?.start;
    if (following !== undefined && text.slice(at, following).trim() === ',') at = following;
  }
  if (at < text.length) kept.push({ start: at, end: text.length });
  return kept;
}

/** Drops the white space at the end of what the stretches say together. None of them is empty. */
function trimTail(text: string, stretches: { start: number; end: number }[]): void {
  for (let last = stretches.pop(); last !== undefined; last = stretches.pop()) {
    const length = text.slice(last.start, last.end).trimEnd().length;
    if (length === 0) continue;
    stretches.push({ start: last.start, end: last.start + length });
    return;
  }
}
