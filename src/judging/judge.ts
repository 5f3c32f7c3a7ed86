import { ArticleView } from './context.js';
import { SEVERITIES, type Article, type Claim, type Severity, type Span, type Standing } from './evidence.js';
import { Fingerprints } from './fingerprint.js';
import { rankOf } from './rank.js';
import type { Bearing, FindingOutcome, Outcome, Rule } from './rule.js';
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
  /**
   * Claims of the article with the same number say the same thing in other words; null when no other claim does. A
   * number says nothing beyond one judging of one article.
   */
  readonly restatementGroup: number | null;
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
  /** For tests and plug-ins: ask these rules instead, with what the ruleset says about them, else their defaults. */
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
  const asked = rulesAsked(options).map((configured) => ({ configured, context: view.for(configured) }));
  const record = new Recorder(article, options.waived ?? new Set());

  for (const claim of article.claims) {
    for (const { configured, context } of asked) {
      const { rule } = configured;
      if (rule.scope === 'claim') record.ask(configured, claim, () => rule.judge(claim, context));
    }
  }
  for (const { configured, context } of asked) {
    const { rule } = configured;
    if (rule.scope === 'article') record.ask(configured, null, () => rule.judge(context));
  }

  const claims = article.claims.map((claim): ClaimJudgement => {
    const found = record.ofClaim(claim.ordinal);
    const standing = standingOf(claim, found.findings);
    return {
      ordinal: claim.ordinal,
      standing,
      rank: rankOf(claim, standing, worstOpen(found.findings)),
      notAssessed: found.notAssessed,
      restatementGroup: view.restatements.groupOf(claim),
    };
  });
  return {
    findings: record.findings,
    claims,
    notAssessed: record.ofArticle.notAssessed,
    errored: [...record.errored.values()],
    summary: summarise(claims, record.findings),
  };
}

function rulesAsked({ ruleset, rules }: JudgeOptions): readonly ConfiguredRule[] {
  if (!rules) return ruleset.rules.filter(({ enabled }) => enabled);
  const known = new Map(ruleset.rules.map((configured) => [configured.rule.meta.id, configured]));
  return createRuleset({}, rules)
    .rules.map((standard) => ({ ...standard, ...known.get(standard.rule.meta.id), rule: standard.rule }))
    .filter(({ enabled }) => enabled);
}

/** The worst severity among findings that are not waived; null when there is none. */
function worstOpen(findings: readonly Finding[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((f) => !f.waived && f.severity === severity)) ?? null;
}

/** What was found about one claim, or about the article. */
interface Found {
  readonly findings: Finding[];
  readonly notAssessed: RuleNotAssessed[];
}

/** Asks rules, and writes down what they answer. */
class Recorder {
  readonly findings: Finding[] = [];
  readonly errored = new Map<string, ErroredRule>();
  readonly ofArticle: Found = { findings: [], notAssessed: [] };
  private readonly byClaim = new Map<number, Found>();
  private readonly fingerprints = new Fingerprints();

  constructor(
    private readonly article: Article,
    private readonly waived: ReadonlySet<string>,
  ) {}

  ofClaim(ordinal: number): Found {
    let found = this.byClaim.get(ordinal);
    if (!found) this.byClaim.set(ordinal, (found = { findings: [], notAssessed: [] }));
    return found;
  }

  ask(configured: ConfiguredRule, claim: Claim | null, judge: () => Outcome | readonly Outcome[]): void {
    const rule = configured.rule.meta.id;
    const found = claim ? this.ofClaim(claim.ordinal) : this.ofArticle;
    try {
      const answer = judge();
      // All outcomes are read before any is written down: a rule that breaks midway leaves nothing half said.
      const outcomes = [answer].flat().map((outcome) => checked(configured.rule, outcome));
      for (const outcome of outcomes) {
        if (outcome.kind === 'finding') this.add(configured, claim, outcome);
        else if (outcome.kind === 'not assessed') found.notAssessed.push({ rule, reason: outcome.reason });
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const before = this.errored.get(rule);
      this.errored.set(
        rule,
        before ? { ...before, times: before.times + 1 } : { rule, claim: claim?.ordinal ?? null, message, times: 1 },
      );
      found.notAssessed.push({ rule, reason: `the rule failed: ${message}` });
    }
  }

  private add({ rule, severity }: ConfiguredRule, asked: Claim | null, outcome: FindingOutcome): void {
    const claim = asked ?? outcome.claim ?? null;
    const found = claim ? this.ofClaim(claim.ordinal) : this.ofArticle;
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
  }
}

/** @throws when the rule answers what its meta does not promise: a fault of the rule, not of the article */
function checked(rule: Rule, outcome: Outcome): Outcome {
  if (outcome.kind === 'finding' && outcome.bearing !== null && !rule.meta.bearings.includes(outcome.bearing)) {
    throw new Error(`a finding bears ${outcome.bearing}, which the meta of ${rule.meta.id} does not list`);
  }
  return outcome;
}

const milder = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b);
