import type { CheckedArticle } from './checked-article.js';
import { markdownReport } from './markdown-report.js';
import { accepted, checkedArticle } from './testing/checked.js';

function report(checked: readonly CheckedArticle[], problems: string[] = [], rulePages: string | null = null): string {
  const options = { version: '1.2.3', rulePages, plugins: [], colour: false, width: 100, verbose: false };
  return [...markdownReport(checked, problems, options)].join('\n');
}

const UNCITED =
  '# Trams\n\n## Lines\n\nTrams run daily.\n\nOld trams are red [1].\n\n## References\n\n1. Okoro, A. “Reds.” 2030. https://a.example\n';

describe('the Markdown report', () => {
  it('has totals, a table of what is to be mended, and folds notes away', () => {
    const text = report([checkedArticle(UNCITED)]);
    expect(text.split('\n')[0]).toBe('## Obelus: 1 error, 0 warnings, 1 note');
    expect(text).toContain('| trams.md | 2 | 2 | 50 % | 1 | 0 | 1 |');
    expect(text).toContain('| 5 | error | uncited-claim | Nothing is cited for “Trams run daily.” Cite a source');
    expect(text).toMatch(
      /<details><summary>1 note<\/summary>\n\n.*\n.*\n\| 7 \| note \| single-source .*\n\n<\/details>$/,
    );
  });

  it('links rules where their pages are known', () => {
    expect(report([checkedArticle(UNCITED)], [], 'https://o.example/docs/rules')).toContain(
      '| [uncited-claim](https://o.example/docs/rules/uncited-claim) |',
    );
  });

  it('lets no word of an article be markup, a call or a link to a thread', () => {
    const text = report([
      checkedArticle('# Trams\n\n## Lines\n\nTrams \\| run &lt;b> _daily_ \\`now` says @okoro of #12.\n'),
    ]);
    expect(text).toContain('“Trams \\| run &lt;b&gt; daily \\`now\\` says @\u2060okoro of #\u206012.”');
  });

  it('counts what the baseline accepts, and names what was not checked', () => {
    const text = report([accepted(checkedArticle(UNCITED))], ['none.md: no such file']);
    expect(text).toContain('| trams.md | 2 | 2 | 50 % | 0 | 0 | 0 | 2 |');
    expect(text).not.toContain('### Trams');
    expect(text).toContain('### Not checked\n\n- none.md: no such file');
  });

  it('is no longer than a comment may be, and says what is left out', () => {
    const items = Array.from({ length: 2000 }, (_, i) => `- Tram ${i} runs on line ${i}.`).join('\n');
    const text = report([checkedArticle(`# Trams\n\n${items}\n`)]);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/[\d,]+ more lines: the whole would be longer than a comment may be/);
  });
});
