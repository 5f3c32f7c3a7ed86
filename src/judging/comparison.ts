import type { Span } from './evidence.js';

/**
 * What came of holding a claim, and the quote on its citation, beside the snapshots of the cited source. It is worked out
 * by `comparing/compare.ts`, before and apart from judging: a source can have megabytes, and rules run while an article is
 * locked. Rules read this and never a source's text. All of it is plain JSON, stored as it is; `readComparison` checks what
 * was stored.
 */
export type Comparison = Compared | NotCompared;

/** No comparison is at hand, and why. What is not known is never a pass. */
export interface NotCompared {
  /** The source has no snapshot; or it has one, and the claim as it reads now was not compared with it yet. */
  readonly state: 'NO_SNAPSHOT' | 'PENDING';
}

/** A claim beside all snapshots of one source that were given. */
export interface Compared {
  readonly state: 'COMPARED';
  /** The `COMPARISON_VERSION` that made it. */
  readonly version: number;
  /** Of the snapshot that holds most of the source. */
  readonly extent: SnapshotExtent;
  /** The quote on the citation first, then quotations in the claim itself. Empty when there is nothing to look up. */
  readonly quotes: readonly QuoteMatch[];
  /** Null in a language that figures and names are not compared in. */
  readonly figures: FiguresCompared | null;
  /** Null in a language that is not compared, and when claim or source have too few words that carry meaning. */
  readonly support: SupportFound | null;
}

/** Raised when the same claim and texts can compare in another way: what was stored before is then `PENDING`. */
export const COMPARISON_VERSION = 2;

/**
 * How much of a source a snapshot holds. FULL: the whole page or document. PARTIAL: known to be a part, such as an
 * excerpt or what stands before a paywall. SHORT: taken for whole, and so short that it may be a teaser. EMPTY: no words, such
 * as a scanned document. What only a FULL one lacks is lacking.
 */
export const SNAPSHOT_EXTENTS = ['FULL', 'PARTIAL', 'SHORT', 'EMPTY'] as const;
export type SnapshotExtent = (typeof SNAPSHOT_EXTENTS)[number];

/**
 * Where a stretch stands in a snapshot: the selectors of the W3C Web Annotation data model, the first by position, the
 * second by its words and what stands around them. Both are in the snapshot's text as it was given, in UTF-16 units.
 */
export interface SnapshotPlace {
  /** Which snapshot, by the name that it was given: a hash, a file name. */
  readonly snapshot: string;
  readonly position: TextPositionSelector;
  readonly quote: TextQuoteSelector;
}

/** W3C Web Annotation. `end` is exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** W3C Web Annotation. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Whose words are looked up: the quote that stands on the citation, or a quotation in the claim. */
export const QUOTE_ORIGINS = ['CITATION', 'CLAIM'] as const;
export type QuoteOrigin = (typeof QUOTE_ORIGINS)[number];

/** What became of looking for a quote in the snapshots of the cited source. */
export interface QuoteMatch {
  readonly of: QuoteOrigin;
  /** As it was given. */
  readonly text: string;
  /** Fewer than three words: that they stand somewhere in the source proves little. */
  readonly short: boolean;
  /**
   * VERBATIM: word for word, but for what `docs/comparing.md` says is not compared. NEAR: with few words otherwise. NOT_FOUND: in none
   * of the snapshots that were given.
   */
  readonly result: QuoteResult;
  /** Of VERBATIM and NEAR, in the first snapshot that has it; else null. */
  readonly place: SnapshotPlace | null;
  /** Of NEAR, in order; else empty. At most `MOST_DIFFERENCES` are kept. */
  readonly differences: readonly QuoteDifference[];
  /** Of NEAR and NOT_FOUND: other sources of the article that have it word for word. Never for a short quote. */
  readonly elsewhere: readonly FoundElsewhere[];
}

export const QUOTE_RESULTS = ['VERBATIM', 'NEAR', 'NOT_FOUND'] as const;
export type QuoteResult = (typeof QUOTE_RESULTS)[number];

export const MOST_DIFFERENCES = 8;

/** Words of the quote, and what stands in the source in their place. One of the two is '' where words were added or left out. */
export interface QuoteDifference {
  readonly quote: string;
  readonly source: string;
}

/** Another source of the article that has the quote. */
export interface FoundElsewhere {
  /** Its `Source.key`. */
  readonly source: string;
  /** Of its reference. Labels change with the article's text: who stores this looks up the one that `source` has now. */
  readonly label: string;
  readonly place: SnapshotPlace;
}

export const MISSING_KINDS = ['YEAR', 'DATE', 'PERCENTAGE', 'AMOUNT', 'NUMBER', 'NAME'] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

/** Something that the claim states and that stands neither in a snapshot nor in the quote, in any form. */
export interface MissingWords {
  readonly kind: MissingKind;
  /** As the claim writes it. */
  readonly text: string;
  /** In `Claim.text`, in UTF-16 units; null where it stands in a row's label or column. */
  readonly span: Span | null;
  /** What the source says in its place, where that can be told: "up to 40" for "at least 40". */
  readonly instead: string | null;
}

export interface FiguresCompared {
  /** How many numbers, amounts, percentages and dates the claim states that can be looked for. */
  readonly stated: number;
  /** Figures and names that are in none of the snapshots, in the claim's order. */
  readonly missing: readonly MissingWords[];
}

/** See `docs/support.md`. */
export const FOUND_LABELS = ['FOUND', 'PARTLY_FOUND', 'NOT_FOUND', 'CONTRADICTED'] as const;
export type FoundLabel = (typeof FOUND_LABELS)[number];

/** How much of the claim is found in the snapshot that has most of it. Nothing of this says that a claim is true, or false. */
export interface SupportFound {
  /** From 0 to 1: ranks how well the source carries the claim. */
  readonly score: number;
  readonly label: FoundLabel;
  /** How often such an answer agreed with people, 0 to 1. */
  readonly confidence: number;
  /** The best sentences, the best first; at most three. */
  readonly passages: readonly SnapshotPlace[];
}
