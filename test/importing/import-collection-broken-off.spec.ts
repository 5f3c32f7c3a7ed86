import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { JOB_STATE, type JobState } from '../../src/database/codes.js';
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

const NAMES = ['a.md', 'b.md', 'c.md', 'd.md'];

it('a collection whose import is broken off is not done, and goes on in another process', async () => {
  let begun = 0;
  let goOn: () => void = () => undefined;
  const first = await worker(async () => {
    if (++begun === 2) await new Promise<void>((resolve) => (goOn = resolve));
  });
  const files = Object.fromEntries(
    NAMES.map((name) => [name, strToU8(`# Trams ${name}\n\nTrams carry 300 people.\n`)]),
  );
  const { job } = await room.change<{ job: { id: string } }>(
    'importCollection',
    { format: 'ZIP', contentBase64: Buffer.from(zipSync(files)).toString('base64') },
    'job { id }',
  );
  expect(job).not.toBeNull();
  await until('the second article is being imported', () => Promise.resolve(begun === 2));
  // The process says farewell while the article is under way, and then ends it as well as it can.
  await first.onModuleDestroy();
  goOn();
  const items = async (): Promise<string[]> => {
    const rows = await room.rows<{ name: string }>('SELECT name FROM collection_item ORDER BY ordinal');
    return rows.map(({ name }) => name);
  };
  const state = async (): Promise<JobState> => {
    const [row] = await room.rows<{ state: number }>("SELECT state FROM job WHERE kind = 'import-collection'");
    return JOB_STATE.fromCode(row!.state);
  };
  await until('the second article is stored', async () => (await items()).length === 2);
  // Time in which the first process could do more, or record an end, if it wanted to.
  await sleep(300);
  expect(begun).toBe(2);
  expect(await state()).not.toBe('DONE');

  let after = 0;
  const second = await worker(() => Promise.resolve(void after++));
  try {
    await until('the job is done', async () => (await state()) === 'DONE');
    expect([await items(), after]).toEqual([NAMES, 2]);
  } finally {
    await second.onModuleDestroy();
  }
});
