import pg from 'pg';

/** How long a server may take to answer, in milliseconds: after that it counts as gone. */
export const ANSWER_LIMIT_MS = 2_000;

/** What a server says of itself. */
export interface ServerWord {
  /** It follows another one, and can only be read. */
  readonly isStandby: boolean;
  /** Grows by one with each promotion; null of a standby. */
  readonly timeline: number | null;
  /** The same for all that follow one another; null where the user may not ask. */
  readonly system: string | null;
}

/** @throws as the driver does */
export async function askServer(client: pg.ClientBase): Promise<ServerWord> {
  const { rows } = await client.query<{ standby: boolean; timeline: number | null }>(
    `SELECT s.standby, CASE WHEN NOT s.standby THEN
       ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::integer END AS timeline
     FROM (SELECT pg_is_in_recovery() AS standby) s`,
  );
  const { standby, timeline } = rows[0]!;
  return { isStandby: standby, timeline, system: await systemOf(client) };
}

async function systemOf(client: pg.ClientBase): Promise<string | null> {
  try {
    const { rows } = await client.query<{ system: string }>(
      'SELECT system_identifier::text AS system FROM pg_control_system()',
    );
    return rows[0]!.system;
  } catch (error) {
    // Not every service lets everybody ask.
    if ((error as { code?: string }).code === '42501') return null;
    throw error;
  }
}

/** Asks over a connection of its own. @returns null when nobody answers, or refuses */
export async function askAt(url: string): Promise<ServerWord | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'obelus look',
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await askServer(client);
  } catch {
    return null;
  } finally {
    // Who does not answer does not say goodbye either.
    client.end().catch(() => undefined);
  }
}
