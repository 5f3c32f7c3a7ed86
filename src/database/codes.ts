import type { FoundLabel, SnapshotExtent } from '../judging/comparison.js';
import type {
  ArticleFormat,
  Basis,
  BlockKind,
  Directness,
  Priority,
  Reliability,
  ReviewState,
  Severity,
  Stance,
  Standing,
  ValueState,
} from '../judging/evidence.js';

/**
 * Closed sets as they are stored: smallint codes. A code is never given another meaning; new members take new codes.
 */
export interface Codes<T extends string> {
  readonly toCode: Readonly<Record<T, number>>;
  /** @throws RangeError for a code that this version does not know */
  fromCode(code: number): T;
}

function codes<T extends string>(what: string, toCode: Record<T, number>): Codes<T> {
  const names = new Map(Object.entries<number>(toCode).map(([name, code]) => [code, name as T]));
  return {
    toCode,
    fromCode(code) {
      const name = names.get(code);
      if (name === undefined) throw new RangeError(`unknown ${what} code ${code} in the database`);
      return name;
    },
  };
}

/**
 * How a citation is known. SUGGESTED, a proposal, is none of what rules see: it is no evidence until an editor accepts it.
 */
export type CitationBasis = Basis | 'SUGGESTED';
export type FindingState = 'OPEN' | 'FIXED' | 'WAIVED';
export type Role = 'READER' | 'CHECKER' | 'EDITOR' | 'ADMIN';
export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
/** What became of a file, post or table of a collection. */
export type CollectionOutcome = 'IMPORTED' | 'UNCHANGED' | 'REFUSED' | 'SKIPPED';
export type VerdictValue = 'TRUE' | 'MOSTLY_TRUE' | 'MIXED' | 'MOSTLY_FALSE' | 'FALSE' | 'UNPROVEN';
/** What became of an attempt to deliver a message. */
export type DeliveryState = 'DELIVERED' | 'FAILED' | 'GIVEN_UP';
/** What became of a claim from one revision to another. */
export type ClaimChange = 'KEPT' | 'REWORDED' | 'MOVED' | 'ADDED' | 'GONE';
export type PastKind = 'ARTICLE' | 'CLAIM' | 'TEXT' | 'CITATION' | 'REFERENCE' | 'FINDING';
/** Lengths of time by which changes of totals are kept. */
export type Period = 'HOUR' | 'DAY' | 'MONTH';
/** Breakdowns whose totals are kept by key. */
export type KeptBreakdown = 'PUBLISHER' | 'RULE' | 'SECTION';
/** What is to be counted anew for them. */
export type DueOfBreakdowns = 'ARTICLE' | 'SOURCE';
export type { Reliability };

/** In the order of "worst first": 1 to 4 are the unsupported. Indexes rely on it. */
export const STANDING = codes<Standing>('standing', {
  REFUTED: 1,
  CONTESTED: 2,
  MISSING: 3,
  WEAK: 4,
  WAIVED: 5,
  CITED: 6,
  ADEQUATE: 7,
  NOT_CHECKABLE: 8,
});

export const BLOCK = codes<BlockKind>('block', {
  HEADING: 1,
  PARAGRAPH: 2,
  LIST_ITEM: 3,
  FIELD: 4,
  CELL: 5,
  EVIDENCE_ROW: 6,
  QUESTION: 7,
  ANSWER: 8,
  DEFINITION: 9,
  BOILERPLATE: 10,
});

export const VALUE_STATE = codes<ValueState>('value state', {
  PRESENT: 1,
  BLANK: 2,
  ELIDED: 3,
  UNDISCLOSED: 4,
  NOT_APPLICABLE: 5,
});

export const SEVERITY = codes<Severity>('severity', { ERROR: 1, WARNING: 2, NOTE: 3 });
export const STANCE = codes<Stance>('stance', { SUPPORTS: 1, REFUTES: 2, NEUTRAL: 3 });
export const DIRECTNESS = codes<Directness>('directness', { DIRECT: 1, INDIRECT: 2, UNKNOWN: 3 });
export const BASIS = codes<CitationBasis>('basis', { ASSERTED: 1, MATCHED: 2, REVIEWED: 3, SUGGESTED: 4 });
export const REVIEW_STATE = codes<ReviewState>('review state', { PROPOSED: 1, ACCEPTED: 2, REJECTED: 3 });
/** HIGH first, as people work. */
export const PRIORITY = codes<Priority>('priority', { HIGH: 1, NORMAL: 2, LOW: 3 });
export const FORMAT = codes<ArticleFormat>('format', { TEXT: 1, MARKDOWN: 2, HTML: 3, WIKITEXT: 4 });
export const FINDING_STATE = codes<FindingState>('finding state', { OPEN: 1, FIXED: 2, WAIVED: 3 });
/** A higher role may do all that a lower one may. */
export const ROLE = codes<Role>('role', { READER: 1, CHECKER: 2, EDITOR: 3, ADMIN: 4 });
export const JOB_STATE = codes<JobState>('job state', { WAITING: 1, RUNNING: 2, DONE: 3, FAILED: 4 });

export const COLLECTION_OUTCOME = codes<CollectionOutcome>('collection outcome', {
  IMPORTED: 1,
  UNCHANGED: 2,
  REFUSED: 3,
  SKIPPED: 4,
});
export const VERDICT = codes<VerdictValue>('verdict', {
  TRUE: 1,
  MOSTLY_TRUE: 2,
  MIXED: 3,
  MOSTLY_FALSE: 4,
  FALSE: 5,
  UNPROVEN: 6,
});
export const CLAIM_CHANGE = codes<ClaimChange>('change of a claim', {
  KEPT: 1,
  REWORDED: 2,
  MOVED: 3,
  ADDED: 4,
  GONE: 5,
});
/** Of which table a row of the past is. */
export const PAST_KIND = codes<PastKind>('kind of a past row', {
  ARTICLE: 1,
  CLAIM: 2,
  TEXT: 3,
  CITATION: 4,
  REFERENCE: 5,
  FINDING: 6,
});
export const PERIOD = codes<Period>('period', { HOUR: 1, DAY: 2, MONTH: 3 });
export const BREAKDOWN = codes<KeptBreakdown>('breakdown', { PUBLISHER: 1, RULE: 2, SECTION: 3 });
export const DUE_OF_BREAKDOWNS = codes<DueOfBreakdowns>('kind of what is due', { ARTICLE: 1, SOURCE: 2 });
/** The Admiralty code's letters for the reliability of a source. */
export const RELIABILITY = codes<Reliability>('reliability', { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6 });
export const DELIVERY_STATE = codes<DeliveryState>('delivery state', { DELIVERED: 1, FAILED: 2, GIVEN_UP: 3 });
/** How much of a source a snapshot holds. */
export const SNAPSHOT_EXTENT = codes<SnapshotExtent>('extent of a snapshot', {
  FULL: 1,
  PARTIAL: 2,
  SHORT: 3,
  EMPTY: 4,
});
/** What was found of a claim in its source, by whoever looked. */
export const SUPPORT_LABEL = codes<FoundLabel>('label of support', {
  FOUND: 1,
  PARTLY_FOUND: 2,
  NOT_FOUND: 3,
  CONTRADICTED: 4,
});
