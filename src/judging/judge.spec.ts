import { judgeArticle, type JudgeOptions } from './judge.js';
import { CLEAR, notAssessed, type ArticleRule, type ClaimRule, type FindingOutcome, type RuleMeta } from './rule.js';
import { createRuleset, type RulesetConfig } from './ruleset.js';
import { article, citation, source } from './testing/builders.js';

const meta = (id: string, parts: Partial<RuleMeta> = {}): RuleMeta => ({
  id,
  title: 'T',
  description: 'Fires on tests.',
  remedy: 'Mend it.',
  version: 1,
  severity: 'WARNING',
  bearings: ['MISSING', 'WEAK'],
  reads: ['claim'],
  examples: { fires: ['a'], quiet: ['b'] },
  ...parts,
});
const finding = (parts: Partial<FindingOutcome> = {}): FindingOutcome => ({
  kind: 'finding',
  message: 'Wrong.',
  remedy: 'Mend it.',
  bearing: 'WEAK',
  ...parts,
});
const rule = (id: string, judge: ClaimRule['judge'], parts?: Partial<RuleMeta>): ClaimRule => ({
  scope: 'claim',
  meta: meta(id, parts),
  judge,
});
const articleRule = (id: string, judge: ArticleRule['judge']): ArticleRule => ({
  scope: 'article',
  meta: meta(id),
  judge,
});
const judge = (
  claims: Parameters<typeof article>[0],
  rules: JudgeOptions['rules'],
  rest: Partial<JudgeOptions> & { config?: RulesetConfig } = {},
) => judgeArticle(article(claims), { now: new Date(0), ruleset: createRuleset(rest.config, rules), ...rest });

describe('judgeArticle', () => {
  it('places a finding at its claim, or at the title, unless the rule says where', () => {
    const { findings } = judge(
      ['The pier leans.'],
      [
        rule('a', () => [finding(), finding({ span: { start: 7, end: 9 }, line: 12, about: 'x' })]),
        articleRule('b', () => finding({ bearing: null })),
      ],
    );
    expect(findings.map(({ rule: id, claim, line, span }) => [id, claim, line, span])).toEqual([
      ['a', 1, 2, { start: 100, end: 115 }],
      ['a', 1, 12, { start: 7, end: 9 }],
      ['b', null, 1, { start: 0, end: 16 }],
    ]);
  });

  it('goes on when a rule breaks, and says so once with the claims on which it did', () => {
    const broken = rule('broken', (claim) => {
      if (claim.ordinal > 1) throw new Error('no good');
      return finding();
    });
    const result = judge(
      ['A.', 'B.', 'C.'],
      [broken, rule('sound', () => finding()), articleRule('worse', () => undefined as never)],
    );
    expect(result.errored).toEqual([
      { rule: 'broken', claim: 2, message: 'no good', times: 2 },
      { rule: 'worse', claim: null, message: expect.any(String), times: 1 },
    ]);
    expect(result.findings.map(({ rule: id, claim }) => [id, claim])).toEqual([
      ['broken', 1],
      ['sound', 1],
      ['sound', 2],
      ['sound', 3],
    ]);
    expect(result.claims.map((claim) => claim.notAssessed)).toEqual([
      [],
      [{ rule: 'broken', reason: 'the rule failed: no good' }],
      [{ rule: 'broken', reason: 'the rule failed: no good' }],
    ]);
  });

  it('takes nothing of an answer that breaks the promise of its meta', () => {
    const liar = rule('liar', () => [finding({ bearing: 'WEAK' }), finding({ bearing: 'MISSING' })], {
      bearings: ['WEAK'],
    });
    const result = judge(['A.'], [liar]);
    expect(result.findings).toEqual([]);
    expect(result.errored[0]?.message).toMatch(/bears MISSING/);
  });

  it('lists what was not assessed, of claims and of the article', () => {
    const result = judge(
      ['A.', 'B.'],
      [
        rule('a', (claim) => (claim.ordinal === 1 ? notAssessed('no date') : CLEAR)),
        articleRule('b', () => notAssessed('no list')),
      ],
    );
    expect(result.claims[0]?.notAssessed).toEqual([{ rule: 'a', reason: 'no date' }]);
    expect(result.notAssessed).toEqual([{ rule: 'b', reason: 'no list' }]);
    expect(result.summary.notAssessed).toBe(1);
  });

  it('uses the configured severity, milder where the rule asks for it, never harsher', () => {
    const rules = [
      rule('a', () => [finding(), finding({ atMost: 'NOTE', about: 'n' }), finding({ atMost: 'ERROR', about: 'e' })]),
    ];
    const severities = (severity: 'ERROR' | 'WARNING' | 'NOTE') =>
      judge(['A.'], rules, { config: { rules: { a: { severity } } }, rules: undefined }).findings.map(
        (f) => f.severity,
      );
    expect(severities('ERROR')).toEqual(['ERROR', 'NOTE', 'ERROR']);
    expect(severities('WARNING')).toEqual(['WARNING', 'NOTE', 'WARNING']);
    expect(severities('NOTE')).toEqual(['NOTE', 'NOTE', 'NOTE']);
  });

  it('does not ask a rule that is switched off', () => {
    const config = { rules: { a: { severity: 'OFF' } } } as const;
    expect(judge(['A.'], [rule('a', () => finding())], { config }).findings).toEqual([]);
  });

  it('asks the rules that are given instead, with what the ruleset says about them', () => {
    const known = rule('a', () => finding());
    const ruleset = createRuleset({ rules: { a: { severity: 'ERROR' } } }, [known, rule('b', () => finding())]);
    const rules = [
      known,
      rule('c', (_, { threshold }) => finding({ about: String(threshold('n')) }), {
        thresholds: { n: { default: 4, min: 0, max: 9, description: '' } },
      }),
    ];
    const { findings } = judgeArticle(article(['A.']), { now: new Date(0), ruleset, rules });
    expect(findings.map((f) => [f.rule, f.severity])).toEqual([
      ['a', 'ERROR'],
      ['c', 'WARNING'],
    ]);
  });

  it('gives fingerprints that outlive other text, ids and positions', () => {
    const a = rule('a', (claim) => (claim.text.includes('leans') ? finding() : CLEAR));
    const before = judge(['The pier  leans – “badly”.', 'The pier leans - "badly".'], [a]).findings;
    const after = judge(['New first.', 'The pier leans - "badly".', 'New.', 'The pier leans - "badly".'], [a]).findings;
    expect(after.map((f) => f.fingerprint)).toEqual(before.map((f) => f.fingerprint));
    expect(new Set(before.map((f) => f.fingerprint)).size).toBe(2);
    expect(judge(['The pier leans much.'], [a]).findings[0]?.fingerprint).not.toBe(before[0]?.fingerprint);
    expect(judge(['The pier leans - "badly".'], [rule('b', () => finding())]).findings[0]?.fingerprint).not.toBe(
      before[0]?.fingerprint,
    );
  });

  it('a waived finding no longer bears on the standing, the rank or the totals', () => {
    const rules = [rule('a', () => finding({ bearing: 'MISSING' }))];
    const open = judge(['A.'], rules);
    const waived = judge(['A.'], rules, { waived: new Set([open.findings[0]!.fingerprint]) });
    expect(open.claims[0]).toMatchObject({ standing: 'MISSING', rank: 2111 });
    expect(waived.claims[0]).toMatchObject({ standing: 'WAIVED', rank: 4131 });
    expect(waived.findings[0]?.waived).toBe(true);
    expect(waived.summary.byRule).toEqual({});
  });

  it('sums up', () => {
    const other = source('b', { publisher: 'Quay Review', url: 'https://quay.example/b' });
    const sources = [citation(1, { source: source('a'), basis: 'MATCHED' }), citation(2, { source: other })];
    const { summary } = judgeArticle(
      article([
        { text: 'Barges moor in the north basin.', citations: sources },
        { text: 'Pilots board at dawn.', citations: sources.slice(1) },
        'The pier leans.',
        { checkable: false },
      ]),
      { now: new Date(0), ruleset: createRuleset() },
    );
    expect(summary).toMatchObject({
      claims: 4,
      checkable: 3,
      byRule: { 'uncited-claim': 1, 'single-source': 1 },
      bySeverity: { ERROR: 1, WARNING: 0, NOTE: 1 },
      score: 2 / 3,
      checkedShare: 1 / 3,
    });
    expect(summary.byStanding).toMatchObject({ ADEQUATE: 1, CITED: 1, MISSING: 1, NOT_CHECKABLE: 1 });
  });

  it('has no score when nothing is checkable', () => {
    const { summary } = judge([{ checkable: false }], []);
    expect([summary.score, summary.checkedShare]).toEqual([null, null]);
  });

  it('numbers the groups of claims that say the same', () => {
    const { claims } = judge(
      ['The night ferry carries freight to Orsa.', 'Piers lean.', 'To Orsa the night ferry carries freight.'],
      [],
    );
    expect(claims.map((claim) => claim.relations.parts[0]?.group ?? null)).toEqual([1, null, 1]);
  });
});
