import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const SIZE = ['--claims', '1000', '--workspaces', '2'];
const QUICK = ['--rounds', '1', '--seconds', '1', '--no-peers', '--only', 'last-page,dashboard'];

interface Section {
  readonly id: string;
  readonly rows: readonly (readonly string[])[];
}

/** As people call it, on a set of its own. What it measures is not looked at: times are of one machine. */
describe('npm run bench', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obelus-bench-spec-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('builds a set, asks servers, checks their answers, and tells figures', async () => {
    const json = join(folder, 'figures.json');
    const args = ['--import', './test/support/typescript.mjs', 'bench/run.ts', ...SIZE, ...QUICK];
    const { stdout } = await promisify(execFile)(process.execPath, [...args, '--data', folder, '--json', json], {
      cwd: ROOT,
      timeout: 110_000,
    });
    expect(stdout).toMatch(
      /built in \d+ s: 2\d articles, 1,000 claims, [\d,]+ citations, 100 sources, [\d,]+ findings/,
    );
    expect(stdout).toContain('== The last page and the first ==');
    const { sections } = JSON.parse(await readFile(json, 'utf8')) as { sections: readonly Section[] };
    expect(sections.map(({ id }) => id)).toEqual(['last-page', 'dashboard']);
    for (const { rows } of sections) expect(rows.flat().every((cell) => cell !== 'NaN')).toBe(true);
  }, 120_000);
});
