import { stripVTControlCharacters } from 'node:util';
import { judgeArticle } from '../judging/judge.js';
import { createRuleset } from '../judging/ruleset.js';
import { columnsOf } from './layout.js';
import { closingLine, prettyReport, type PrettyOptions } from './pretty-report.js';
import { accepted, checkedArticle as checked } from './testing/checked.js';

const report = (input: string, options: Partial<PrettyOptions> = {}): string =>
  prettyReport(checked(input), { colour: false, width: 100, verbose: false, ...options });

const times = (text: string, word: string): number => text.split(word).length - 1;

/** Four claims that cite a number without an entry, one of them twice at fault. */
const DANGLING = `# Trams

- Tram A has six doors [9].
- Tram B has five doors [9].
- Tram C has two bells [9].
- Tram D was announced on [9].
`;

describe('the report', () => {
  it('shows line, sign, standing, claim, rule and remedy', () => {
    const text = report('# Trams\n\n## Lines\n\nTrams run daily.\n');
    expect(text).toContain('     5  ▢ MISSING  Trams run daily.\n');
    expect(text).toContain('error   Nothing is cited for this claim  uncited-claim\n');
    expect(text).toContain('                Cite a source that says so, or take the claim out.');
    expect(text).toContain('1 claim, 1 checkable; score 0 %  ▢ 1 MISSING');
    expect(text).toContain('1 error, 0 warnings, 0 notes: uncited-claim 1');
  });

  it('says a remedy once', () => {
    const input = '# Trams\n\n## Lines\n\nTrams run daily.\n\nNight trams are green.\n';
    expect(times(report(input), 'Cite a source that says so')).toBe(1);
    expect(times(report(input, { verbose: true }), 'Cite a source that says so')).toBe(2);
  });

  it('tells a number that many claims cite once, with the lines', () => {
    const text = report(DANGLING);
    expect(text).toContain('[9] leads to no source, and is cited for 4 claims');
    expect(text).toContain('lines 3, 4, 5, 6');
    expect(text).not.toContain('Tram A');
  });

  it('names it with a claim that is shown for another reason', () => {
    const text = report(DANGLING);
    const shown = text.slice(text.indexOf('Tram D'), text.indexOf('The article as a whole'));
    expect(shown).toContain('elided-value');
    expect(shown).toContain('[9] leads to no source, and is cited for this claim');
  });

  it('shows each with --verbose', () => {
    const text = report(DANGLING, { verbose: true });
    expect(times(text, 'leads to no source')).toBe(4);
    expect(text).toContain('Tram A');
  });

  it('gives a field its label', () => {
    const text = report('# Trams\n\n| Fact | Detail |\n|---|---|\n| Opened | 1931 [1] |\n| Price per ride | |\n');
    expect(text).toMatch(/▢ MISSING {2}Price per ride:\n/);
  });

  it('tells what was not assessed, by rule and reason', () => {
    const one = checked('# Trams\n\n## Lines\n\nTrams run daily [1].\n');
    const claims = one.judgement.claims.map((claim) => ({
      ...claim,
      notAssessed: [{ rule: 'stale-source', reason: 'the source has no date' }],
    }));
    const text = prettyReport(
      { ...one, judgement: { ...one.judgement, claims } },
      { colour: false, width: 100, verbose: false },
    );
    expect(text).toContain('Not assessed: stale-source (the source has no date)');
  });

  it('leaves waived findings out', () => {
    const once = checked('# Trams\n\n## Lines\n\nTrams run daily.\n');
    const waived = new Set(once.judgement.findings.map(({ fingerprint }) => fingerprint));
    const judgement = judgeArticle(once.article, { ruleset: createRuleset(), now: new Date('2031-01-01'), waived });
    const text = prettyReport({ ...once, judgement }, { colour: false, width: 100, verbose: false });
    expect(text).not.toContain('uncited-claim');
    expect(text).toContain('Nothing found.');
  });

  it('counts what the baseline accepts, and does not show it', () => {
    const one = accepted(checked('# Trams\n\n## Lines\n\nTrams run daily.\n'));
    const text = prettyReport(one, { colour: false, width: 100, verbose: false });
    expect(text).not.toContain('Nothing is cited');
    expect(text).toContain('score 0 %  ▢ 1 MISSING\n1 error, 0 warnings');
    expect(text).toContain('1 finding of these is in the baseline, and is not shown');
    expect(closingLine([one], 0)).toBe('1 article: 0 errors, 0 warnings, 0 notes; 1 more in the baseline');
  });

  it.each([50, 80, 120])('keeps to %d columns', (width) => {
    const long = `# ${'Trams and buses '.repeat(20)}\n\n## Lines\n\n${'Trams run daily in 東京 and Brno '.repeat(12)}.\n`;
    const lines = report(long, { width }).split('\n');
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
  });

  it('colours when asked, and says the same', () => {
    const colourful = report(DANGLING, { colour: true });
    expect(colourful).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colourful)).toBe(report(DANGLING));
  });

  it('hands no control character of the article to the terminal', () => {
    const text = report('# Trams\n\n## Lines\n\nTrams \u001b]0;owned\u0007 run \u202edaily\u202c.\n');
    expect(text).toContain('Trams \ufffd]0;owned\ufffd run \ufffddaily\ufffd.');
  });
});

describe('the closing line', () => {
  it('sums over files', () => {
    const one = checked('# Trams\n\n## Lines\n\nTrams run daily.\n');
    expect(closingLine([one, one], 0)).toBe('2 articles: 2 errors, 0 warnings, 0 notes');
    expect(closingLine([one], 1)).toBe('1 article: 1 error, 0 warnings, 0 notes; 1 file could not be read');
  });
});
