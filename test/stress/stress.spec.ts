import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { recount } from '../../src/recount.js';
import { randomOf } from '../support/random.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { addToken } from '../support/token.js';
import { until } from '../support/until.js';
import { Client } from './client.js';
import { freePort } from './free-port.js';
import { edits, follows, imports, Journal, pages, wordOf, type Person } from './people.js';
import { Program } from './program.js';
import { edition, plainText } from './texts.js';

/** How long people work, in seconds; `npm run stress` makes it a minute. */
const SECONDS = Number(process.env.OBELUS_STRESS_SECONDS ?? 9);
const BUSY_WRITERS = 20;
const IMPORTERS = 5;
const OTHER_WRITERS = 20;
const OTHERS = 10;
const CALM = 3;
/** Looks at the same from outside, where it is there. */
const CHECKER = resolve('../shared/kit/append-check.mjs');
/** After the last kill: to start again, and to end what was begun. */
const PATIENCE_MS = 60_000;

jest.setTimeout(SECONDS * 1_000 + 360_000);

let db: TestDatabase;
let viewer: TestViewer;
let token: string;
let server: Program;
let worker: Program;
let url: string;
const journal = new Journal();

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 8, statementTimeoutMs: 60_000 });
  viewer = await db.workspace();
  token = await addToken(db, viewer);
  const port = await freePort();
  url = `http://127.0.0.1:${port}/graphql`;
  const environment = {
    // All of them call with one token.
    OBELUS_RATE_LIMIT_TOKEN: '0',
    DATABASE_URL: db.appUrl,
    OBELUS_OWNER_URL: db.ownerUrl,
    OBELUS_JOBS: 'off',
    OBELUS_SAMPLE: 'off',
    PORT: String(port),
  };
  server = new Program('start.mjs', environment, new RegExp(`http://[^ ]*:${port}`));
  worker = new Program('worker.mjs', environment, /does background jobs/);
  await server.start();
  await worker.start();
});
afterAll(async () => {
  await server.kill();
  await worker.kill();
  await db.drop();
});

it('loses and doubles nothing while many work at once and programs are killed', async () => {
  let end = Infinity;
  // On a slow machine it takes longer until everything has happened.
  const isOver = (): boolean => Date.now() > end && (isStress() || Date.now() > end + PATIENCE_MS);
  const client = new Client(url, token, () => end + 2 * PATIENCE_MS);
  const person = (name: string, seed: number): Person => ({ client, journal, name, isOver, random: randomOf(seed) });
  const anew = `mutation ($input: ImportArticleInput!) { importArticle(input: $input) { article { id } } }`;
  const articles = new Map<string, string>();
  const names = ['busy', ...range(OTHERS).map((i) => `other-${i}`), ...range(CALM).map((i) => `calm-${i}`)];
  for (const slug of names) {
    const input = { slug, content: plainText(slug), format: 'TEXT', desk: slug.slice(0, 4) };
    const { importArticle } = await client.ask<{ importArticle: { article: { id: string } } }>(anew, { input });
    articles.set(slug, importArticle.article.id);
  }

  end = Date.now() + SECONDS * 1_000;
  let isDone = false;
  const following = Promise.all(
    ['busy', 'other-0'].map((slug) => follows({ client, journal, isOver: () => isDone }, slug, articles.get(slug)!)),
  );
  const [rounds] = await Promise.all([
    Promise.all([pages(person('reader', 1)), pages(person('reader', 2))]),
    ...range(BUSY_WRITERS).map((i) => edits(person(`b${i}`, 100 + i), 'busy')),
    ...range(IMPORTERS).map((i) => imports(person(`i${i}`, 200 + i), 'busy', edition)),
    ...range(OTHER_WRITERS).map((i) => edits(person(`o${i}`, 300 + i), `other-${i % OTHERS}`)),
    killTwice(end),
  ]).finally(() => (isDone = true));
  const histories = await following;

  // Whatever was answered is in the history of its article, once; and nothing is there that nobody asked for.
  const all = new Map<string, Awaited<ReturnType<typeof follows>>>();
  for (const [slug, id] of articles) all.set(slug, await follows({ client, journal, isOver: () => true }, slug, id));
  const events = [...all.values()].flat();
  for (const own of all.values()) expect(own.map(({ seq }) => seq)).toEqual(own.map((_event, i) => i + 1));
  const told = Map.groupBy(events, (event) => `${event.kind} ${wordOf(event)}`);
  expect(journal.done.filter(({ kind, value }) => told.get(`${kind} ${value}`)?.length !== 1)).toEqual([]);
  const asked = new Set(journal.done.map(({ value }) => value));
  expect(events.map(wordOf).filter((word) => word !== '' && !asked.has(word))).toEqual([]);
  // What was answered before something else was asked for comes before it.
  for (const [slug, own] of all) {
    const places = new Map(own.map((event) => [wordOf(event), event.seq]));
    const changes = journal.done.filter(({ key }) => key === slug).toSorted((a, b) => a.start - b.start);
    const late = changes.filter((change) =>
      changes.some((other) => other.end < change.start && places.get(other.value!)! > places.get(change.value!)!),
    );
    expect(late).toEqual([]);
  }
  expect([all.get('busy'), all.get('other-0')]).toEqual(histories);

  // Imports were told the revisions that they made, each of them one.
  const imported = all.get('busy')!.filter(({ kind }) => kind === 'article.imported');
  expect(new Set(journal.revisions).size).toBe(journal.revisions.length);
  expect(imported.length).toBeGreaterThanOrEqual(journal.revisions.length);
  expect(imported.map(({ after }) => (after as { revision: number }).revision)).toEqual(range(imported.length, 1));

  // Of those who named the same version of a claim, one was first.
  const bumps = journal.bumped.map(({ claimId, version }) => `${claimId} ${version}`);
  expect(new Set(bumps).size).toBe(bumps.length);

  // Who pages misses no claim that nobody changed, and sees none twice as it was.
  const calm = await db.database.readWorkspace(viewer, (c) =>
    c.query<{ id: string }>(
      `SELECT c.id FROM claim c JOIN article a ON a.workspace_id = c.workspace_id AND a.id = c.article_id
       WHERE a.slug LIKE 'calm-%' AND c.standing BETWEEN 1 AND 4 ORDER BY c.id`,
    ),
  );
  expect(calm.length).toBeGreaterThan(CALM);
  for (const seen of rounds.flat()) {
    const quiet = seen.filter(({ article }) => article.slug.startsWith('calm-')).map(({ id }) => id);
    expect(quiet.toSorted()).toEqual(calm.map(({ id }) => toGlobalId('Claim', id)).toSorted());
    const states = seen.map(({ id, version }) => `${id} ${version}`);
    expect(states.filter((each, i) => states.indexOf(each) !== i)).toEqual([]);
  }

  expect(isStress()).toBe(true);
  expect(client.retries).toBeGreaterThan(0);

  await until('all events are in order', async () => {
    const [row] = await db.owner<{ n: number }>('SELECT count(*)::integer AS n FROM event WHERE workspace_seq IS NULL');
    return row!.n === 0;
  });
  const drift: string[] = [];
  const seen = await recount(db.database, [viewer.workspaceId], { repair: false, slug: null }, (line) =>
    drift.push(line),
  );
  expect(drift).toEqual([]);
  expect(seen).toEqual({ articles: names.length, drift: 0 });
});

(existsSync(CHECKER) ? it : it.skip)('holds in the eyes of an outside checker', async () => {
  const { checkAppends } = (await import(CHECKER)) as { checkAppends: (history: object) => object };
  expect(checkAppends({ ops: journal.operations })).toMatchObject({ ok: true });
});

const range = (length: number, from = 0): number[] => Array.from({ length }, (_each, i) => from + i);

/** All kinds of changes were made, and people were in each other's way. */
function isStress(): boolean {
  const done = new Set(journal.done.map(({ kind }) => kind));
  const kinds = ['citation.attached', 'comment.added', 'verdict.set', 'finding.waived', 'citation.reviewed'];
  return kinds.every((kind) => done.has(kind)) && journal.revisions.length > 0 && (journal.refused.CONFLICT ?? 0) > 0;
}

/** Server and worker die after a third, and after two thirds, of the time. */
async function killTwice(end: number): Promise<void> {
  const third = (end - Date.now()) / 3;
  for (const _time of [1, 2]) {
    await sleep(third);
    await Promise.all(
      [server, worker].map(async (program) => {
        await program.kill();
        await program.start();
      }),
    );
  }
}
