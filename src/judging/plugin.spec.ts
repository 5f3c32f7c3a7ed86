import type { Claim } from './evidence.js';
import { judgeArticle } from './judge.js';
import { type Plugin, PluginError, pluginFrom, pluginOf } from './plugin.js';
import { CLEAR, type ClaimRule, type Rule, type RuleMeta } from './rule.js';
import { createRuleset } from './ruleset.js';
import { article } from './testing/builders.js';

const META: RuleMeta = {
  id: 'amount',
  title: 'T',
  description: 'Fires on tests.',
  remedy: 'Mend it.',
  version: 1,
  severity: 'WARNING',
  bearings: ['WEAK'],
  reads: ['claim'],
  examples: { fires: ['a'], quiet: ['b'] },
};
const rule = (parts: Partial<RuleMeta> = {}, judge: ClaimRule['judge'] = () => CLEAR): ClaimRule => ({
  scope: 'claim',
  meta: { ...META, ...parts },
  judge,
});
const plugin = (...rules: unknown[]): unknown => ({ meta: { name: 'money', version: '1.0.0' }, rules });

function problemsOf(given: unknown): string[] {
  try {
    pluginFrom(given);
    return [];
  } catch (error) {
    if (!(error instanceof PluginError)) throw error;
    return error.problems.map(({ place, message }) => `${place}: ${message}`);
  }
}

const idsOf = ({ rules }: Plugin): string[] => rules.map(({ meta }) => meta.id);

describe('a plugin', () => {
  it('has rules whose ids begin with its name', () => {
    const made = pluginFrom(plugin(rule({ replaces: 'later' }), rule({ id: 'later' })));
    expect(idsOf(made)).toEqual(['money/amount', 'money/later']);
    expect(made.rules[0]!.meta.replaces).toBe('money/later');
    expect(idsOf(made).map(pluginOf)).toEqual(['money', 'money']);
    expect(pluginOf('uncited-claim')).toBeNull();
  });

  it('keeps what a rule has beside its meta, methods of a class too', () => {
    class Counting implements ClaimRule {
      readonly meta = { ...META, reads: ['claim', 'clock'] as const };
      readonly scope = 'claim';
      private readonly word = 'leans';
      judge({ text }: Claim) {
        if (!text.includes(this.word)) return CLEAR;
        return { kind: 'finding', message: 'It leans.', remedy: 'Mend it.', bearing: 'WEAK' } as const;
      }
      dueAt() {
        return this.word === 'leans' ? new Date(5) : null;
      }
    }
    const { rules } = pluginFrom(plugin(new Counting()));
    const judged = judgeArticle(article(['The pier leans.']), { now: new Date(0), ruleset: createRuleset({}, rules) });
    expect(judged.findings.map(({ rule: id, message }) => [id, message])).toEqual([['money/amount', 'It leans.']]);
    expect(judged.claims[0]!.dueAt).toEqual(new Date(5));
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 7, ['default export: must be an object such as']],
    ['nothing in it', {}, ['meta: must be an object with "name" and "version"', 'rules: must be a list']],
    ['no rules', plugin(), ['rules: must be a list of at least one rule']],
    [
      'a name and a version that are none',
      { meta: { name: 'Money', version: 1 }, rules: [rule()] },
      ['meta.name: must be a name in kebab-case', 'meta.version: must be the version of the plugin'],
    ],
    ['an id taken twice', plugin(rule(), rule()), ['rules[1].meta.id: "amount" is the id of rules[0], too']],
    ['a rule that is none', plugin(rule(), null), ['rules[1]: must be an object with "meta"']],
    [
      'a rule that replaces one before it',
      plugin(rule(), rule({ id: 'b', replaces: 'amount' })),
      ['rules[1].meta.replaces: no later rule of this plugin has the id "amount"'],
    ],
    [
      'a rule that replaces one that reads something else',
      plugin(rule({ replaces: 'b' }), rule({ id: 'b', reads: ['claim', 'sources'] })),
      ['rules[0].meta.reads: must be as those of "b"'],
    ],
  ])('with %s is refused', (_, given, expected) => {
    const problems = problemsOf(given);
    expect(problems).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it.each<[string, object, string]>([
    ['no version', { version: undefined }, 'version: must be a whole number from 1'],
    ['a version of text', { version: '1.0' }, 'version: must be a whole number from 1'],
    ['an unknown severity', { severity: 'WARNIN' }, 'severity: "WARNIN" is not one of "ERROR", "WARNING", "NOTE"; did'],
    ['no severity', { severity: undefined }, 'severity: is missing: one of "ERROR"'],
    ['an unknown bearing', { bearings: ['GONE'] }, 'bearings[0]: "GONE" is not one of "MISSING", "WEAK"'],
    ['no bearings', { bearings: 'WEAK' }, 'bearings: must be a list of any of "MISSING", "WEAK"'],
    ['an unknown input', { reads: ['claims'] }, 'reads[0]: "claims" is not one of'],
    ['no input', { reads: [] }, 'reads: must say what the rule looks at'],
    ['an id that has its plugin', { id: 'money/amount' }, 'id: must be an id in kebab-case'],
    ['no text', { remedy: ' ' }, 'remedy: must be a text'],
    ['no examples', { examples: { fires: ['a'], quiet: [] } }, 'examples.quiet: must be a list of at least one text'],
    ['a misspelt key', { threshold: {} }, 'threshold: is not known; did you mean "thresholds"?'],
    [
      'a threshold out of its own bounds',
      { thresholds: { n: { default: 7, min: 0, max: 5, description: 'D' } } },
      'thresholds.n.default: must be from "min" to "max", and 7 is not',
    ],
    ['a threshold that is none', { thresholds: { n: 5 } }, 'thresholds.n: must be an object with "default"'],
  ])('whose rule has %s is refused', (_, parts, expected) => {
    expect(problemsOf(plugin(rule(parts)))).toEqual([expect.stringContaining(`rules[0].meta.${expected}`)]);
  });

  it.each<[string, object, string]>([
    ['no function', { judge: 'no' }, 'judge: must be a function'],
    ['another scope', { scope: 'source' }, 'scope: "source" is not one of "claim", "article"'],
    ['a due date that reads no clock', { dueAt: () => null }, 'dueAt: is for rules that read the "clock"'],
  ])('whose rule has %s is refused', (_, parts, expected) => {
    expect(problemsOf(plugin({ ...rule(), ...parts }))).toEqual([expect.stringContaining(`rules[0].${expected}`)]);
  });

  it('may say what a later version of the program knows', () => {
    expect(problemsOf(plugin({ ...rule({ languages: ['en'] } as object), fix: () => '' }))).toEqual([]);
  });
});

describe('what a rule answers', () => {
  const answering = (answer: unknown, scope: 'claim' | 'article' = 'claim') => {
    const { rules } = pluginFrom(plugin({ ...rule(), scope, judge: () => answer }, rule({ id: 'sound' })));
    return judgeArticle(article(['The pier leans.']), { now: new Date(0), ruleset: createRuleset({}, rules) });
  };
  const finding = { kind: 'finding', message: 'M', remedy: 'R', bearing: 'WEAK' };

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'the answer is undefined, and not an outcome'],
    ['a list with null in it', [finding, null], 'the answer is null, and not an outcome'],
    ['another kind', { kind: 'bad' }, 'the kind of an outcome is bad, and not "finding", "clear"'],
    ['a promise', Promise.reject(new Error('late')), 'the answer is a promise'],
    ['a finding without a message', { ...finding, message: '' }, 'a finding has no message'],
    ['a finding without a remedy', { ...finding, remedy: undefined }, 'a finding has no remedy'],
    ['a bearing that its meta does not list', { ...finding, bearing: 'MISSING' }, 'a finding bears MISSING, which'],
    ['no bearing', { ...finding, bearing: undefined }, 'a finding bears undefined, which'],
    ['a span that is none', { ...finding, span: { start: 4, end: 1 } }, 'the span of a finding is not one'],
    ['a line that is none', { ...finding, line: 0 }, 'a finding is on line 0'],
    ['a number of which it is', { ...finding, about: 4 }, 'what a finding is about is not a text'],
    ['another severity', { ...finding, atMost: 'error' }, 'a finding is at most "error", and not one of'],
    ['a claim of nowhere', { ...finding, claim: { ordinal: 9 } }, 'the claim of a finding is not of this article'],
    ['no reason', { kind: 'not assessed' }, 'an outcome "not assessed" has no reason'],
  ])('with %s is its fault, and the other rules go on', (_, answer, expected) => {
    for (const scope of ['claim', 'article'] as const) {
      const { findings, errored } = answering(answer, scope);
      expect(findings).toEqual([]);
      expect(errored).toEqual([
        {
          rule: 'money/amount',
          claim: scope === 'claim' ? 1 : null,
          message: expect.stringContaining(expected),
          times: 1,
        },
      ]);
    }
  });

  it('is taken as it is meant', () => {
    const full = { ...finding, span: { start: 0, end: 3 }, line: 1, about: '4', atMost: 'NOTE' };
    const { findings, errored } = answering([full, { kind: 'clear' }, { kind: 'not applicable' }]);
    expect(errored).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'money/amount', severity: 'NOTE', line: 1, span: { start: 0, end: 3 } }]);
  });

  it('is due at no time that is none', () => {
    const clock: Partial<Rule> = { dueAt: (() => 'soon') as unknown as ClaimRule['dueAt'] };
    const { rules } = pluginFrom(plugin({ ...rule({ reads: ['claim', 'clock'] }), ...clock }));
    const judged = judgeArticle(article(['A.']), { now: new Date(0), ruleset: createRuleset({}, rules) });
    expect(judged.claims[0]!.dueAt).toBeNull();
  });
});
