import type { Article, Marker, Span } from '../../judging/evidence.js';
import { LineIndex } from '../../reading/line-index.js';
import { CannotFix } from './cannot-fix.js';
import { type PlacedEntry, placedEntries } from './entries.js';
import { mentionedElsewhere } from './mentions.js';

/** References under other labels. */
export interface Relabelling {
  /** Old label → new label. A label that is not named stays. Two may become one, where the other entry is dropped. */
  readonly labels: ReadonlyMap<string, string>;
  /** Labels whose entries go. */
  readonly dropped: ReadonlySet<string>;
}

interface Edit extends Span {
  readonly text: string;
}

/**
 * The text with its markers and its list of references changed.
 *
 * @throws CannotFix where a label stands in a place or form that is not surely understood
 */
export function relabelled(text: string, article: Article, change: Relabelling): string {
  const entries = placedEntries(text, article);
  const elsewhere = mentionedElsewhere(text, article, entries, changedLabels(change));
  if (elsewhere !== null) throw new CannotFix(elsewhere);
  const gone = entries.filter(({ label }) => change.dropped.has(label)).map((entry) => withBreak(text, entry));
  const isGone = ({ start }: Span): boolean => gone.some((span) => span.start <= start && start < span.end);
  const edits = [...markerEdits(text, article, change), ...entries.flatMap((entry) => labelEdit(text, entry, change))];
  return edited(text, [...edits.filter((edit) => !isGone(edit)), ...gone.map((span) => ({ ...span, text: '' }))]);
}

/** Labels that mean something else afterwards, or nothing. */
const changedLabels = ({ labels, dropped }: Relabelling): ReadonlySet<string> =>
  new Set([...dropped, ...[...labels].filter(([before, after]) => before !== after).map(([before]) => before)]);

function labelEdit(text: string, { label, labelSpan }: PlacedEntry, { labels, dropped }: Relabelling): Edit[] {
  const now = labels.get(label);
  if (now === undefined || dropped.has(label)) return [];
  // A Markdown list may number all of its items 1: then the place decides, and the figure stays.
  return text.slice(labelSpan.start, labelSpan.end) === label ? [{ ...labelSpan, text: now }] : [];
}

/** An entry's lines with the break behind them, and one of the two blank lines that would come together. */
function withBreak(text: string, { lines, label }: PlacedEntry): Span {
  const after = /^(?:\r\n|\n|\r)?/.exec(text.slice(lines.end, lines.end + 2))![0].length;
  const rest = text.slice(lines.end + after, lines.end + after + 400);
  const next = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(rest)![0].length;
  if (/^(?:\t| {2})/.test(rest.slice(next))) {
    throw new CannotFix(`the entry [${label}] goes on in an indented paragraph; take it out by hand`);
  }
  const blank = /^[ \t]*(?:\r\n|\n|\r)/.exec(rest)?.[0].length ?? 0;
  const isAfterBlank = /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(
    text.slice(Math.max(0, lines.start - 80), lines.start),
  );
  return { start: lines.start, end: lines.end + after + (isAfterBlank ? blank : 0) };
}

function markerEdits(text: string, { markers }: Article, { labels, dropped }: Relabelling): Edit[] {
  const index = new LineIndex(text);
  const edits: Edit[] = [];
  /** What the markers name that stand right before this one. */
  let together = new Set<string>();
  let end = -1;
  for (const marker of markers) {
    const { span, labels: named } = marker;
    const gap = text.slice(end, span.start);
    if (end < 0 || span.start < end || !/^,? ?$/.test(gap)) together = new Set();
    const now = named.map((label) => labels.get(label) ?? label);
    if (now.some((label, i) => label !== named[i])) {
      const again = named.some((label) => dropped.has(label)) && now.every((label) => together.has(label));
      if (again) edits.push({ start: end, end: span.end, text: '' });
      else edits.push({ ...span, text: markerOf(text, marker, labels, index) });
    }
    for (const label of now) together.add(label);
    end = span.end;
  }
  return edits;
}

const NAMED = /^\[\^[^\]\s]{1,64}\]$/;
const NUMBERED = /^\[[\d\s,;–—‐‑-]{1,200}\]$/;
const RANGE = /^(\d+)(\s*[–—‐‑-]\s*)(\d+)$/;

function markerOf(text: string, marker: Marker, labels: ReadonlyMap<string, string>, index: LineIndex): string {
  const written = text.slice(marker.span.start, marker.span.end);
  const [only] = marker.labels;
  if (NAMED.test(written) && only !== undefined) return `[^${labels.get(only)}]`;
  if (!NUMBERED.test(written) || marker.problem !== null) {
    const line = index.lineOf(marker.span.start);
    throw new CannotFix(`line ${line}: the marker ${written.slice(0, 40)} is not written as [1] or [^1]`);
  }
  const seen = new Set<string>();
  const items = written
    .slice(1, -1)
    .split(/(?<=[,;])/)
    .flatMap((item) => itemOf(item, labels, seen));
  return `[${items
    .join('')
    .replace(/[,;]\s*$/, '')
    .trim()}]`;
}

/** One item of a marker with the separator behind it; nothing when all that it names was named before. */
function itemOf(item: string, labels: ReadonlyMap<string, string>, seen: Set<string>): string[] {
  const [, before, core, after] = /^(\s*)([^,;]*?)(\s*[,;]?)$/.exec(item)!;
  const range = RANGE.exec(core!);
  const [from, to] = range ? [Number(range[1]), Number(range[3])] : [Number(core), Number(core)];
  const now: number[] = [];
  for (let n = from; n <= to; n++) {
    const label = labels.get(String(n)) ?? String(n);
    if (!seen.has(label)) now.push(Number(label));
    seen.add(label);
  }
  if (now.length === 0) return [];
  const isRange = range !== null && now.length > 1 && now.every((n, i) => n === now[0]! + i);
  return [`${before}${isRange ? `${now[0]}${range[2]}${now.at(-1)}` : now.join(', ')}${after}`];
}

/** @param edits that do not overlap */
function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
