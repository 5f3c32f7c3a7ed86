import type { Article, Severity, Span, Standing } from './evidence.js';
import type { Bearing, Rule } from './rule.js';
import type { Ruleset } from './ruleset.js';

/** What a rule found, ready to be stored or shown. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly bearing: Bearing | null;
  /** The claim's ordinal; null for a finding about the article. */
  readonly claim: number | null;
  readonly message: string;
  readonly remedy: string;
  readonly span: Span | null;
  readonly line: number;
  /** Rule + normalised text + occurrence, no ids: stable across revisions that do not touch the text. */
  readonly fingerprint: string;
  readonly waived: boolean;
}

export interface ClaimJudgement {
  readonly ordinal: number;
  readonly standing: Standing;
  /** The order of "worst and most important first"; see `rank.ts`. Under `UNSUPPORTED_RANKS` the claim is unsupported. */
  readonly rank: number;
  readonly notAssessed: readonly { readonly rule: string; readonly reason: string }[];
}

/** A rule that threw. The others went on. */
export interface ErroredRule {
  readonly rule: string;
  readonly claim: number | null;
  readonly message: string;
}

export interface Summary {
  readonly claims: number;
  readonly checkable: number;
  readonly byStanding: Readonly<Record<Standing, number>>;
  /** Open findings. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Claims on which some rule lacked what it needs. */
  readonly notAssessed: number;
  /** Share of checkable claims that are CITED, WAIVED or ADEQUATE; null when nothing is checkable. */
  readonly score: number | null;
  readonly checkedShare: number | null;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** `claims[i]` is about the article's `claims[i]`. */
  readonly claims: readonly ClaimJudgement[];
  readonly errored: readonly ErroredRule[];
  readonly summary: Summary;
}

export interface JudgeOptions {
  readonly ruleset: Ruleset;
  readonly now: Date;
  /** Fingerprints of findings that a person waived, the waiver still in force. */
  readonly waived?: ReadonlySet<string>;
  /** For tests and plug-ins; the built-in rules when left out. */
  readonly rules?: readonly Rule[];
}

/**
 * Judges every claim of an article.
 *
 * @returns a finding per thing found, a standing per claim, and the totals. Deterministic: the same input gives the
 *   same answer, in the same order.
 */
export declare function judgeArticle(article: Article, options: JudgeOptions): Judgement;
