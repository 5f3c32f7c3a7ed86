import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ENTITIES } from '../src/entities.js';
import { importerOf } from './support/importer.js';
import { Jobs } from '../src/jobs/jobs.js';
import { sourceReadingPool } from './support/reading-pool.js';
import { startScript, type StartedScript } from './support/start-script.js';
import { createTestDatabase } from './support/test-database.js';
import { until } from './support/until.js';

/** The first start may have to build. */
const PATIENCE_MS = 120_000;

let running: ChildProcess | null = null;

afterEach(() => running?.kill('SIGKILL'));

/** `npm run worker`, until it says that it works, or ends. */
const start = (environment: Record<string, string>): Promise<StartedScript> =>
  startScript(
    'worker.mjs',
    { environment },
    (child) => (running = child),
    (output) => output.includes('does background jobs'),
  );

describe('npm run worker', () => {
  it(
    'does what a server that does no jobs was asked for, and ends in order',
    async () => {
      const db = await createTestDatabase({ entities: ENTITIES });
      const jobs = new Jobs(db.database, { jobs: 'off' });
      const pool = sourceReadingPool();
      try {
        const importer = importerOf(db.database, pool, jobs);
        importer.onModuleInit();
        await jobs.onApplicationBootstrap();
        const viewer = await db.workspace();
        const content = `The lock\n\n${'The lock was filled in 1998 [1]. '.repeat(35_000)}`;
        const { jobId } = await importer.run(viewer, { slug: 'long', content, format: 'TEXT' });
        expect(jobId).not.toBeNull();

        const { child } = await start({ DATABASE_URL: db.appUrl, OBELUS_OWNER_URL: db.ownerUrl, OBELUS_JOBS: 'off' });
        const done = async (): Promise<boolean> => (await db.owner('SELECT FROM job WHERE state = 3')).length === 1;
        await until('the article is imported', done, 60_000);
        expect(await db.owner('SELECT slug FROM article')).toEqual([{ slug: 'long' }]);
        const before = Date.now();
        child.kill('SIGTERM');
        expect(await once(child, 'exit')).toEqual([0, null]);
        expect(Date.now() - before).toBeLessThan(10_000);
      } finally {
        await jobs.onModuleDestroy();
        await pool.onApplicationShutdown();
        await db.drop();
      }
    },
    PATIENCE_MS,
  );

  it(
    'says in a line that the embedded database is one process’s',
    async () => {
      const { child, output } = await start({});
      expect(output).toMatch(/^obelus: the embedded database serves one process: start the server [^\n]*\n$/m);
      if (child.exitCode === null) await once(child, 'exit');
      expect(child.exitCode).toBe(1);
    },
    PATIENCE_MS,
  );
});
