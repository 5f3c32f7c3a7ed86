import type { Span } from '../judging/evidence.js';

/** What of a snapshot's text a second judge is shown. */
export interface ShownPassages {
  /** In the order of the text, in UTF-16 units. */
  readonly spans: readonly Span[];
  /** Whether they are all of the text. */
  readonly isWhole: boolean;
}

/** So long a text is shown whole, in UTF-16 units: some three thousand tokens of English. */
const MOST_WHOLE = 12_000;
/** Of a longer one, so much is shown before and behind each of the best sentences. */
const AROUND = 1_200;
/** Of a sentence that is longer than this, only the beginning counts. */
const LONGEST_SENTENCE = 1_200;

/**
 * What is shown of a text: all of a short one, of a long one what stands around its best sentences.
 *
 * @param best of the sentences that have most of the claim; at most three are looked at
 * @returns null when it is long, and nobody knows where to look
 */
export function shownPassages(text: string, best: readonly Span[]): ShownPassages | null {
  if (text.length <= MOST_WHOLE) return { spans: [{ start: 0, end: text.length }], isWhole: true };
  const wide = best.slice(0, 3).flatMap(({ start, end }) => {
    if (start < 0 || start >= end || end > text.length) return [];
    const last = Math.min(end, start + LONGEST_SENTENCE);
    return [{ start: wordStart(text, start - AROUND), end: wordEnd(text, last + AROUND) }];
  });
  wide.sort((a, b) => a.start - b.start);
  const spans: { start: number; end: number }[] = [];
  for (const each of wide) {
    const before = spans.at(-1);
    if (before && each.start <= before.end) before.end = Math.max(before.end, each.end);
    else spans.push({ ...each });
  }
  return spans.length === 0 ? null : { spans, isWhole: false };
}

/** Words that are cut by either end are left out, unless they are as long as lines. */
const LONGEST_WORD = 100;

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const offset = text.slice(at, at + LONGEST_WORD).search(/\s/);
  return offset < 0 ? at + (isLow(text, at) ? 1 : 0) : at + offset + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const offset = /\s\S*$/.exec(text.slice(at - LONGEST_WORD, at))?.index ?? -1;
  return offset < 0 ? at - (isLow(text, at) ? 1 : 0) : at - LONGEST_WORD + offset;
}

/** Whether the second half of a surrogate pair stands there. */
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');
