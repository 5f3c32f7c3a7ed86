import type { CitationBasis } from '../database/codes.js';
import type { Comparison } from '../judging/comparison.js';
import type { RuleNotAssessed } from '../judging/judge.js';
import {
  SEVERITIES,
  STANDINGS,
  type BlockKind,
  type Citation,
  type Claim,
  type Marker,
  type Priority,
  type Severity,
  type Source,
  type Span,
  type Standing,
} from '../judging/evidence.js';
import type { ClaimRelations } from '../judging/relations.js';
import type { Bearing, QuoteUse } from '../judging/rule.js';
import type { RulesetConfig } from '../judging/ruleset.js';
import type { TextQuoteSelector } from '../judging/selector.js';

/*
 * An article under its lock, as far as it is at hand. A change is made to this, what it touches is judged again, and
 * what became of it is written. Ids are UUIDs.
 */

export interface HeldArticle {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  /** Number and id of the newest revision. */
  readonly revision: number;
  readonly revisionId: string;
  readonly eventSeq: number;
  readonly relationsVersion: number;
  readonly desk: string | null;
  readonly archivedAt: Date | null;
  readonly publishedAt: Date | null;
  /** When the newest revision came. */
  readonly revisedAt: Date;
  readonly title: string;
  readonly titleSpan: Span | null;
  readonly titleLine: number;
  readonly language: string | null;
  readonly hasReferenceList: boolean;
}

/** What people said over the reader; null where they said nothing. */
export interface Overrides {
  readonly block: BlockKind | null;
  readonly checkable: boolean | null;
  readonly priority: Priority | null;
}

export interface HeldClaim {
  readonly id: string;
  version: number;
  /** Without its citations, which stand in `ArticleState.citations`. */
  evidence: Omit<Claim, 'citations'>;
  /** As the reader read it. */
  readonly read: Pick<Claim, keyof Overrides | 'notCheckable'>;
  overrides: Overrides;
  /** The first revision of its text as it reads now, and when that came. */
  readonly textRevision: number;
  readonly textSince: Date;
  /** When a person last concluded whether it is true, as it reads now. */
  reviewedAt: Date | null;
  readonly judgedAt: Date;
  /** When time alone can next change how it stands. */
  readonly dueAt: Date | null;
  readonly assigneeId: string | null;
  readonly relations: ClaimRelations;
  standing: Standing;
  rank: number;
  notAssessed: readonly RuleNotAssessed[];
  readonly selector: TextQuoteSelector;
}

/** A reference that is cited or listed. */
export interface HeldReference {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly number: number;
  readonly text: string | null;
  readonly span: Span | null;
  readonly line: number | null;
  readonly locator: string | null;
  readonly source: HeldSource | null;
  /** An editor said so, rather than the article's list. */
  readonly defined: boolean;
  /** Its number is an editor's, too: the text does not have it. */
  readonly added: boolean;
  readonly markerCount: number;
  /** Without proposals, as the next. */
  readonly citationCount: number;
  readonly rejectedCount: number;
}

export interface HeldSource {
  readonly id: string;
  readonly version: number;
  /** Counts what changed of its snapshots; 0: there never were any. */
  readonly snapshotsVersion: number;
  readonly evidence: Source;
}

/** A citation, or a proposal of one, which no rule sees. */
export interface HeldCitation extends Omit<Citation, 'label' | 'number' | 'source' | 'basis' | 'comparison'> {
  readonly id: string;
  readonly claimId: string;
  readonly referenceId: string;
  readonly ordinal: number;
  readonly version: number;
  /** Null: the author's own marker. */
  readonly createdBy: string | null;
  readonly basis: CitationBasis;
  /** What was last stored of it beside its source's snapshots, and from what that was made; null: nothing. */
  readonly stored: StoredComparison | null;
}

export interface StoredComparison {
  readonly madeFrom: string;
  readonly comparison: Comparison;
}

/** It is proposed, and no evidence: not yet, or, when it was rejected, not at all. */
export const isProposal = ({ basis }: Pick<HeldCitation, 'basis'>): boolean => basis === 'SUGGESTED';

/** A finding that is not fixed. */
export interface HeldFinding {
  readonly id: string;
  /** Null: it is about the article. */
  readonly claimId: string | null;
  readonly rule: string;
  readonly severity: Severity;
  readonly bearing: Bearing | null;
  readonly waived: boolean;
  readonly message: string;
  readonly remedy: string;
  readonly line: number;
  readonly span: Span | null;
  readonly fingerprint: string;
}

/** Counts of an article's claims and open findings. */
export interface Tally {
  claims: number;
  byStanding: Record<Standing, number>;
  bySeverity: Record<Severity, number>;
  byRule: Record<string, number>;
  notAssessed: number;
}

export interface ArticleState {
  readonly article: HeldArticle;
  readonly ruleset: RulesetConfig;
  /** Whether the workspace keeps texts of sources: claims are then compared with them. */
  readonly keepsSnapshots: boolean;
  /** Whether the workspace has rated any publisher. */
  readonly ratesPublishers: boolean;
  /** Those at hand, in reading order. */
  readonly claims: readonly HeldClaim[];
  /** Whether that is all of them. */
  readonly complete: boolean;
  /** Markers with a mistake in them; only when all claims are at hand. */
  readonly brokenMarkers: readonly Marker[];
  /** Of the claims at hand. */
  citations: readonly HeldCitation[];
  /** All of the article, in number order. */
  references: readonly HeldReference[];
  /** Of the claims that are not at hand. */
  readonly quotes: readonly QuoteUse[];
  /** Of the claims at hand, and of the article. */
  readonly findings: readonly HeldFinding[];
  /** Fingerprints of findings that a person waived, the waiver in force. */
  waived: ReadonlySet<string>;
  tally: Tally;
}

/** Totals of nothing. */
export const emptyTally = (): Tally => ({
  claims: 0,
  byStanding: zeros(STANDINGS),
  bySeverity: zeros(SEVERITIES),
  byRule: {},
  notAssessed: 0,
});

const zeros = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;

/** An article of which nothing was read but its own row: for changes that no rule looks at. */
export const unreadState = (article: HeldArticle): ArticleState => ({
  article,
  ruleset: {},
  keepsSnapshots: false,
  ratesPublishers: false,
  claims: [],
  complete: false,
  brokenMarkers: [],
  citations: [],
  references: [],
  quotes: [],
  findings: [],
  waived: new Set(),
  tally: emptyTally(),
});
