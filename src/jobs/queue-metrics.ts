import type { Database } from '../database/database.js';
import { QUEUE_SCHEMA } from '../database/queue-schema.js';
import { jobs } from '../telemetry/instruments.js';

interface Row {
  readonly kind: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly running: number;
  /** For how long the oldest has been due, in seconds; null: none waits. */
  readonly oldest: number | null;
}

/**
 * What waits in the queue, whichever process is going to do it. It belongs to no workspace: the queue knows jobs by their
 * ids alone.
 *
 * @param kinds those that are told, with 0 where there are none
 * @throws as the database does
 */
export async function measureQueue(database: Database, kinds: readonly string[]): Promise<void> {
  // What could not be read is not told as it was before.
  jobs.waiting.reset();
  jobs.oldest.reset();
  const rows = await database.outsideWorkspaces<Row>(
    `SELECT name AS kind,
       count(*) FILTER (WHERE state < 'active' AND start_after <= now()) AS waiting,
       count(*) FILTER (WHERE state < 'active' AND start_after > now()) AS delayed,
       count(*) FILTER (WHERE state = 'active') AS running,
       extract(epoch FROM now() - min(start_after) FILTER (WHERE state < 'active' AND start_after <= now()))::float8 AS oldest
     FROM ${QUEUE_SCHEMA}.job WHERE name = ANY ($1) AND state <= 'active' GROUP BY name`,
    [kinds],
  );
  const found = new Map(rows.map((row) => [row.kind, row]));
  for (const kind of kinds) {
    const { waiting = 0, delayed = 0, running = 0, oldest = null } = found.get(kind) ?? {};
    for (const [state, count] of Object.entries({ waiting, delayed, running }))
      jobs.waiting.set({ kind, state }, count);
    jobs.oldest.set({ kind }, oldest ?? 0);
  }
}
