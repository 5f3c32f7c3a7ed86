import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OBELUS = join(process.cwd(), 'bin', 'obelus.mjs');
/** The first call may have to build. */
const PATIENCE_MS = 120_000;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'obelus-bin-'))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the real program, in a folder that is not the checkout. */
function obelus(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [OBELUS, ...args], { cwd: folder }, (_, out, errors) =>
      resolve({ status: child.exitCode, out, errors }),
    );
    child.stdin!.end(input);
  });
}

describe('bin/obelus.mjs', () => {
  beforeAll(() => obelus(['--version']), PATIENCE_MS);

  it('reads files of the folder in which it is called, and hands the exit status on', async () => {
    writeFileSync(join(folder, 'trams.md'), '# Trams\n\n## Lines\n\nTrams run daily.\n');
    const { status, out, errors } = await obelus(['check', 'trams.md', 'none.md']);
    expect([status, errors]).toEqual([2, 'none.md: no such file; check the path\n']);
    expect(out).toContain('uncited-claim');
    expect(out).not.toContain('\u001b');
    expect((await obelus(['check', 'trams.md'])).status).toBe(1);
  });

  it('reads standard input', async () => {
    const { out } = await obelus(['check', '-', '--input-format', 'markdown', '--format', 'json'], '# Trams\n');
    expect(JSON.parse(out)).toMatchObject({ articles: [{ path: '-', title: 'Trams' }] });
  });

  it('ends quietly when its reader leaves early', async () => {
    const items = Array.from({ length: 5000 }, (_, i) => `- Tram ${i} is painted.`).join('\n');
    writeFileSync(join(folder, 'many.md'), `# Trams\n\n${items}\n`);
    const child = spawn(process.execPath, [OBELUS, 'check', 'many.md', '--format', 'json'], { cwd: folder });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('exit', resolve));
    expect(errors).toBe('');
  });

  it('tells no progress where nobody watches, and ends with 0 on Ctrl-C', async () => {
    writeFileSync(join(folder, 'watched.md'), '# Trams\n\n## Lines\n\nTrams run daily.\n');
    const child = spawn(process.execPath, [OBELUS, 'check', 'watched.md', '--watch'], { cwd: folder });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    const ended = await new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
    expect([ended, errors]).toEqual([[0, null], '']);
  });
});
