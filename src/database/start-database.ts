import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.js';
import { placeOf, urlsOfHosts } from '../config/database-urls.js';
import { DEFAULT_SHARDS, distribute } from './citus/distribute.js';
import { Database, type DatabaseOptions } from './database.js';
import { startEmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres.js';
import { isUnreachable } from './errors.js';
import { checkServerVersion, migrate } from './migrate.js';
import { asOwner, type OwnerConnection } from './owner-connection.js';
import { Primary } from './replication/primary.js';
import { checkWall, prepareRole } from './roles.js';
import { StartError } from './start-error.js';

export interface StartOptions<T> {
  readonly config: Config;
  readonly entities: DatabaseOptions['entities'];
  /** What to make sure of before anyone is served, as the owner, in one transaction, by one process at a time. */
  readonly prepare: (owner: OwnerConnection) => Promise<T>;
  /** Told in a line each what takes time or goes wrong. */
  readonly log: (line: string) => void;
  /** Settings of the embedded server beyond the defaults. */
  readonly embedded?: Pick<EmbeddedOptions, 'settings'>;
}

export interface StartedDatabase<T = unknown> {
  readonly database: Database;
  /** What `prepare` returned. */
  readonly prepared: T;
  /** Closes the connections, then stops the embedded server. Safe to call twice. */
  close(): Promise<void>;
}

export interface PreparedDatabase<T> extends StartedDatabase<T> {
  /** Where the program connects to: other processes can `joinDatabase` there. */
  readonly programUrl: string;
}

/** Connections of a process beside its pool (queue of jobs, events, watch), and those for starting and for administrators. */
const BESIDE_POOL = 5;
const RESERVED = 10;
/** The first wait before trying again, in milliseconds; it doubles up to the longest. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * Brings the database up: starts the embedded PostgreSQL or waits for the configured one, migrates it, gives the
 * program its role, and connects.
 *
 * @throws StartError: one line that says what is wrong and what to do. Nothing is left running.
 */
export async function startDatabase<T>(options: StartOptions<T>): Promise<PreparedDatabase<T>> {
  const { config } = options;
  if (config.databaseUrl !== null) {
    const urls = { owner: config.ownerUrl ?? config.databaseUrl, program: config.databaseUrl };
    return await open(options, urls, () => Promise.resolve());
  }
  // While processes are replaced there is one more.
  const processes = config.processCount > 1 ? config.processCount + 1 : 1;
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    maxConnections: (config.poolSize + BESIDE_POOL) * processes + RESERVED,
    ...options.embedded,
  });
  let stopping = false;
  void server.ended.then((how) => {
    if (!stopping) options.log(`the embedded PostgreSQL ended unexpectedly: ${how}; start Obelus again`);
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    await server.stop();
  };
  try {
    return await open(options, { owner: server.ownerUrl, program: server.appUrl }, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open<T>(
  { config, entities, prepare, log }: StartOptions<T>,
  urls: { owner: string; program: string },
  stop: () => Promise<void>,
): Promise<PreparedDatabase<T>> {
  const prepared = await persistently(urls.owner, config.databaseWaitSeconds * 1000, log, async () => {
    const url = await primaryOf(urls.owner);
    return await asOwner(url, async (owner) => {
      await checkServerVersion(owner);
      const distributed = await migrate(owner, url);
      await prepareRole(owner, await programUser(owner, urls.program));
      // It keeps up with the migrations.
      if (distributed) await distribute(owner, { shards: DEFAULT_SHARDS, say: log });
      await owner.query('BEGIN');
      const result = await prepare(owner);
      await owner.query('COMMIT');
      return result;
    });
  });
  const database = await connect(config, entities, urls.program, log);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= database.close().finally(stop));
  return { database, prepared, programUrl: urls.program, close };
}

/**
 * Connects to a database that another process of the same start has brought up.
 *
 * @param url its `programUrl`
 * @throws StartError
 */
export async function joinDatabase(
  { config, entities, log }: Omit<StartOptions<unknown>, 'prepare' | 'embedded'>,
  url: string,
): Promise<StartedDatabase<null>> {
  const database = await connect(config, entities, url, log);
  return { database, prepared: null, close: () => database.close() };
}

/** @throws StartError, also when row-level security would not hold for the connection */
async function connect(
  config: Config,
  entities: DatabaseOptions['entities'],
  url: string,
  log: (line: string) => void,
): Promise<Database> {
  const { poolSize, statementTimeoutMs, replicaUrls: readUrls } = config;
  const options = { entities, poolSize, statementTimeoutMs, readUrls, lagLimitMs: config.readLagSeconds * 1000 };
  const database = await persistently(url, config.databaseWaitSeconds * 1000, log, () =>
    Database.connect({ url, ...options }),
  );
  try {
    await checkWall((sql) => database.outsideWorkspaces(sql));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/**
 * Of several hosts, the one that can be written to.
 *
 * @throws an error as of a server that is starting when none of them can
 */
export async function primaryOf(url: string): Promise<string> {
  const primary = new Primary(urlsOfHosts(url));
  if (primary.hasOthers && !(await primary.find())) {
    // As a server that is starting says: it is waited for.
    throw Object.assign(new Error('none of them can be written to'), { code: '57P03' });
  }
  return primary.url;
}

/** Who the program connects as: who its URL names; else, as the driver takes it, who the owner is. */
export async function programUser(owner: OwnerConnection, programUrl: string): Promise<string> {
  const named = decodeURIComponent(new URL(urlsOfHosts(programUrl)[0]!).username);
  if (named) return named;
  const [row] = await owner.query<{ name: string }>('SELECT session_user AS name');
  return row?.name ?? '';
}

/** Tries again while nobody answers, and says so once. Other failures are told at once, as one line. */
async function persistently<T>(
  url: string,
  limitMs: number,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const where = urlsOfHosts(url).map(placeOf).join(' or ');
  const limit = Date.now() + limitMs;
  let told = false;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StartError) throw error;
      const why = (error as { code?: string }).code ?? (error as Error).message;
      if (!isUnreachable(error)) throw refused(where, error);
      if (Date.now() + wait > limit) {
        const message = `PostgreSQL at ${where} cannot be reached (${why}); start it, or mend DATABASE_URL`;
        throw new StartError('DATABASE_DOWN', message, { cause: error });
      }
      if (!told)
        log(`PostgreSQL at ${where} cannot be reached (${why}); trying again for ${Math.round(limitMs / 1000)} s`);
      told = true;
      await sleep(wait);
    }
  }
}

/** 25006: it can only be read; 28: no such user or a wrong password; 3D: no such database; 42501: not allowed. Anything else is a fault of ours. */
function refused(where: string, error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === '25006') {
    const advice = 'name the one that can be written to in DATABASE_URL, or all of them with commas between';
    return new StartError('DATABASE_REFUSED', `PostgreSQL at ${where} follows another server; ${advice}`, {
      cause: error,
    });
  }
  if (code === undefined || !/^(28|3D|42501)/.test(code)) return error;
  return new StartError('DATABASE_REFUSED', `PostgreSQL at ${where} refuses: ${message}; mend DATABASE_URL`, {
    cause: error,
  });
}
