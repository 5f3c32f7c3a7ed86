import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { Editing } from '../../src/editing/editing.js';
import { recountArticle } from '../../src/editing/recount.js';
import { Ripples } from '../../src/editing/ripples.js';
import { SourceEdits, type Rippled } from '../../src/editing/source.edits.js';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

const ARTICLES = 40;
const CLAIMS = 10;
/** The process that judges is killed when it has done so many. */
const DONE = 17;

let db: TestDatabase;
let pool: ReadingPool;
let viewer: TestViewer;

beforeAll(async () => {
  // What fails here is meant to.
  Logger.overrideLogger(false);
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 12 });
  pool = sourceReadingPool();
});
beforeEach(async () => {
  viewer = await db.workspace();
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await db.drop();
});

const PLACES = [
  'Alford',
  'Brestead',
  'Corvik',
  'Dunmere',
  'Esholm',
  'Falness',
  'Gordale',
  'Halwick',
  'Ingworth',
  'Jarby',
];

/** All claims cite one source, and every other one a second. */
function text(line: number): string {
  const claims = PLACES.slice(0, CLAIMS).map((place, i) => {
    const cited = i % 2 === 0 ? '[1]' : '[1, 2]';
    return `The quay of ${place} was lengthened by ${20 + line + 3 * i} metres in ${1950 + line + i} ${cited}.`;
  });
  return `The quays of line ${line}

${claims.slice(0, 5).join(' ')}

${claims.slice(5).join(' ')}

References

[1] Port office, "Quays of the county", Harbour Press, 2031. https://example.org/quays
[2] Ada Okoro, "What line ${line} cost", The Sound Gazette, 2031. https://example.org/lines/${line}
`;
}

const rows = <R = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> =>
  db.database.readWorkspace(viewer, (c) => c.query<R>(sql, params));

/** Who asks for jobs of the kind, and does them when told so. */
async function openJobs(does: 'on' | 'off', database = db.database): Promise<{ jobs: Jobs; ripples: Ripples }> {
  const jobs = new Jobs(database, { jobs: does }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  const ripples = new Ripples(database, jobs);
  ripples.onModuleInit();
  await jobs.onApplicationBootstrap();
  return { jobs, ripples };
}

/** Imports articles. @returns their ids in order, and the global id of the source that all of them cite */
async function imported(count: number, desk: Jobs): Promise<{ articleIds: string[]; sourceId: string }> {
  const importer = importerOf(db.database, pool, desk);
  for (let line = 0; line < count; line++) {
    const { userErrors } = await importer.run(viewer, { slug: `line-${line}`, content: text(line), format: 'TEXT' });
    expect(userErrors).toEqual([]);
  }
  const articles = await rows<{ id: string }>('SELECT id FROM article ORDER BY id');
  const [source] = await rows<{ id: string }>("SELECT id FROM source WHERE url = 'https://example.org/quays'");
  return { articleIds: articles.map(({ id }) => id), sourceId: toGlobalId('Source', source!.id) };
}

/** What is stored of how all stands, without ids and times that say when it was found. */
const stands = async (): Promise<unknown[]> => [
  await rows('SELECT id, standing, rank, not_assessed FROM claim ORDER BY id'),
  await rows(
    `SELECT claim_id, rule, severity, bearing, state, message, remedy, line, start_offset, end_offset, fingerprint
     FROM finding WHERE state <> 2 ORDER BY article_id, fingerprint`,
  ),
  await rows('SELECT * FROM article_tally ORDER BY article_id'),
];

async function expectNoDrift(articleIds: readonly string[]): Promise<void> {
  for (const articleId of articleIds) {
    const drift = await db.database.withWorkspace(viewer, (connection) =>
      recountArticle(connection, viewer, articleId, new Date(), false),
    );
    expect(drift).toEqual([]);
  }
}

const progress = async (id: string): Promise<{ state: number; done: number; total: number }> =>
  (
    await rows<{ state: number; done: number; total: number }>('SELECT state, done, total FROM job WHERE id = $1', [id])
  )[0]!;

const ended = (id: string): Promise<void> =>
  until('the job has ended', async () => (await progress(id)).state === 3, 60_000);

/** Holds an article as an editor does, until it is told to let go. */
async function holdRow(articleId: string): Promise<() => Promise<unknown>> {
  let letGo = (): void => undefined;
  const wait = new Promise<void>((resolve) => (letGo = resolve));
  let held = false;
  const over = db.database.withWorkspace(viewer, async (connection) => {
    await connection.query('SELECT FROM article WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [
      viewer.workspaceId,
      articleId,
    ]);
    held = true;
    await wait;
  });
  await until('the article is held', () => Promise.resolve(held));
  return () => (letGo(), over);
}

/** Another process judges until it waits for an article that somebody holds; there it is killed. */
async function killInTheMiddle(jobId: string, articleId: string): Promise<void> {
  const letGo = await holdRow(articleId);
  const loader = ['--import', './test/support/typescript.mjs'];
  const child = spawn(process.execPath, [...loader, 'test/support/ripple-child.ts', db.appUrl]);
  try {
    await until(`${DONE} are done`, async () => (await progress(jobId)).done === DONE);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await letGo();
  }
  // The default patience is twenty seconds.
  await db.owner('UPDATE pgboss.job SET heartbeat_seconds = 1 WHERE id = $1', [jobId]);
}

describe('a source that many articles cite', () => {
  it('is retracted for all of them once, though the process that judges is killed, and reinstated as if never', async () => {
    const { jobs: desk, ripples } = await openJobs('off');
    const sources = new SourceEdits(new Editing(db.database), ripples);
    const { articleIds, sourceId } = await imported(ARTICLES, desk);
    const before = await stands();
    const versions = await rows('SELECT id, version FROM claim ORDER BY id');

    const retracted = await sources.retract(viewer, { sourceId, reason: 'The port office measured nothing.' });
    const { jobId } = retracted.done as Rippled;
    await killInTheMiddle(jobId, articleIds[DONE]!);
    expect(await progress(jobId)).toEqual({ state: 2, done: DONE, total: ARTICLES });
    const judged = `SELECT id, judged_at FROM claim WHERE article_id = ANY ($1::uuid[]) ORDER BY id`;
    const first = await rows(judged, [articleIds.slice(0, DONE)]);
    const { jobs } = await openJobs('on');
    try {
      await ended(jobId);
      expect(await progress(jobId)).toEqual({ state: 3, done: ARTICLES, total: ARTICLES });
      expect(await rows('SELECT attempt FROM job')).toEqual([{ attempt: 2 }]);
      // What the first one stored was not done again.
      expect(await rows(judged, [articleIds.slice(0, DONE)])).toEqual(first);
      const found = "SELECT claim_id FROM finding WHERE rule = 'retracted-source' AND state = 1 ORDER BY claim_id";
      const claimIds = await rows<{ id: string }>('SELECT id FROM claim ORDER BY id');
      expect(claimIds).toHaveLength(ARTICLES * CLAIMS);
      expect(await rows(found)).toEqual(claimIds.map(({ id }) => ({ claim_id: id })));
      const told = "SELECT article_id FROM event WHERE kind = 'source.retracted' ORDER BY article_id";
      expect(await rows(told)).toEqual(articleIds.map((id) => ({ article_id: id })));
      expect(await rows('SELECT id, version - 1 AS version FROM claim ORDER BY id')).toEqual(versions);
      await expectNoDrift(articleIds);

      const reinstated = await sources.reinstate(viewer, { sourceId });
      await ended(reinstated.done!.jobId);
      expect(await stands()).toEqual(before);
      await expectNoDrift(articleIds);
    } finally {
      await jobs.onModuleDestroy();
      await desk.onModuleDestroy();
    }
  });

  it('is judged again as patiently as it takes when somebody holds one of them', async () => {
    const { jobs: desk, ripples } = await openJobs('off');
    const { articleIds, sourceId } = await imported(2, desk);
    // A statement of a request may not take so long as the article is held.
    const options = { url: db.appUrl, entities: ENTITIES, poolSize: 4, statementTimeoutMs: 1_000 };
    const impatient = await Database.connect(options);
    const letGo = await holdRow(articleIds[1]!);
    const { jobs } = await openJobs('on', impatient);
    try {
      const { done } = await new SourceEdits(new Editing(db.database), ripples).retract(viewer, {
        sourceId,
        reason: 'The port office measured nothing.',
      });
      await until('one is done', async () => (await progress(done!.jobId)).done === 1);
      await sleep(2_000);
      await letGo();
      await ended(done!.jobId);
      expect(await rows('SELECT done, attempt FROM job')).toEqual([{ done: 2, attempt: 1 }]);
    } finally {
      await letGo();
      await jobs.onModuleDestroy();
      await desk.onModuleDestroy();
      await impatient.close();
    }
  });

  it('is judged again where that can be done, and later in the article where it could not', async () => {
    const { jobs: desk, ripples } = await openJobs('off');
    const { articleIds, sourceId } = await imported(4, desk);
    await db.owner(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'this article cannot be judged'; END $$`);
    await db.owner(`CREATE TRIGGER refused BEFORE UPDATE ON article_tally FOR EACH ROW
      WHEN (OLD.article_id = '${articleIds[1]}') EXECUTE FUNCTION refuse()`);
    const { jobs } = await openJobs('on');
    try {
      const { done } = await new SourceEdits(new Editing(db.database), ripples).retract(viewer, {
        sourceId,
        reason: 'The port office measured nothing.',
      });
      const told = async (): Promise<number> =>
        (await rows("SELECT FROM event WHERE kind = 'source.retracted'")).length;
      await until('all but one are judged', async () => (await told()) === 3);
      await until('it is to be tried again', async () => (await progress(done!.jobId)).state === 1);
      expect(await progress(done!.jobId)).toEqual({ state: 1, done: 1, total: 4 });
      await db.owner('DROP TRIGGER refused ON article_tally');
      await ended(done!.jobId);
      expect([await told(), (await progress(done!.jobId)).done]).toEqual([4, 4]);
      await expectNoDrift(articleIds);
    } finally {
      await jobs.onModuleDestroy();
      await desk.onModuleDestroy();
    }
  });
});
