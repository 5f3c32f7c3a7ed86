import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { jest } from '@jest/globals';

// Each command is a process of its own, and the first may have to build.
jest.setTimeout(180_000);

const page = readFileSync(join(process.cwd(), 'docs', 'command-line.md'), 'utf8');

/** The fenced blocks of a kind. */
const blocks = (kind: string): string[] =>
  [...page.matchAll(/```([a-z ]+)\n([^`]+)```/g)].filter(([, own]) => own === kind).map(([, , text]) => text!);

/** What a hook of pre-commit runs; the names of files come behind it. */
const entriesIn = (yaml: string): string[] => [...yaml.matchAll(/^ *entry: (.*)$/gm)].map(([, command]) => command!);

/** What a step of a workflow runs. */
const runsIn = (yaml: string): string[] =>
  [...yaml.matchAll(/^ *- (?:run: )?((?:git|node) .*)$/gm)].map(([, command]) => command!);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-docs-'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'work', 'articles'), { recursive: true });
  const shim = join(folder, 'bin', 'obelus');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), 'bin', 'obelus.mjs')}" "$@"\n`);
  chmodSync(shim, 0o755);
  mkdirSync(join(folder, 'work', 'sources', 'trams'), { recursive: true });
  article('trams.md', 'Trams run daily.');
});
afterEach(() => rmSync(folder, { recursive: true }));

const article = (name: string, text: string): void =>
  writeFileSync(join(folder, 'work', 'articles', name), `# Trams\n\n## Lines\n\n${text}\n`);

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs a script in the folder that holds `articles/`, with `obelus` on the path. */
function shell(script: string, env: Readonly<Record<string, string>> = {}): Ended {
  const path = [join(folder, 'bin'), process.env.PATH].join(delimiter);
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example', GIT_COMMITTER_NAME: 'A' };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: join(folder, 'work'),
    encoding: 'utf8',
    env: { ...process.env, ...identity, GIT_COMMITTER_EMAIL: 'a@example', ...env, PATH: path },
  });
  return { status, out: stdout, errors: stderr };
}

describe('docs/command-line.md', () => {
  it('has commands that run as they stand there', () => {
    const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) {
      const { status, errors } = shell(command);
      expect([command, errors]).toEqual([command, expect.not.stringMatching(/obelus: |not found/)]);
      expect(status).toBeLessThan(2);
    }
    expect(JSON.parse(readFileSync(join(folder, 'work', 'obelus.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(existsSync(join(folder, 'work', 'obelus-baseline.json'))).toBe(true);
  });

  it('shows a configuration that is taken', () => {
    writeFileSync(join(folder, 'work', 'obelus.config.json'), blocks('json')[0]!);
    article('old-trams.md', 'Old trams are red.');
    const { status, out, errors } = shell('obelus check articles --format sarif');
    expect([status, errors]).toEqual([1, '']);
    expect(out).toContain('https://obelus.example/docs/rules/uncited-claim');
    expect(out).not.toContain('Old trams');
  });

  it('shows a git hook that stops a commit with a new finding, and no other', () => {
    shell('git init -q && obelus check articles --baseline obelus-baseline.json --update-baseline');
    const hook = join(folder, 'work', '.git', 'hooks', 'pre-commit');
    writeFileSync(hook, blocks('sh hook')[0]!);
    chmodSync(hook, 0o755);
    const commit = 'git add . && git commit -qm Articles';
    expect(shell(commit)).toMatchObject({ status: 0 });
    article('buses.md', 'Buses run daily.');
    const stopped = shell(commit);
    expect(stopped.status).not.toBe(0);
    expect(stopped.out + stopped.errors).toContain('Buses run daily.');
    rmSync(join(folder, 'work', 'articles', 'buses.md'));
    writeFileSync(join(folder, 'work', 'notes.cfg'), 'Buses run daily.');
    expect(shell(commit)).toMatchObject({ status: 0 });
  });

  it('shows a hook for pre-commit that runs', () => {
    const [entry, ...others] = blocks('yaml').flatMap(entriesIn);
    expect(others).toEqual([]);
    shell('obelus check articles --baseline obelus-baseline.json --update-baseline');
    expect(shell(`${entry} articles/trams.md`)).toMatchObject({ status: 0, errors: '' });
    article('trams.md', 'Old trams are red.');
    expect(shell(`${entry} articles/trams.md`)).toMatchObject({ status: 1, errors: '' });
  });

  it('shows workflows whose steps run', () => {
    const steps = blocks('yaml').flatMap(runsIn);
    expect(steps.filter((step) => step.startsWith('node'))).toHaveLength(4);
    shell('obelus check articles --baseline obelus-baseline.json --update-baseline');
    const summary = join(folder, 'summary.md');
    for (const step of steps.filter((each) => each.startsWith('node'))) {
      // The checkout that the step before clones is this one.
      const here = step.replace(
        /"\$RUNNER_TEMP\/obelus|\/opt\/obelus/,
        (start) => (start.startsWith('"') ? '"' : '') + process.cwd(),
      );
      const { status, errors } = shell(here, { GITHUB_STEP_SUMMARY: summary });
      expect([step, status, errors]).toEqual([step, step.includes('--baseline') ? 0 : 1, '']);
    }
    expect(readFileSync(summary, 'utf8')).toMatch(/^## Obelus: 1 error/);
  });
});
