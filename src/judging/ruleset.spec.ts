import { createRuleset, RulesetError, type RulesetConfig } from './ruleset.js';
import { BUILT_IN_RULES } from './rules/index.js';

const of = (config: RulesetConfig, id: string) => createRuleset(config).rules.find(({ rule }) => rule.meta.id === id)!;

/** As it may come from a file: nothing about it is sure. */
function problemsOf(config: unknown): string[] {
  try {
    createRuleset(config as RulesetConfig);
  } catch (error) {
    if (error instanceof RulesetError)
      return error.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw error;
  }
  return [];
}

describe('createRuleset', () => {
  it('takes every rule with its own defaults when nothing is configured', () => {
    const { rules } = createRuleset();
    expect(rules.map(({ rule }) => rule)).toEqual(BUILT_IN_RULES);
    expect(rules.every(({ rule, severity, enabled }) => enabled && severity === rule.meta.severity)).toBe(true);
    expect(of({}, 'source-concentration').thresholds).toEqual({ share: 0.3, citations: 5 });
  });

  it('puts the configuration over the defaults', () => {
    const config = {
      rules: {
        'source-concentration': { severity: 'ERROR', thresholds: { share: 0.5 } },
        'numbering-gap': { severity: 'OFF' },
      },
    } as const;
    expect(of(config, 'source-concentration')).toMatchObject({
      severity: 'ERROR',
      thresholds: { share: 0.5, citations: 5 },
    });
    expect(of(config, 'numbering-gap')).toMatchObject({ enabled: false, severity: 'NOTE' });
  });

  it('takes severities in any case, as a file may have them', () => {
    expect(of({ rules: { 'blank-value': { severity: 'note' as never } } }, 'blank-value').severity).toBe('NOTE');
  });

  it('reports every mistake at once, with where it is and what is near', () => {
    const problems = problemsOf({
      rules: {
        'uncited-clam': {},
        'blank-value': { severity: 'fatal', level: 1 },
        'source-concentration': { thresholds: { shar: 0.5, share: 3, citations: 'many' } },
        'numbering-gap': 'off',
        'elided-value': { thresholds: { words: 1 } },
        constructor: {},
      },
    });
    expect(problems).toEqual([
      expect.stringMatching(/^rules\.uncited-clam: there is no rule "uncited-clam"; did you mean "uncited-claim"\?/),
      expect.stringMatching(/^rules\.constructor: there is no rule "constructor"/),
      expect.stringMatching(/^rules\.blank-value\.level: there is no setting "level"/),
      expect.stringMatching(/^rules\.blank-value\.severity: there is no severity "fatal": one of ERROR/),
      expect.stringMatching(/^rules\.elided-value\.thresholds\.words: there is no threshold "words"/),
      expect.stringMatching(/^rules\.source-concentration\.thresholds\.shar: .*did you mean "share"/),
      expect.stringMatching(/^rules\.source-concentration\.thresholds\.share: 3 is not a number from 0 to 1/),
      expect.stringMatching(/^rules\.source-concentration\.thresholds\.citations: "many" is not a number/),
      expect.stringMatching(/^rules\.numbering-gap: must be an object/),
    ]);
  });

  it.each([
    [{ rules: [] }],
    [{ rules: null }],
    [[]],
    [null],
    [{ rules: { 'blank-value': null } }],
    [{ rules: { 'blank-value': { thresholds: 3 } } }],
  ])('says what is wrong with %j', (config) => {
    const none = config !== null && !Array.isArray(config) && config.rules === null;
    expect(problemsOf(config).length).toBe(none ? 0 : 1);
  });
});
