import type { SnapshotExtent, SnapshotPlace } from '../comparison.js';
import type { Span } from '../evidence.js';
import { once } from '../once.js';
import { quoteSelector } from '../selector.js';
import { indexSource, PAGE, type SourceIndex } from '../support/source-index.js';
import { indexWords, type WordIndex } from './word-index.js';

/** A source's text, as it was captured at a time. */
export interface Snapshot {
  /** What it is known by, the same wherever it is cited: a hash, a file name. */
  readonly name: string;
  readonly text: string;
  /** Whether it is all of the source, as far as who captured it knows. */
  readonly extent: 'FULL' | 'PARTIAL';
  /** BCP 47; null when nobody knows: it is then taken for that of the claim. */
  readonly language: string | null;
}

/** A snapshot as claims are compared with it: each part read once, when a claim first asks for it. */
export interface SnapshotIndex {
  readonly name: string;
  readonly text: string;
  readonly extent: SnapshotExtent;
  readonly language: string | null;
  /** For quotes. */
  readonly words: () => WordIndex;
  /** For figures, names and support. */
  readonly source: () => SourceIndex;
}

export function indexSnapshot({ name, text, extent, language }: Snapshot): SnapshotIndex {
  return {
    name,
    text,
    language,
    extent: extentOf(text, extent),
    words: once(() => indexWords(text)),
    source: once(() => indexSource({ text })),
  };
}

/** @param given as far as who captured it knows */
export function extentOf(text: string, given: Snapshot['extent']): SnapshotExtent {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'EMPTY';
  if (given === 'PARTIAL') return 'PARTIAL';
  return text.length < PAGE ? 'SHORT' : 'FULL';
}

/** A stretch of a snapshot with its selectors. No surrogate pair is cut. */
export const placeIn = ({ name, text }: Pick<SnapshotIndex, 'name' | 'text'>, { start, end }: Span): SnapshotPlace => ({
  snapshot: name,
  position: { type: 'TextPositionSelector', start, end },
  quote: { type: 'TextQuoteSelector', ...quoteSelector(text, { start, end }) },
});
