import { createRuleset } from '../ruleset.js';
import { judgeArticle } from '../judge.js';
import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { staleUndisclosed } from './stale-undisclosed.js';

// Cases are judged on 15 January 2032.
const field = (
  since: string | null,
  value = 'Not yet disclosed',
  valueState: 'UNDISCLOSED' | 'PRESENT' = 'UNDISCLOSED',
) => ({
  block: 'FIELD' as const,
  attribute: 'Toll',
  text: `Toll ${value}`,
  value,
  valueState,
  ...(since ? { history: { since: new Date(since), writtenAt: new Date(since), reviewedAt: null } } : {}),
});

testRule(staleUndisclosed, {
  fires: [
    {
      name: 'the value has been undisclosed for longer than 90 days',
      article: article([field('2031-06-01T00:00:00Z')]),
      findings: [
        { claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /“Toll” has been only .* since 2031-06-01/ },
      ],
    },
    {
      name: 'the workspace waits for a week only',
      article: article([field('2032-01-01T00:00:00Z')]),
      config: { thresholds: { days: 7 } },
      findings: [{}],
    },
  ],
  quiet: [
    { name: 'it has been so for less', article: article([field('2032-01-01T00:00:00Z')]) },
    { name: 'there is a value', article: article([field('2031-06-01T00:00:00Z', '2 euros', 'PRESENT')]) },
    { name: 'nobody keeps revisions and there is a value', article: article([field(null, '2 euros', 'PRESENT')]) },
  ],
  notAssessed: [{ name: 'nobody keeps revisions', article: article([field(null)]), reason: /since when/ }],
});

describe('stale-undisclosed beside undisclosed-value', () => {
  const judged = (since: string, config = {}) =>
    judgeArticle(article([field(since)]), { now: new Date('2032-01-15T12:00:00Z'), ruleset: createRuleset(config) });
  const rulesOf = (since: string, config = {}): string[] => judged(since, config).findings.map(({ rule }) => rule);

  it('takes its place when it fires, and only then', () => {
    expect(rulesOf('2032-01-01T00:00:00Z')).toContain('undisclosed-value');
    expect(rulesOf('2031-06-01T00:00:00Z')).toContain('stale-undisclosed');
    expect(rulesOf('2031-06-01T00:00:00Z')).not.toContain('undisclosed-value');
    const off = { rules: { 'stale-undisclosed': { severity: 'OFF' as const } } };
    expect(rulesOf('2031-06-01T00:00:00Z', off)).toContain('undisclosed-value');
  });

  it('is due on the day on which it fires', () => {
    expect(judged('2032-01-01T00:00:00Z').claims[0]!.dueAt).toEqual(new Date('2032-03-31T00:00:00Z'));
    expect(judged('2031-06-01T00:00:00Z').claims[0]!.dueAt).toBeNull();
  });
});
