import assert from 'node:assert/strict';
import type { Article, Severity } from './evidence.js';
import { judgeArticle, type Finding, type Judgement } from './judge.js';
import type { Bearing, Rule } from './rule.js';
import { ruleProblems } from './rule-check.js';
import { createRuleset, type RuleConfig } from './ruleset.js';

/** What a finding must be like; what is left out is not looked at. */
export interface ExpectedFinding {
  /** The claim's ordinal; null for a finding about the article. */
  readonly claim?: number | null;
  readonly bearing?: Bearing | null;
  readonly severity?: Severity;
  readonly line?: number;
  readonly message?: RegExp;
  readonly remedy?: RegExp;
}

export interface RuleCase {
  /** What the case shows, as the end of "fires when …" or "stays quiet when …". */
  readonly name: string;
  readonly article: Article;
  readonly config?: RuleConfig;
}

export interface RuleCases {
  /** Each must give exactly these findings, in this order. */
  readonly fires: readonly (RuleCase & { readonly findings: readonly ExpectedFinding[] })[];
  /** Each must give no finding, and nothing that was not assessed. */
  readonly quiet: readonly RuleCase[];
  /** Each must give no finding, and must say why it was not assessed. Left out when the rule has all it ever needs. */
  readonly notAssessed?: readonly (RuleCase & { readonly reason: RegExp })[];
}

/** Where the cases run: any test runner that has `describe` and `it`. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void): void;
}

/** The time that the cases are judged at. */
const NOW = new Date('2032-01-15T12:00:00Z');

/** Judges an article by one rule alone. */
export function judgeBy(rule: Rule, article: Article, config: RuleConfig = {}): Judgement {
  return judgeArticle(article, { now: NOW, ruleset: createRuleset({ rules: { [rule.meta.id]: config } }, [rule]) });
}

/**
 * Runs a table of cases against one rule, each as a test of its own, and one that it is a rule at all. The cases are
 * judged by this rule alone, at noon of 15 January 2032 (UTC).
 *
 * @param runner the global `describe` and `it` when left out; those of `node:test` fit
 * @throws Error where there is neither
 */
export function testRule(rule: Rule, cases: RuleCases, runner: TestRunner = globalThis as unknown as TestRunner): void {
  const judge = ({ article, config }: RuleCase): Judgement => {
    const judgement = judgeBy(rule, article, config);
    assert.deepEqual(judgement.errored, [], 'the rule threw');
    return judgement;
  };
  if (typeof runner.describe !== 'function' || typeof runner.it !== 'function') {
    throw new Error('testRule: give { describe, it }, such as those of node:test; none are global here');
  }
  runner.describe(rule.meta.id, () => {
    runner.it('says all that a rule must', () => assert.deepEqual(ruleProblems(rule), []));
    for (const each of cases.fires) {
      runner.it(`fires when ${each.name}`, () => {
        const { findings } = judge(each);
        assert.equal(findings.length, each.findings.length, `found: ${findings.map((f) => f.message).join(' | ')}`);
        each.findings.forEach((expected, i) => matches(findings[i]!, expected));
      });
    }
    for (const each of cases.quiet) {
      runner.it(`stays quiet when ${each.name}`, () => {
        const judgement = judge(each);
        assert.deepEqual(judgement.findings, []);
        assert.deepEqual(reasons(judgement), []);
      });
    }
    for (const each of cases.notAssessed ?? []) {
      runner.it(`is not assessed when ${each.name}`, () => {
        const judgement = judge(each);
        assert.deepEqual(judgement.findings, []);
        const given = reasons(judgement);
        assert.notEqual(given.length, 0, 'nothing says that it was not assessed');
        for (const reason of given) assert.match(reason, each.reason);
      });
    }
  });
}

function matches(finding: Finding, expected: ExpectedFinding): void {
  const { message, remedy, ...exact } = expected;
  for (const [key, value] of Object.entries(exact)) {
    assert.equal(finding[key as keyof typeof exact], value, `${key} of: ${finding.message}`);
  }
  if (message) assert.match(finding.message, message);
  if (remedy) assert.match(finding.remedy, remedy);
  assert.ok(finding.message.length > 0 && finding.remedy.length > 0, 'a finding needs a message and a remedy');
}

const reasons = (judgement: Judgement): string[] =>
  [...judgement.claims.flatMap((claim) => claim.notAssessed), ...judgement.notAssessed].map(({ reason }) => reason);
