import { TestFolder } from './testing/folder.js';
import { run } from './testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());
const UNCITED = '# Trams\n\nTrams run daily.\n';
const severity = (word: string): string => JSON.stringify({ rules: { 'uncited-claim': { severity: word } } });

describe('obelus.config.json', () => {
  folder.file('obelus.config.json', severity('off'));
  folder.file('desk/obelus.config.json', severity('warning'));
  const above = folder.file('near/a.md', UNCITED);
  const own = folder.file('desk/city/a.md', UNCITED);

  it('is found above the article, the nearest alone', async () => {
    expect((await run('check', above)).out).not.toContain('uncited-claim');
    expect((await run('check', own)).out).toContain('warning Nothing is cited');
  });

  it('gives way to --config, which gives way to --rule', async () => {
    const config = folder.file('other.json', severity('note'));
    expect((await run('check', own, '--config', config)).out).toContain('note    Nothing is cited');
    const { status } = await run('check', own, '--config', config, '--rule', 'uncited-claim=error');
    expect(status).toBe(1);
  });

  it('is told once when it has mistakes, each with its place; other articles are checked', async () => {
    const path = folder.file(
      'bad/obelus.config.json',
      '{"ruls": {}, "rules": {"uncited-clam": {}, "single-source": {"severity": "loud"}}}',
    );
    const bad = ['bad/a.md', 'bad/b.md'].map((name) => folder.file(name, UNCITED));
    const { status, errors, out } = await run('check', ...bad, own);
    expect([status, errors.length]).toEqual([2, 3]);
    expect(errors).toEqual([
      expect.stringContaining(`${path}: unknown key "ruls"; did you mean "rules"?`),
      expect.stringContaining(`${path}: rules.uncited-clam: there is no rule "uncited-clam"; did you mean`),
      expect.stringContaining(`${path}: rules.single-source.severity: there is no severity "loud": one of ERROR`),
    ]);
    expect(out).toContain('warning Nothing is cited');
  });

  it('says that a file is left out, which is no failure', async () => {
    folder.file('drafts/obelus.config.json', '{"ignore": ["*.md"]}');
    const draft = folder.file('drafts/a.md', UNCITED);
    expect(await run('check', draft)).toMatchObject({
      status: 0,
      errors: [`${draft}: left out, as the configuration ignores it`],
    });
  });
});
