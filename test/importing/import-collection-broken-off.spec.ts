import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { COLLECTION_OUTCOME, JOB_STATE, type CollectionOutcome, type JobState } from '../../src/database/codes.js';
import { ImportCollection } from '../../src/importing/import-collection.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

let room: Newsroom;
let pool: ReadingPool;

beforeAll(async () => {
  room = await openNewsroom();
  pool = sourceReadingPool();
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await room.close();
});

/** A process that imports collections. @param held what each import of an article waits for */
async function worker(held: () => Promise<void>): Promise<Jobs> {
  const { database } = room.api.db;
  const jobs = new Jobs(database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 200 });
  const importer = importerOf(database, pool, jobs);
  const runWithin = importer.runWithin.bind(importer);
  importer.runWithin = async (...given) => {
    await held();
    return runWithin(...given);
  };
  importer.onModuleInit();
  new ImportCollection(database, importer, pool, jobs).onModuleInit();
  await jobs.onApplicationBootstrap();
  return jobs;
}

const NAMES = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'g.md', 'h.md'];
/** Parts that one process imports at once. */
const AT_ONCE = 4;

async function send(titled: string): Promise<void> {
  const files = Object.fromEntries(
    NAMES.map((name) => [`${titled}-${name}`, strToU8(`# ${titled} ${name}\n\n${titled} carry 300 people.\n`)]),
  );
  const { job } = await room.change<{ job: { id: string } }>(
    'importCollection',
    { format: 'ZIP', contentBase64: Buffer.from(zipSync(files)).toString('base64') },
    'job { id }',
  );
  expect(job).not.toBeNull();
}

const rowOfJob = async (): Promise<{ id: string; state: JobState; done: number }> => {
  const [row] = await room.rows<{ id: string; state: number; done: number }>(
    "SELECT id, state, done FROM job WHERE kind = 'import-collection' ORDER BY created_at DESC",
  );
  return { ...row!, state: JOB_STATE.fromCode(row!.state) };
};
const items = async (): Promise<{ name: string; outcome: CollectionOutcome; version: number }[]> => {
  const { id } = await rowOfJob();
  const rows = await room.rows<{ name: string; outcome: number; version: number }>(
    `SELECT i.name, i.outcome, a.version FROM collection_item i
     JOIN article a ON a.workspace_id = i.workspace_id AND a.id = i.article_id WHERE job_id = $1 ORDER BY ordinal`,
    [id],
  );
  return rows.map((row) => ({ ...row, outcome: COLLECTION_OUTCOME.fromCode(row.outcome) }));
};

it('a collection whose import is broken off is not done, and goes on in another process', async () => {
  let begun = 0;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  // The first and the third are stored at once; what came between, and behind, is not.
  const first = await worker(() => ([1, 3].includes(++begun) ? Promise.resolve() : held));
  await send('Trams');
  await until('all hands are full', () => Promise.resolve(begun === 2 + AT_ONCE));
  expect((await items()).map(({ name }) => name)).toEqual(['Trams-a.md', 'Trams-c.md']);
  // The process says farewell while the articles are under way, and then ends them as well as it can.
  await first.onModuleDestroy();
  goOn();
  await until('those that were under way are stored', async () => (await items()).length === 2 + AT_ONCE);
  // Time in which the first process could do more, or record an end, if it wanted to.
  await sleep(300);
  expect(begun).toBe(2 + AT_ONCE);
  const { state, done } = await rowOfJob();
  expect([state === 'DONE', done]).toEqual([false, 2 + AT_ONCE]);

  let after = 0;
  const second = await worker(() => Promise.resolve(void after++));
  try {
    await until('the job is done', async () => (await rowOfJob()).state === 'DONE');
    expect(after).toBe(NAMES.length - 2 - AT_ONCE);
    expect(await items()).toEqual(NAMES.map((name) => ({ name: `Trams-${name}`, outcome: 'IMPORTED', version: 1 })));
  } finally {
    await second.onModuleDestroy();
  }
});

it('a process that another one has taken the job from stores none of the articles that it has under way', async () => {
  let begun = 0;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const slow = await worker(() => {
    begun++;
    return held;
  });
  try {
    await send('Ferries');
    await until('all hands are full', () => Promise.resolve(begun === AT_ONCE));
    const { id } = await rowOfJob();
    await room.api.db.owner('UPDATE job SET attempt = attempt + 1 WHERE id = $1', [id]);
    goOn();
    await until('the process has seen it', async () => {
      const [row] = await room.api.db.owner<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [id]);
      return row?.state === 'completed';
    });
    expect(begun).toBe(AT_ONCE);
    expect(await items()).toEqual([]);
    expect(await room.rows("SELECT FROM article WHERE slug LIKE 'ferries-%'")).toEqual([]);
  } finally {
    await slow.onModuleDestroy();
  }
});
