import { types } from 'node:util';
import { ArticleView, type Known } from './context.js';
import { SEVERITIES, type Article, type Claim, type Severity, type Span, type Standing } from './evidence.js';
import { Fingerprints } from './fingerprint.js';
import { languageOf } from '../languages/languages.js';
import { outcomesOf } from './outcome-check.js';
import { rankOf } from './rank.js';
import type { ClaimRelations } from './relations.js';
import type { Bearing, FindingOutcome, Outcome, Rule, RuleMeta } from './rule.js';
import { createRuleset, type ConfiguredRule, type Ruleset } from './ruleset.js';
import { standingOf } from './standing.js';
import { summarise } from './summary.js';

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
  /** The order of "worst and most important first"; see `rank.ts`. Under `UNSUPPORTED_RANK_BELOW` the claim is unsupported. */
  readonly rank: number;
  readonly notAssessed: readonly RuleNotAssessed[];
  readonly relations: ClaimRelations;
  /** When time alone can next change what the rules answer; null for never. */
  readonly dueAt: Date | null;
}

/** A rule that lacked what it needs, or that failed. Never a pass. */
export interface RuleNotAssessed {
  readonly rule: string;
  readonly reason: string;
}

/** A rule that threw. The others went on, and so did the rule on the other claims. */
export interface ErroredRule {
  readonly rule: string;
  /** The first claim on which it threw; null when it was asked about the article. */
  readonly claim: number | null;
  readonly message: string;
  /** On how many claims it threw; 1 when it was asked about the article. */
  readonly times: number;
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
  /** Rules about the article as a whole that lacked what they need. */
  readonly notAssessed: readonly RuleNotAssessed[];
  readonly errored: readonly ErroredRule[];
  readonly summary: Summary;
}

export interface JudgeOptions {
  readonly ruleset: Ruleset;
  readonly now: Date;
  /** Fingerprints of findings that a person waived, the waiver still in force. */
  readonly waived?: ReadonlySet<string>;
  /** When rules that read the clock are to see another time than `now`: by the claim's ordinal. */
  readonly asOf?: ReadonlyMap<number, Date>;
  /** For tests: ask these rules instead, with what the ruleset says about them, else their defaults. */
  readonly rules?: readonly Rule[];
}

/**
 * Judges every claim of an article.
 *
 * A rule that throws does not end the run: it is listed in `errored`, and the claims on which it threw say that it was
 * not assessed.
 *
 * @returns a finding per thing found (claims in reading order, then the article), a standing per claim, and the totals.
 *   Deterministic: the same input gives the same answer, in the same order.
 */
export function judgeArticle(article: Article, options: JudgeOptions): Judgement {
  const view = new ArticleView(article, options.now);
  const record = ask(view, options, () => () => true);
  const claims = article.claims.map((claim): ClaimJudgement => {
    const found = record.of(claim.ordinal);
    return {
      ordinal: claim.ordinal,
      ...standingAndRank(article, claim, found.findings),
      notAssessed: found.notAssessed,
      relations: view.relations.get(claim.ordinal)!,
      dueAt: record.dueAt.get(claim.ordinal) ?? null,
    };
  });
  return {
    findings: record.findings,
    claims,
    notAssessed: record.of(null).notAssessed,
    errored: [...record.errored.values()],
    summary: summarise(claims, record.findings),
  };
}

/** What some rules answer about some claims, and about the article. */
export interface PartJudgement {
  readonly findings: readonly Finding[];
  /** By the claim's ordinal; null stands for the article. */
  readonly notAssessed: ReadonlyMap<number | null, readonly RuleNotAssessed[]>;
  /** Which rules were asked about which claim: what they answered before is replaced by this. */
  readonly asked: ReadonlyMap<number | null, ReadonlySet<string>>;
  /** By the claim's ordinal, of those that were asked about. */
  readonly dueAt: ReadonlyMap<number, Date>;
  readonly errored: readonly ErroredRule[];
}

/**
 * Asks only those rules, about those claims, that a change can touch. What they answer is what they would answer if all
 * were judged.
 *
 * @param article with the claims at hand: those that are asked about, all of their paragraphs and restatements; and with
 *   all references
 * @param touched which rules are to be asked about a claim; null stands for the article, and in its place for none
 */
export function judgePart(
  article: Article,
  known: Known,
  touched: (claim: Claim | null) => ((rule: RuleMeta) => boolean) | null,
  options: JudgeOptions,
): PartJudgement {
  const record = ask(new ArticleView(article, options.now, known), options, touched);
  return {
    findings: record.findings,
    notAssessed: new Map([...record.asked.keys()].map((ordinal) => [ordinal, record.of(ordinal).notAssessed])),
    asked: record.asked,
    dueAt: record.dueAt,
    errored: [...record.errored.values()],
  };
}

/** The same judgement where other findings are waived. @param article the one that was judged */
export function rewaive(article: Article, judgement: Judgement, waived: ReadonlySet<string>): Judgement {
  const findings = judgement.findings.map((finding) => ({ ...finding, waived: waived.has(finding.fingerprint) }));
  const own = Map.groupBy(findings, ({ claim }) => claim);
  const claims = judgement.claims.map((each, i) => ({
    ...each,
    ...standingAndRank(article, article.claims[i]!, own.get(each.ordinal) ?? []),
  }));
  return { ...judgement, findings, claims, summary: summarise(claims, findings) };
}

/** @param findings of this claim, waived ones too */
export function standingAndRank(
  article: Pick<Article, 'language'>,
  claim: Claim,
  findings: readonly Pick<Finding, 'rule' | 'bearing' | 'waived' | 'severity'>[],
): Pick<ClaimJudgement, 'standing' | 'rank'> {
  const standing = standingOf(claim, findings);
  const worst = SEVERITIES.find((severity) => findings.some((f) => !f.waived && f.severity === severity)) ?? null;
  return { standing, rank: rankOf(claim, standing, worst, languageOf(article.language)) };
}

function ask(
  view: ArticleView,
  options: JudgeOptions,
  touched: (claim: Claim | null) => ((rule: RuleMeta) => boolean) | null,
): Recorder {
  const rules = rulesAsked(options).map((configured) => ({ configured, context: view.for(configured) }));
  const record = new Recorder(view, options.waived ?? new Set());
  for (const claim of view.article.claims) {
    const isTouched = touched(claim);
    if (!isTouched) continue;
    for (const { configured, context } of rules) {
      const { rule } = configured;
      if (rule.scope !== 'claim' || !isTouched(rule.meta)) continue;
      const at = rule.dueAt && options.asOf?.get(claim.ordinal);
      const seen = at ? context.asOf(at) : context;
      record.ask(configured, claim, () => rule.judge(claim, seen));
      if (rule.dueAt) record.due(claim, () => rule.dueAt!(claim, seen));
    }
  }
  const isTouched = touched(null);
  for (const { configured, context } of rules) {
    const { rule } = configured;
    if (rule.scope !== 'article' || !isTouched?.(rule.meta)) continue;
    record.ask(configured, null, () => rule.judge(context));
  }
  return record;
}

function rulesAsked({ ruleset, rules }: JudgeOptions): readonly ConfiguredRule[] {
  if (!rules) return ruleset.rules.filter(({ enabled }) => enabled);
  const known = new Map(ruleset.rules.map((configured) => [configured.rule.meta.id, configured]));
  return createRuleset({}, rules)
    .rules.map((standard) => ({ ...standard, ...known.get(standard.rule.meta.id), rule: standard.rule }))
    .filter(({ enabled }) => enabled);
}

/** What was found about one claim, or about the article. */
interface Found {
  readonly findings: Finding[];
  readonly notAssessed: RuleNotAssessed[];
  /** Rules that one which found something takes the place of. */
  readonly replaced: Set<string>;
}

/** Asks rules, and writes down what they answer. */
class Recorder {
  readonly findings: Finding[] = [];
  readonly errored = new Map<string, ErroredRule>();
  /** Which rules were asked about which claim; null stands for the article. */
  readonly asked = new Map<number | null, Set<string>>();
  /** By ordinal. */
  readonly dueAt = new Map<number, Date>();
  private readonly found = new Map<number | null, Found>();
  private readonly fingerprints: Fingerprints;
  private readonly article: Article;
  private readonly relations: ReadonlyMap<number, ClaimRelations>;

  constructor(
    view: ArticleView,
    private readonly waived: ReadonlySet<string>,
  ) {
    this.article = view.article;
    this.relations = view.relations;
    this.fingerprints = new Fingerprints(view.relations);
  }

  /** What was found about a claim; about the article when null. */
  of(ordinal: number | null): Found {
    let found = this.found.get(ordinal);
    if (!found) this.found.set(ordinal, (found = { findings: [], notAssessed: [], replaced: new Set() }));
    return found;
  }

  ask(configured: ConfiguredRule, claim: Claim | null, judge: () => Outcome | readonly Outcome[]): void {
    const rule = configured.rule.meta.id;
    const ordinal = claim?.ordinal ?? null;
    const found = this.of(ordinal);
    const asked = this.asked.get(ordinal);
    if (asked) asked.add(rule);
    else this.asked.set(ordinal, new Set([rule]));
    // What a stricter rule has said is not said again.
    if (found.replaced.has(rule)) return;
    try {
      const answer = judge();
      // All outcomes are read before any is written down: a rule that breaks midway leaves nothing half said.
      const outcomes = outcomesOf(answer, configured.rule, this.relations);
      for (const outcome of outcomes) {
        if (outcome.kind === 'finding') this.add(configured, claim, outcome);
        else if (outcome.kind === 'not assessed') found.notAssessed.push({ rule, reason: outcome.reason });
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const before = this.errored.get(rule);
      this.errored.set(
        rule,
        before ? { ...before, times: before.times + 1 } : { rule, claim: ordinal, message, times: 1 },
      );
      found.notAssessed.push({ rule, reason: `the rule failed: ${message}` });
    }
  }

  /** Notes when time alone can next change an answer about the claim. */
  due(claim: Claim, next: () => Date | null): void {
    let at: Date | null = null;
    try {
      at = next();
    } catch {
      // The rule's answer tells that it is broken; what it would say later nobody knows.
    }
    const before = this.dueAt.get(claim.ordinal);
    if (types.isDate(at) && at.getTime() > -Infinity && (!before || at < before)) this.dueAt.set(claim.ordinal, at);
  }

  private add({ rule, severity }: ConfiguredRule, asked: Claim | null, outcome: FindingOutcome): void {
    const claim = asked ?? outcome.claim ?? null;
    const found = this.of(claim?.ordinal ?? null);
    const fingerprint = this.fingerprints.next(rule.meta.id, claim, outcome.about);
    const finding: Finding = {
      rule: rule.meta.id,
      severity: outcome.atMost ? milder(severity, outcome.atMost) : severity,
      bearing: outcome.bearing,
      claim: claim?.ordinal ?? null,
      message: outcome.message,
      remedy: outcome.remedy,
      span: outcome.span ?? (claim ? claim.span : this.article.titleSpan),
      line: outcome.line ?? (claim ? claim.line : this.article.titleLine),
      fingerprint,
      waived: this.waived.has(fingerprint),
    };
    this.findings.push(finding);
    found.findings.push(finding);
    if (rule.meta.replaces !== undefined) found.replaced.add(rule.meta.replaces);
  }
}

const milder = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b);
