import { readFileSync, rmSync } from 'node:fs';
import { TestFolder } from './testing/folder.js';
import { run } from './testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());
const claims = (...sentences: readonly string[]): string => `# Trams\n\n## Lines\n\n${sentences.join('\n\n')}\n`;

describe('--baseline', () => {
  const baseline = folder.path('baseline.json');
  const file = (...sentences: readonly string[]) => folder.file('desk/a.md', claims(...sentences));
  const other = folder.file('desk/b.md', claims('Buses run daily.'));
  const content = () => JSON.parse(readFileSync(baseline, 'utf8')) as { articles: Record<string, object> };

  it('accepts what is found today, and fails on what is new', async () => {
    const path = file('Trams run daily.');
    const update = await run('check', path, other, '--baseline', baseline, '--update-baseline');
    expect(update).toMatchObject({ status: 0, errors: [`${baseline}: accepts 2 findings`] });
    expect(content()).toMatchObject({ obelusBaseline: 1 });
    expect(Object.keys(content().articles)).toEqual(['desk/a.md', 'desk/b.md']);
    expect(Object.values(content().articles['desk/a.md']!)).toEqual(['uncited-claim']);

    expect((await run('check', path, '--baseline', baseline)).status).toBe(0);
    file('Night trams are green.', 'Trams run daily.');
    const { status, out } = await run('check', path, '--baseline', baseline);
    expect(status).toBe(1);
    expect(out).toContain('Night trams');
    expect(out).not.toContain('Trams run daily');
  });

  it('is marked in JSON, and changes neither standing nor score', async () => {
    const { out } = await run('check', other, '--baseline', baseline, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      articles: [
        {
          claims: [{ standing: 'MISSING' }],
          findings: [{ rule: 'uncited-claim', baseline: true }],
          summary: { score: 0 },
        },
      ],
    });
  });

  it('counts no accepted warnings against --max-warnings', async () => {
    const quiet = ['--rule', 'uncited-claim=warning', '--max-warnings', '0'];
    expect((await run('check', other, ...quiet)).status).toBe(1);
    expect((await run('check', other, ...quiet, '--baseline', baseline)).status).toBe(0);
  });

  it('keeps articles that are not checked, and drops those that are gone', async () => {
    const path = file('Trams run daily.');
    await run('check', path, '--baseline', baseline, '--update-baseline');
    expect(Object.keys(content().articles)).toEqual(['desk/a.md', 'desk/b.md']);
    rmSync(other);
    await run('check', path, '--baseline', baseline, '--update-baseline');
    expect(Object.keys(content().articles)).toEqual(['desk/a.md']);
  });

  it.each([
    ['none.json', null, 'no such file; check the path; write it with --update-baseline'],
    ['bad.json', '{', 'no valid JSON; write it with --update-baseline'],
    ['old.json', '{"obelusBaseline": 7}', 'no baseline of this version'],
  ])('%s is refused in a line', async (name, text, says) => {
    const path = text === null ? folder.path(name) : folder.file(name, text);
    const { status, out, errors } = await run('check', file('Trams run daily.'), '--baseline', path);
    expect([status, out, errors]).toEqual([2, '', [expect.stringContaining(`--baseline ${path}: ${says}`)]]);
  });
});
