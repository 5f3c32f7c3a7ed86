import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { ENTITIES } from '../src/entities.js';
import { startScript } from './support/start-script.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { addToken } from './support/token.js';
import { until } from './support/until.js';

// The first start may have to build.
jest.setTimeout(180_000);

const ARTICLES = 60;
/** Of each article: enough that an import takes some seconds. */
const SENTENCES = 40;
/** Articles that are stored when the import is broken off. */
const EARLY = 12;
/** Articles that a client has on their way at once. */
const UNDERWAY = 4;

let folder: string;
let collection: string;
let db: TestDatabase;
let server: ChildProcess | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-broken-off-'));
  collection = join(folder, 'trams.zip');
  const files = Array.from({ length: ARTICLES }, (_, i) => {
    const sentences = Array.from({ length: SENTENCES }, (_, j) => `Tram ${i} carried ${100 + j} people in 2031 [1].`);
    const article = `# Tram ${i}\n\n${sentences.join('\n\n')}\n\n## References\n\n1. https://port.example/trams/${i % 7}\n`;
    return [`tram-${i}.md`, strToU8(article)] as const;
  });
  writeFileSync(collection, zipSync(Object.fromEntries(files)));
});
beforeEach(async () => (db = await createTestDatabase({ entities: ENTITIES })));
afterEach(async () => {
  await killed(server);
  await db.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function startServer(): Promise<string> {
  const { output } = await startScript(
    'start.mjs',
    {
      cwd: folder,
      environment: { PORT: '0', DATABASE_URL: db.appUrl, OBELUS_OWNER_URL: db.ownerUrl, OBELUS_SAMPLE: 'off' },
    },
    (child) => (server = child),
    (said) => said.includes('Every call needs a token'),
  );
  return new URL(/answers at (\S+)/.exec(output)![1]!).origin;
}

interface Client {
  readonly child: ChildProcess;
  /** How it ended, and what it said. */
  readonly ended: Promise<{ status: number | null; out: string; errors: string }>;
}

/** `obelus import`, in a process of its own. */
function startImport(url: string, token: string): Client {
  const args = [join(process.cwd(), 'bin/obelus.mjs'), 'import', collection, '--server', url, '--token', token];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { child, ended: ended.then(([[status], out, errors]) => ({ status: status as number | null, out, errors })) };
}

async function killed(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

const stored = async (): Promise<number> => {
  const [row] = await db.owner<{ count: number }>('SELECT count(*)::integer AS count FROM article');
  return row!.count;
};

/** Each article is there, once, with one revision and one event of its import. */
async function expectEachOnce(): Promise<void> {
  const [row] = await db.owner(
    `SELECT (SELECT count(*)::integer FROM article) AS articles, (SELECT count(*)::integer FROM revision) AS revisions,
       (SELECT count(*)::integer FROM event WHERE kind = 'article.imported') AS imports,
       (SELECT count(*)::integer FROM claim) AS claims`,
  );
  expect(row).toEqual({ articles: ARTICLES, revisions: ARTICLES, imports: ARTICLES, claims: ARTICLES * SENTENCES });
}

/** What the last line says: articles that were imported, and that were there. */
function countsIn(out: string): { imported: number; unchanged: number } {
  const [, imported, unchanged] = /: (\d+) imported, (\d+) unchanged\n$/.exec(out) ?? [];
  return { imported: Number(imported), unchanged: Number(unchanged) };
}

it('a client that is killed in the midst of an import goes on where it was when it is run again', async () => {
  const token = await addToken(db, await db.workspace());
  const url = await startServer();
  const first = startImport(url, token);
  await until('some articles are stored', async () => (await stored()) >= EARLY);
  await killed(first.child);
  // What the server has under way meets its like.
  const second = await startImport(url, token).ended;
  expect(second).toMatchObject({ status: 0, errors: expect.not.stringContaining('CONFLICT') });
  const { imported, unchanged } = countsIn(second.out);
  expect(imported + unchanged).toBe(ARTICLES);
  expect(imported).toBeGreaterThan(0);
  expect(unchanged).toBeGreaterThanOrEqual(EARLY);
  await expectEachOnce();
  const third = await startImport(url, token).ended;
  expect(countsIn(third.out)).toEqual({ imported: 0, unchanged: ARTICLES });
  await expectEachOnce();
});

it('a server that is killed in the midst of an import has whole articles, and takes the others when it is back', async () => {
  const token = await addToken(db, await db.workspace());
  const first = startImport(await startServer(), token);
  await until('some articles are stored', async () => (await stored()) >= EARLY);
  await killed(server);
  const { status, out, errors } = await first.ended;
  expect(status).toBe(2);
  expect(errors).toContain('cannot be reached');
  const told = out.match(/\(version 1\)/g)?.length ?? 0;
  const there = await stored();
  // What was told is stored; beyond it, what was stored and not told before the server ended.
  expect(there - told).toBeGreaterThanOrEqual(0);
  expect(there - told).toBeLessThanOrEqual(UNDERWAY);
  const second = await startImport(await startServer(), token).ended;
  expect(second.status).toBe(0);
  expect(countsIn(second.out)).toEqual({ imported: ARTICLES - there, unchanged: there });
  await expectEachOnce();
});
