import { DataSource } from 'typeorm';
import { isDistributed } from './citus/cluster.js';
import { MIGRATIONS } from './migrations.js';
import type { OwnerConnection } from './owner-connection.js';
import { installQueue } from './queue-schema.js';
import { StartError } from './start-error.js';

/** The oldest PostgreSQL that works, as it numbers itself. */
const OLDEST = 150_000;
const MIGRATION_TABLE = 'migration';

/** What migrations of distributed tables need: their triggers, and changes of shards one after the other. */
const ON_SHARDS = ['citus.enable_unsafe_triggers=on', 'citus.multi_shard_modify_mode=sequential'];
const flag = (setting: string): string => `-c ${setting}`;

/** @throws StartError DATABASE_TOO_OLD */
export async function checkServerVersion(owner: OwnerConnection): Promise<void> {
  const [row] = await owner.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version`,
  );
  if (row && row.number >= OLDEST) return;
  const message = `PostgreSQL ${row?.version} is too old: Obelus needs ${OLDEST / 10_000} or newer; upgrade it, or unset DATABASE_URL`;
  throw new StartError('DATABASE_TOO_OLD', message);
}

/**
 * Brings the tables, and those of the queue, to this version. Call it under the start lock.
 *
 * @param owner the connection that holds the lock
 * @param url the same user: TypeORM migrates over a connection of its own
 * @returns whether the tables are spread over a cluster
 * @throws StartError DATABASE_RIGHTS when the user may not make tables; DATABASE_REFUSED when a newer Obelus was here
 */
export async function migrate(owner: OwnerConnection, url: string): Promise<boolean> {
  const distributed = await isDistributed(owner);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: [...MIGRATIONS],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'all',
    poolSize: 1,
    installExtensions: false,
    applicationName: 'obelus migrate',
    extra: { options: ['search_path=public', ...(distributed ? ON_SHARDS : [])].map(flag).join(' ') },
  });
  await refuseNewer(owner);
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
    await installQueue(url);
    return distributed;
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause;
    const advice = 'give DATABASE_URL or OBELUS_OWNER_URL the owner of the database';
    throw new StartError('DATABASE_RIGHTS', `the tables cannot be made (${(cause as Error).message}); ${advice}`, {
      cause,
    });
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

async function refuseNewer(owner: OwnerConnection): Promise<void> {
  const [table] = await owner.query<{ there: boolean }>(
    `SELECT to_regclass('${MIGRATION_TABLE}') IS NOT NULL AS there`,
  );
  if (!table?.there) return;
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = await owner.query<{ name: string }>(
    `SELECT name FROM ${MIGRATION_TABLE} WHERE name <> ALL ($1::text[]) ORDER BY timestamp`,
    [known],
  );
  if (unknown.length === 0) return;
  const names = unknown.map(({ name }) => name).join(', ');
  const message = `the database was changed by a newer Obelus (${names}); start that version, or use another database`;
  throw new StartError('DATABASE_REFUSED', message);
}
