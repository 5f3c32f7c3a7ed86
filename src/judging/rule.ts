import type { Article, Claim, Severity, Source, Span, Standing } from './evidence.js';
import type { Conflicts } from './text/conflicts.js';
import type { Restatements } from './text/restatements.js';

/**
 * What a rule reads, from the narrowest to the widest. `editing` works out from it which claims a change can touch:
 * a rule that does not say what it reads would go stale unseen.
 */
export const READS = [
  'claim',
  'citations',
  'paragraph',
  'references',
  'sources',
  'restatements',
  'conflicts',
  'markers',
  'totals',
  'quotes',
  'comparisons',
  'history',
  'clock',
] as const;
export type Reads = (typeof READS)[number];

/** What stands in a rule's documentation, and what the engine must know about it. */
export interface RuleMeta {
  /** kebab-case, stable for ever. */
  readonly id: string;
  /** One line: what is wrong when it fires. */
  readonly title: string;
  /** Markdown paragraphs: what it looks for, why that matters, when it stays quiet, where the method comes from. */
  readonly description: string;
  /** How to mend what it finds, in general. */
  readonly remedy: string;
  /** Raised when the same article can get another answer. */
  readonly version: number;
  /** The default; a ruleset may change it. */
  readonly severity: Severity;
  /** What its findings can bear on the standing; empty when they never do. */
  readonly bearings: readonly Bearing[];
  readonly reads: readonly Reads[];
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  /** A milder rule that says the same: it is not asked about a claim on which this one fires. Both read the same. */
  readonly replaces?: string;
  /** For the documentation: a text that fires and one that does not, each in a line or two. */
  readonly examples: { readonly fires: readonly string[]; readonly quiet: readonly string[] };
}

/** What a finding can bear on the standing of its claim. */
export type Bearing = Extract<Standing, 'MISSING' | 'WEAK'>;

export interface Threshold {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly description: string;
}

/** Something that the rule found: an answer about data, never an error. */
export interface FindingOutcome {
  readonly kind: 'finding';
  /** What is wrong, naming the text that it is about. */
  readonly message: string;
  /** What would mend it, here. */
  readonly remedy: string;
  /** Where; the claim's or the title's span when left out. */
  readonly span?: Span;
  readonly line?: number;
  readonly bearing: Bearing | null;
  /** From a rule about the article: the claim in which it stands, for people to see it there. */
  readonly claim?: Claim;
  /** Milder than the configured severity; never harsher. */
  readonly atMost?: Severity;
  /**
   * What it is about when a claim or an article can have several findings of the rule (a number, a label).
   * Part of the fingerprint.
   */
  readonly about?: string;
}

export interface Clear {
  readonly kind: 'clear';
}
/** The rule has nothing to say about such a claim. */
export interface NotApplicable {
  readonly kind: 'not applicable';
}
/** What the rule needs is absent. Never a pass. */
export interface NotAssessed {
  readonly kind: 'not assessed';
  readonly reason: string;
}

export type Outcome = FindingOutcome | Clear | NotApplicable | NotAssessed;

export const CLEAR: Clear = { kind: 'clear' };
export const NOT_APPLICABLE: NotApplicable = { kind: 'not applicable' };
export const notAssessed = (reason: string): NotAssessed => ({ kind: 'not assessed', reason });

/** The citations of an article that stand on one thing. One claim and one number is one citation. */
export interface CitationTotal {
  /** See `standsOn`. */
  readonly key: string;
  /** In the order of the article's references. */
  readonly labels: readonly string[];
  readonly source: Source | null;
  readonly citations: number;
}

/** A quote that stands on a claim as its evidence. */
export interface QuoteUse {
  readonly quote: string;
  /** Of the claim. */
  readonly ordinal: number;
  readonly line: number;
  /** Equal for claims that say the same. */
  readonly statement: string;
}

/** What a rule may look at beside its claim. Everything is computed once an article, when first asked for. */
export interface RuleContext {
  readonly article: Article;
  /** An argument, never the clock. */
  readonly now: Date;
  readonly restatements: Restatements;
  readonly conflicts: Conflicts;
  /** How many citations stand on each source, and on each number that resolves to none. Rejected ones do not count. */
  readonly totals: readonly CitationTotal[];
  /** The quotes of all citations, in reading order. Rejected ones do not count. */
  readonly quotes: readonly QuoteUse[];
  /** What the list of references says under a label; null when the label is not listed. */
  entryOf(label: string): string | null;
  /** The next claim with a citation in the same paragraph, list item or table row; null when none follows. */
  nextCitedInParagraph(claim: Claim): Claim | null;
  /** The configured value of one of the rule's own thresholds. */
  threshold(name: string): number;
}

/** Asked about each claim. May answer with several findings (one per number). */
export interface ClaimRule {
  readonly meta: RuleMeta;
  readonly scope: 'claim';
  judge(claim: Claim, context: RuleContext): Outcome | readonly Outcome[];
  /** Of a rule that reads the clock: when time alone can next change its answer, after `context.now`; null for never. */
  dueAt?(claim: Claim, context: RuleContext): Date | null;
}

/** Asked once an article. */
export interface ArticleRule {
  readonly meta: RuleMeta;
  readonly scope: 'article';
  judge(context: RuleContext): Outcome | readonly Outcome[];
}

export type Rule = ClaimRule | ArticleRule;
