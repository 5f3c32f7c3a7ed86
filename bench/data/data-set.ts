import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { asOwner } from '../../src/database/owner-connection.js';
import { prepareRole } from '../../src/database/roles.js';
import { APP_ROLE, OWNER_ROLE } from '../../src/database/role-names.js';
import { administer, hasDatabase } from '../support/administrator.js';
import { buildSet, GENERATOR, type SetSize } from './build.js';

/** The database that is measured: a copy of the set, so that each run begins with the same. */
const RUN = 'obelus_run';
/** Bytes of disk that a claim takes with all that hangs on it, about, in the set; as many again in the copy. */
const BYTES_A_CLAIM = 7_000;
const CONNECTIONS = 300;

const COMMON = { shared_buffers: '1GB', max_wal_size: '8GB', jit: 'off' };
/** Nothing is lost that cannot be built again. */
const BUILDING = {
  ...COMMON,
  fsync: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** A copy of a data set, on an embedded PostgreSQL of its own. */
export interface DataSet {
  readonly size: SetSize;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** A statement as the owner, who sees all workspaces. */
  rows<R extends pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** The schema's version and the generator's are part of the name: a set of another one is not used. */
export const nameOfSet = ({ claims, workspaces }: SetSize): string =>
  `set_${claims}_${workspaces}_${MIGRATIONS.at(-1)!.name.replace(/^\D+/, '')}_${GENERATOR}`;

/**
 * Opens a data set, and builds it where the folder does not have it yet.
 *
 * @throws Error when the disk is too small
 */
export async function openSet(folder: string, size: SetSize, say: (line: string) => void): Promise<DataSet> {
  const dataDir = join(folder, 'postgres');
  const template = nameOfSet(size);
  let server = await startEmbeddedPostgres({ dataDir, maxConnections: CONNECTIONS, settings: BUILDING });
  try {
    // The last run's copy gives its room back first.
    await administer(server, [`DROP DATABASE IF EXISTS ${RUN} WITH (FORCE)`]);
    const isBuilt = await hasDatabase(server, template);
    await checkDisk(folder, size.claims, isBuilt ? 1 : 2);
    if (!isBuilt) await build(server, template, size, say);
    await administer(server, [`CREATE DATABASE ${RUN} TEMPLATE ${template} OWNER ${OWNER_ROLE} STRATEGY file_copy`]);
    await server.stop();
    server = await startEmbeddedPostgres({ dataDir, maxConnections: CONNECTIONS, settings: COMMON });
    return opened(server, size);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function opened(server: EmbeddedPostgres, size: SetSize): DataSet {
  const pool = new pg.Pool({ connectionString: within(server.ownerUrl, RUN), max: 2 });
  // An idle connection that ends with the server is no fault.
  pool.on('error', () => undefined);
  return {
    size,
    ownerUrl: within(server.ownerUrl, RUN),
    appUrl: within(server.appUrl, RUN),
    rows: async <R extends pg.QueryResultRow>(sql: string, params: unknown[] = []) =>
      (await pool.query<R>(sql, params)).rows,
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}

async function build(
  server: EmbeddedPostgres,
  name: string,
  size: SetSize,
  say: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const half = `${name}_unfinished`;
  await administer(server, [`DROP DATABASE IF EXISTS ${half}`, `CREATE DATABASE ${half} OWNER ${OWNER_ROLE}`]);
  const ownerUrl = within(server.ownerUrl, half);
  await asOwner(ownerUrl, async (owner) => {
    await migrate(owner, ownerUrl);
    await prepareRole(owner, APP_ROLE);
  });
  const counts = await buildSet(within(server.adminUrl, half), size, say);
  await administer(server, [`ALTER DATABASE ${half} RENAME TO ${name}`]);
  const seconds = (performance.now() - begun) / 1000;
  const told = ['article', 'claim', 'citation', 'source', 'finding'].map(
    (table) => `${(counts.get(table) ?? 0).toLocaleString('en')} ${table}s`,
  );
  say(`built in ${seconds.toFixed(0)} s: ${told.join(', ')}`);
}

const within = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** @param copies of the set's data that are still to be written */
async function checkDisk(folder: string, claims: number, copies: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const [free, needed] = [bavail * bsize, claims * BYTES_A_CLAIM * copies];
  if (free >= needed) return;
  const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  throw new Error(
    `${claims} claims need about ${gib(needed)} of disk and ${folder} has ${gib(free)} free; give --data, or fewer --claims`,
  );
}
