import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../../src/config/config.js';
import type { Role } from '../../../src/database/codes.js';
import { ReadingPool } from '../../../src/importing/reading-pool.js';
import { createServer } from '../../../src/main.js';
import { sourceReadingPool } from '../../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../../support/test-database.js';
import { addToken } from '../../support/token.js';

/** An answer of the API, as far as tests look at it. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly data?: T | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; [more: string]: unknown };
  }[];
}

/** A server of one test file's own, on a database of its own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  /** A token of the viewer, with its role or a lesser one. */
  token(viewer: TestViewer, role?: Role): Promise<string>;
  /** Asks with a token; without one when it is null. */
  ask<T = Record<string, unknown>>(
    token: string | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<T>>;
  /** The statements that are sent while `work` goes on. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

export async function startApi(
  environment: Record<string, string> = {},
  database: Parameters<typeof createTestDatabase>[0] = {},
): Promise<TestApi> {
  const db = await createTestDatabase(database);
  const app = await serverOn(db, environment);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  // The server's own pool runs what is built.
  const pool = sourceReadingPool();
  Object.assign(app.get(ReadingPool, { strict: false }), {
    read: pool.read.bind(pool),
    blocks: pool.blocks.bind(pool),
    judge: pool.judge.bind(pool),
    match: pool.match.bind(pool),
    write: pool.write.bind(pool),
    collect: pool.collect.bind(pool),
    preview: pool.preview.bind(pool),
    extract: pool.extract.bind(pool),
    compare: pool.compare.bind(pool),
    diff: pool.diff.bind(pool),
  } satisfies Partial<ReadingPool>);
  return {
    app,
    db,
    token: (viewer, role) => addToken(db, viewer, role),
    async ask<T>(token: string | null, query: string, variables?: Record<string, unknown>): Promise<Answer<T>> {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
        payload: { query, variables },
      });
      return { status: response.statusCode, ...response.json<Omit<Answer<T>, 'status'>>() };
    },
    async statements(work) {
      const seen: string[] = [];
      const end = db.database.onStatement((sql) => seen.push(sql));
      await work().finally(end);
      return seen;
    },
    async close() {
      await app.close();
      await pool.onApplicationShutdown();
      await db.drop();
    },
  };
}

/** A server on a database that has others, or none yet. What goes on in the background is off unless asked for. */
export async function serverOn(
  db: TestDatabase,
  environment: Record<string, string> = {},
): Promise<NestFastifyApplication> {
  const quiet = {
    NODE_ENV: 'test',
    OBELUS_LOG_LEVEL: 'error',
    OBELUS_JOBS: 'off',
    OBELUS_RATE_LIMIT_TOKEN: '0',
    OBELUS_RATE_LIMIT_ADDRESS: '0',
    DATABASE_URL: db.appUrl,
  };
  const started = { database: db.database, prepared: null, close: () => Promise.resolve() };
  return createServer(readConfig({ ...quiet, ...environment }), started);
}
