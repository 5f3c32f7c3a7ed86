import { CLEAR, notAssessed, type ClaimRule } from './rule.js';
import { testRule, type RuleCases } from './rule-tester.js';
import { article } from './testing/builders.js';

const leans: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'leans',
    title: 'T',
    description: 'Fires on tests.',
    remedy: 'Mend it.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim'],
    examples: { fires: ['a'], quiet: ['b'] },
  },
  judge({ text }) {
    if (text === 'Throw.') throw new Error('no good');
    if (text === 'Unknown.') return notAssessed('nobody knows');
    if (text !== 'It leans.') return CLEAR;
    return { kind: 'finding', message: 'It leans', remedy: 'Prop it.', bearing: 'WEAK' };
  },
};

/** The names of tests, and of those that failed. */
function run(cases: Partial<RuleCases>, rule = leans): { names: string[]; failed: string[] } {
  const [names, failed]: [string[], string[]] = [[], []];
  testRule(
    rule,
    { fires: [], quiet: [], ...cases },
    {
      describe: (_, body) => body(),
      it: (name, body) => {
        names.push(name);
        try {
          body();
        } catch {
          failed.push(name);
        }
      },
    },
  );
  return { names, failed };
}

const fires = (text: string, ...findings: RuleCases['fires'][number]['findings']) => ({
  fires: [{ name: 'so', article: article([text]), findings }],
});

describe('testRule', () => {
  it('makes a test of each case, and one of the rule itself', () => {
    const { names, failed } = run({
      ...fires('It leans.', { claim: 1, bearing: 'WEAK', message: /leans/, remedy: /^Prop/ }),
      quiet: [{ name: 'straight', article: article(['It stands.']) }],
      notAssessed: [{ name: 'unknown', article: article(['Unknown.']), reason: /nobody/ }],
    });
    expect(names).toEqual([
      'says all that a rule must',
      'fires when so',
      'stays quiet when straight',
      'is not assessed when unknown',
    ]);
    expect(failed).toEqual([]);
  });

  it.each<[string, Partial<RuleCases>]>([
    ['a finding that is not there', fires('It stands.', {})],
    ['one too many', fires('It leans.')],
    ['another message', fires('It leans.', { message: /stands/ })],
    ['another severity', fires('It leans.', { severity: 'ERROR' })],
    ['a rule that throws', { quiet: [{ name: 'so', article: article(['Throw.']) }] }],
    ['a quiet case that fires', { quiet: [{ name: 'so', article: article(['It leans.']) }] }],
    ['a quiet case that was not assessed', { quiet: [{ name: 'so', article: article(['Unknown.']) }] }],
    ['another reason', { notAssessed: [{ name: 'so', article: article(['Unknown.']), reason: /somebody/ }] }],
    ['a case that was assessed', { notAssessed: [{ name: 'so', article: article(['It stands.']), reason: /./ }] }],
  ])('fails for %s', (_, cases) => {
    expect(run(cases).failed).toHaveLength(1);
  });

  it('fails for a rule that no plugin could bring', () => {
    expect(run({}, { ...leans, meta: { ...leans.meta, reads: [] } }).failed).toEqual(['says all that a rule must']);
  });

  it('says what to give where no runner is global', () => {
    const none = {} as Parameters<typeof testRule>[2];
    expect(() => testRule(leans, { fires: [], quiet: [] }, none)).toThrow('give { describe, it }');
  });
});
