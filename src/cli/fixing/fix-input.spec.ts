import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { TestFolder } from '../testing/folder.js';
import { run } from '../testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const GAP = `# Trams

## Lines

Trams run daily [^2].

## References

[^2]: Okoro, A. “Timetable.” 2030. https://tram.example/times
`;
const FIXED = GAP.replaceAll('^2', '^1');
const textOf = (path: string): string => readFileSync(path, 'utf8');

describe('obelus check --fix', () => {
  it('writes the file, tells what was done, and reports on what stands there now', async () => {
    const path = folder.file('a.md', GAP);
    const { status, out, errors } = await run('check', path, '--fix');
    expect([status, errors]).toEqual([0, [`${path}: fixed: renumbered [2] → [1]`]]);
    expect(out).not.toContain('numbering-gap');
    expect(textOf(path)).toBe(FIXED);
    const { mtimeMs } = statSync(path);
    expect((await run('check', path, '--fix')).errors).toEqual([]);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  it('writes nothing in a dry run, and takes standard input there', async () => {
    const path = folder.file('b.md', GAP);
    const { out, errors } = await run('check', path, '--fix-dry-run');
    expect(errors).toEqual([`${path}: would be fixed: renumbered [2] → [1]`]);
    expect(out).not.toContain('numbering-gap');
    expect(textOf(path)).toBe(GAP);
    const input = [Buffer.from(GAP)];
    expect((await run({ input }, 'check', '-', '--input-format', 'markdown', '--fix-dry-run')).errors).toEqual([
      '-: would be fixed: renumbered [2] → [1]',
    ]);
  });

  it('keeps a byte order mark, permissions and a link, and leaves nothing else behind', async () => {
    const path = folder.file('kept/c.md', `\ufeff${GAP}`);
    chmodSync(path, 0o640);
    const link = folder.path('kept/link.md');
    symlinkSync(path, link);
    await run('check', link, '--fix');
    expect(textOf(path)).toBe(`\ufeff${FIXED}`);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder.path('kept'))).toEqual(['c.md', 'link.md']);
  });
});
