import type { Article, Claim } from './evidence.js';
import type { RuleContext } from './rule.js';
import type { ConfiguredRule } from './ruleset.js';
import { findConflicts, type Conflicts } from './text/conflicts.js';
import { findRestatements, type Restatements } from './text/restatements.js';
import { readStatements, type Statement } from './text/statements.js';

/** What the rules share about one article, each part computed once, when a rule first asks for it. */
export class ArticleView {
  private statementsMade: readonly Statement[] | null = null;
  private restatementsMade: Restatements | null = null;
  private conflictsMade: Conflicts | null = null;
  private entriesMade: ReadonlyMap<string, string | null> | null = null;
  private nextCitedMade: ReadonlyMap<number, Claim> | null = null;

  constructor(
    readonly article: Article,
    readonly now: Date,
  ) {}

  get restatements(): Restatements {
    return (this.restatementsMade ??= findRestatements(this.statements));
  }

  get conflicts(): Conflicts {
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
  for({ rule, thresholds }: ConfiguredRule): RuleContext {
    return new OneRuleContext(this, rule.meta.id, thresholds);
  }

  private get statements(): readonly Statement[] {
    return (this.statementsMade ??= readStatements(this.article));
  }
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

class OneRuleContext implements RuleContext {
  constructor(
    private readonly view: ArticleView,
    private readonly rule: string,
    private readonly thresholds: Readonly<Record<string, number>>,
  ) {}

  get article(): Article {
    return this.view.article;
  }
  get now(): Date {
    return this.view.now;
  }
  get restatements(): Restatements {
    return this.view.restatements;
  }
  get conflicts(): Conflicts {
    return this.view.conflicts;
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
