import { Ajv } from 'ajv';
import type { CheckedArticle } from './checked-article.js';
import { sarifReport } from './sarif-report.js';
import { accepted, checkedArticle } from './testing/checked.js';
import { SARIF_SCHEMA } from './testing/sarif-schema.js';

const isSarif = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: Readonly<Record<string, unknown>> }];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly object[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly invocations: readonly Readonly<Record<string, unknown>>[];
  readonly results: readonly Result[];
}

/** The one run of a report, which is valid. */
function runOf(checked: readonly CheckedArticle[], problems: string[] = [], rulePages: string | null = null): Run {
  const options = { version: '1.2.3', rulePages, plugins: [], colour: false, width: 100, verbose: false };
  const report = JSON.parse([...sarifReport(checked, problems, options)].join('\n')) as { runs: Run[] };
  isSarif(report);
  expect(isSarif.errors ?? []).toEqual([]);
  return report.runs[0]!;
}

const ARTICLE = '# Trams\n\n## Lines\n\nTrams run daily.\r\n\r\n🚋 Night trams are green. Old trams are red [4](x).\n';

describe('the SARIF report', () => {
  it('names rule, level, place and fingerprint of each finding', () => {
    const { results, tool } = runOf([checkedArticle(ARTICLE, {}, 'drafts/old trams.md')]);
    const result = results.find(({ message }) => message.text.includes('Night trams'))!;
    expect(result).toMatchObject({ ruleId: 'uncited-claim', level: 'error' });
    expect(tool.driver.rules[result.ruleIndex]).toMatchObject({ id: 'uncited-claim' });
    expect(result.message.text).toMatch(/^Nothing is cited for “.*” Cite a source/);
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'drafts/old%20trams.md', index: 0 },
      region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 26, charOffset: 39, charLength: 25 },
    });
    expect(Object.values(result.partialFingerprints)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(result).not.toHaveProperty('suppressions');
  });

  it('explains every rule, with an address where one is known', () => {
    const [rule] = runOf([]).tool.driver.rules;
    expect(rule).toMatchObject({ help: { markdown: expect.stringContaining('## Remedy') } });
    expect(rule).not.toHaveProperty('helpUri');
    const [linked] = runOf([], [], 'https://obelus.example/docs/rules').tool.driver.rules;
    expect(linked!.helpUri).toBe(`https://obelus.example/docs/rules/${String(linked!.id)}`);
  });

  it('suppresses what the baseline accepts, and says of the rest that it is not', () => {
    const { results } = runOf([accepted(checkedArticle(ARTICLE)), checkedArticle('# Buses\n\nBuses run daily.\n')]);
    expect(results.map(({ suppressions }) => suppressions?.length)).toEqual([1, 1, 1, 0]);
  });

  it('tells what could not be read, and which rule failed', () => {
    const one = checkedArticle(ARTICLE);
    const errored = [{ rule: 'uncited-claim', claim: 1, message: 'broken', times: 2 }];
    const { invocations } = runOf([{ ...one, judgement: { ...one.judgement, errored } }], ['a.md: no such file']);
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { message: { text: 'a.md: no such file' } },
          {
            message: { text: 'The rule uncited-claim failed 2 times: broken' },
            associatedRule: { id: 'uncited-claim' },
          },
        ],
      },
    ]);
  });

  it('makes no link of an article’s words', () => {
    const { results } = runOf([checkedArticle('# Trams\n\n## Lines\n\nOld \\[trams](https://x.example) are red.\n')]);
    expect(results[0]!.message.text).not.toContain('](');
  });
});
