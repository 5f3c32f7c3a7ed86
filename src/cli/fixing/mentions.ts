import type { Article, Span } from '../../judging/evidence.js';
import { LineIndex } from '../../reading/line-index.js';
import type { PlacedEntry } from './entries.js';

/** What looks like a marker, wherever it stands. */
const BRACKET = /\[(?:\^([^\]\s[]{1,64})|([\d\s,;–—‐‑-]{1,200}))\]/g;

/** Words by which English texts name an entry of a numbered list of sources, with the number behind them. */
const IN_WORDS =
  /\b(?:refs?|references?|sources?|(?:foot|end)?notes?|citations?|entry|entries|items?|nos?)\b\.?\s{1,3}\[?(\d{1,6})\b/gi;

/**
 * Where a text names one of these labels in a place that is not read as a marker: in code, in words ("see note 4").
 * Nobody could change it there without understanding it.
 *
 * @returns the place and what stands there; null when there is none
 */
export function mentionedElsewhere(
  text: string,
  { markers }: Pick<Article, 'markers'>,
  entries: readonly PlacedEntry[],
  labels: ReadonlySet<string>,
): string | null {
  const known = [...markers.map(({ span }) => span), ...entries.map(({ labelSpan }) => widened(labelSpan))];
  const isKnown = within(known);
  for (const match of text.matchAll(BRACKET)) {
    const names = match[1] === undefined ? numbersOf(match[2]!) : [match[1]];
    if (names.some((name) => labels.has(name)) && !isKnown(match.index)) return told(text, match);
  }
  for (const match of text.matchAll(IN_WORDS)) {
    if (labels.has(match[1]!) && !isKnown(match.index + match[0].length - 1)) return told(text, match);
  }
  return null;
}

/** With the bracket and the caret before it. */
const widened = ({ start, end }: Span): Span => ({ start: start - 2, end });

/** Whether a position lies in one of the spans. Asked in any order. */
function within(spans: readonly Span[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && at < sorted[low - 1]!.end;
  };
}

/** The numbers of "1, 3–5", as labels. A range of more than any list holds is none. */
function numbersOf(inner: string): string[] {
  return inner.split(/[,;]/).flatMap((part) => {
    const [from = NaN, to = from] = (part.match(/\d{1,6}/g) ?? []).map(Number);
    return to - from < 1000 ? Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i)) : [];
  });
}

function told(text: string, { 0: words, index }: RegExpExecArray): string {
  return `line ${new LineIndex(text).lineOf(index)} has “${words.replace(/\s+/g, ' ')}”, which is not read as a marker`;
}
