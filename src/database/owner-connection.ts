import pg from 'pg';

/** A connection as the owner of the tables: it sees every workspace. For starting and migrating only. */
export interface OwnerConnection {
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
}

/** "Obelus" in ASCII, as a 64-bit key: one start at a time prepares a database. */
const START_LOCK = 0x6f62656c7573;

/**
 * Does `work` as the owner, while no other process does.
 *
 * @throws whatever connecting, or `work`, throws
 */
export async function asOwner<T>(url: string, work: (owner: OwnerConnection) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'obelus start',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks makes the statements fail; that is enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // On a distributed database: shards one after the other, for a transaction that changes the workspaces' table, which is
    // on every node, may have looked at several of them before. Elsewhere a word that nobody reads.
    await client.query("SET search_path = public; SET citus.multi_shard_modify_mode = 'sequential'");
    await client.query('SELECT pg_advisory_lock($1)', [START_LOCK]);
    return await work({
      query: async <R>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as R[],
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
