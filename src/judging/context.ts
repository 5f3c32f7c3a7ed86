import type { Article, Claim } from './evidence.js';
import { type ClaimRelations, KnownRestatements, relationsOf } from './relations.js';
import { quotesOf } from './quotes.js';
import type { CitationTotal, QuoteUse, RuleContext } from './rule.js';
import type { ConfiguredRule } from './ruleset.js';
import { distinctCitations, standsOn } from './text/cited.js';
import { findConflicts, type Conflicts } from './text/conflicts.js';
import { findRestatements, type Restatements } from './text/restatements.js';
import { readStatements, type Statement } from './text/statements.js';

/** What is known of an article of which only some claims are at hand. */
export interface Known {
  /** Of the claims at hand, by ordinal. */
  readonly relations: ReadonlyMap<number, ClaimRelations>;
  /** Of all claims. */
  readonly totals: readonly CitationTotal[];
  /** Of all claims. */
  readonly quotes: readonly QuoteUse[];
}

/** What the rules share about one article, each part computed once, when a rule first asks for it. */
export class ArticleView {
  private statementsMade: readonly Statement[] | null = null;
  private restatementsMade: Restatements | null = null;
  private conflictsMade: Conflicts | null = null;
  private relationsMade: ReadonlyMap<number, ClaimRelations> | null = null;
  private totalsMade: readonly CitationTotal[] | null = null;
  private quotesMade: readonly QuoteUse[] | null = null;
  private entriesMade: ReadonlyMap<string, string | null> | null = null;
  private nextCitedMade: ReadonlyMap<number, Claim> | null = null;

  /** @param known given when `article` has only some of its claims */
  constructor(
    readonly article: Article,
    readonly now: Date,
    private readonly known: Known | null = null,
  ) {}

  get restatements(): Restatements {
    return (this.restatementsMade ??= this.known
      ? new KnownRestatements(this.article.claims, this.known.relations)
      : findRestatements(this.statements));
  }

  get relations(): ReadonlyMap<number, ClaimRelations> {
    return this.known?.relations ?? (this.relationsMade ??= relationsOf(this.article, this.restatements));
  }

  get totals(): readonly CitationTotal[] {
    return this.known?.totals ?? (this.totalsMade ??= totalsOf(this.article));
  }

  get quotes(): readonly QuoteUse[] {
    return this.known?.quotes ?? (this.quotesMade ??= quotesOf(this.article.claims, this.relations));
  }

  get conflicts(): Conflicts {
    if (this.known) throw new Error('conflicts are found among all claims of an article, and only some are at hand');
    return (this.conflictsMade ??= findConflicts(this.article, this.statements));
  }

  entryOf(label: string): string | null {
    this.entriesMade ??= new Map(this.article.references.map((reference) => [reference.label, reference.text]));
    return this.entriesMade.get(label) ?? null;
  }

  nextCitedInParagraph(claim: Claim): Claim | null {
    return (this.nextCitedMade ??= nextCited(this.article)).get(claim.ordinal) ?? null;
  }

  /** The same, as one rule sees it: with that rule's thresholds. */
  for({ rule, thresholds }: ConfiguredRule): OneRuleContext {
    return new OneRuleContext(this, rule.meta.id, thresholds, this.now);
  }

  private get statements(): readonly Statement[] {
    return (this.statementsMade ??= readStatements(this.article));
  }
}

function totalsOf({ claims, references }: Article): CitationTotal[] {
  const byKey = new Map<string, { labels: Set<string>; total: CitationTotal }>();
  for (const citation of claims.flatMap(distinctCitations)) {
    const key = standsOn(citation);
    const known = byKey.get(key);
    const labels = (known?.labels ?? new Set()).add(citation.label);
    const citations = (known?.total.citations ?? 0) + 1;
    byKey.set(key, { labels, total: { key, labels: [], source: citation.source, citations } });
  }
  // In number order, as they are where the totals were counted before.
  const place = new Map(references.map(({ label }, i) => [label, i]));
  const inOrder = (labels: ReadonlySet<string>): string[] =>
    [...labels].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return [...byKey.values()].map(({ labels, total }) => ({ ...total, labels: inOrder(labels) }));
}

/** By ordinal; from the end, so that each claim is looked at once. */
function nextCited(article: Article): Map<number, Claim> {
  const next = new Map<number, Claim>();
  const seen = new Map<number, Claim>();
  for (const claim of article.claims.toReversed()) {
    const later = seen.get(claim.blockIndex);
    if (later) next.set(claim.ordinal, later);
    if (claim.citations.length > 0) seen.set(claim.blockIndex, claim);
  }
  return next;
}

/** An article's view, as one rule sees it. */
export class OneRuleContext implements RuleContext {
  constructor(
    private readonly view: ArticleView,
    private readonly rule: string,
    private readonly thresholds: Readonly<Record<string, number>>,
    readonly now: Date,
  ) {}

  /** The same at another time. */
  asOf(now: Date): OneRuleContext {
    return new OneRuleContext(this.view, this.rule, this.thresholds, now);
  }

  get article(): Article {
    return this.view.article;
  }
  get restatements(): Restatements {
    return this.view.restatements;
  }
  get conflicts(): Conflicts {
    return this.view.conflicts;
  }
  get totals(): readonly CitationTotal[] {
    return this.view.totals;
  }
  get quotes(): readonly QuoteUse[] {
    return this.view.quotes;
  }
  nextCitedInParagraph(claim: Claim): Claim | null {
    return this.view.nextCitedInParagraph(claim);
  }
  /** Properties, so that a rule may take them out of the context. */
  readonly entryOf = (label: string): string | null => this.view.entryOf(label);
  readonly threshold = (name: string): number => {
    const value = this.thresholds[name];
    if (value === undefined)
      throw new Error(`The rule ${this.rule} asks for "${name}", a threshold that its meta lacks`);
    return value;
  };
}
