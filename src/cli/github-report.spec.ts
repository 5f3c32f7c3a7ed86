import { githubReport } from './github-report.js';
import { accepted, checkedArticle } from './testing/checked.js';

const ARTICLE = '# Trams\n\n## Lines\n\n- 100 % of trams: green,\n  and old.\n';

describe('the report for GitHub Actions', () => {
  it('is a workflow command for each finding, its place from 1, the last column included', () => {
    const [first] = githubReport(checkedArticle('# Trams\n\n## Lines\n\nTrams run daily.\n'));
    expect(first).toBe(
      '::error file=trams.md,line=5,endLine=5,col=1,endColumn=16,title=uncited-claim::' +
        'Nothing is cited for “Trams run daily.” Cite a source that says so, or take the claim out.',
    );
  });

  it('escapes what would end a property or a message, and gives no columns over several lines', () => {
    const [first] = githubReport(checkedArticle(ARTICLE, {}, 'a,b:c%.md'));
    expect(first).toMatch(/^::error file=a%2Cb%3Ac%25\.md,line=5,endLine=6,col=3,title=uncited-claim::/);
    expect(first).toContain('“100 %25 of trams: green, and old.”');
    expect(first).not.toContain('\n');
  });

  it('calls a note a notice, and leaves out what the baseline accepts', () => {
    const one = checkedArticle('# Trams\n\n## Lines\n\nTrams run daily.\n', {
      rules: { 'uncited-claim': { severity: 'NOTE' } },
    });
    expect(githubReport(one)[0]).toMatch(/^::notice /);
    expect(githubReport(accepted(one))).toEqual([]);
  });
});
