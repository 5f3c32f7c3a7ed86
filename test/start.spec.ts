import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/testing/run.js';
import { startScript, type StartedScript } from './support/start-script.js';

/** The first start may have to build. */
const PATIENCE_MS = 120_000;

let folder: string;
let running: ChildProcess | null = null;

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'obelus-start-'))));
afterEach(async () => {
  if (running) await end(running, 'SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started extends StartedScript {
  readonly url: string;
}

/** `npm start` in a folder of its own, until it says where it answers, or ends. */
async function start(environment: Record<string, string> = {}): Promise<Started> {
  const started = await startScript(
    'start.mjs',
    { cwd: folder, environment: { PORT: '0', ...environment } },
    (child) => (running = child),
    // The last line of the greeting says how the token is used.
    (output) => /answers at[^]*(?:graphql#token=|OBELUS_TOKEN|Bearer)[^]*\n$/.test(output),
  );
  return { ...started, url: /answers at (\S+)/.exec(started.output)?.[1] ?? '' };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running = null;
  if (child.exitCode !== null) return child.exitCode;
  return await new Promise((done) => {
    child.once('close', (code) => done(code));
    child.kill(signal);
  });
}

async function ask(url: string, token: string, query: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Record<string, unknown> }).data;
}

/** What a process was begun with, where the system tells; null where it does not. */
function commandOf({ pid }: ChildProcess): string | null {
  return process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : null;
}

describe('npm start', () => {
  it(
    'serves the sample to who has the printed token, takes articles in, and keeps them over a kill',
    async () => {
      const first = await start();
      const token = /obl_[\w-]+/.exec(first.output)![0];
      expect(first.output).toContain(`${first.url}#token=${token}`);
      expect(commandOf(first.child) ?? '--max-semi-space-size=16').toContain('--max-semi-space-size=16');
      const { origin } = new URL(first.url);
      expect(first.output).toContain(`${origin}/#token=${token}`);
      const page = await fetch(origin);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
      const titles = '{ articles(first: 10) { edges { node { slug } } } }';
      const sample = { node: { slug: 'sample-hydrogen-buses' } };
      expect(await ask(first.url, token, titles)).toEqual({ articles: { edges: [sample] } });
      const claims = await ask(first.url, token, '{ unsupportedClaims(first: 5) { edges { node { standing } } } }');
      expect(JSON.stringify(claims)).toContain('MISSING');

      const args = ['import', 'samples/hydrogen-buses.md', '--server', first.url, '--token', token, '--slug', 'mine'];
      expect(await run(...args)).toMatchObject({ status: 0, errors: [] });

      await end(first.child, 'SIGKILL');
      // Who gives a size has that one.
      const second = await start({ NODE_OPTIONS: '--max-semi-space-size=24' });
      const flags = commandOf(second.child);
      expect(flags ?? '').not.toContain('semi-space');
      expect(flags ?? '--heap-growing-percent').toContain('--heap-growing-percent');
      expect(second.output).not.toContain('obl_');
      const { articles } = await ask(second.url, token, titles);
      expect(JSON.stringify(articles)).toContain('"mine"');
      expect(await end(second.child, 'SIGINT')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'says in a line what is wrong, and leaves nothing running',
    async () => {
      const taken = createServer();
      await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
      const { port } = taken.address() as { port: number };
      const { child, output } = await start({ PORT: String(port), OBELUS_SAMPLE: 'off' });
      taken.close();
      expect(output).toContain(`obelus: port ${port} of 127.0.0.1 is in use; end what uses it, or set PORT\n`);
      expect(await end(child, 'SIGINT')).toBe(1);

      const wrong = await start({ PORT: 'http', OBELUS_SAMPLE: 'maybe' });
      expect(wrong.output).toMatch(
        /PORT="http": must be a whole number[^\n]*\n[^]*OBELUS_SAMPLE="maybe": must be on or off\n/,
      );
      expect(await end(wrong.child, 'SIGINT')).toBe(1);
    },
    PATIENCE_MS,
  );
});
