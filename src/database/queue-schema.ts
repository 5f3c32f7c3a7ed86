import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { OwnerConnection } from './owner-connection.js';
import { APP_ROLE } from './role-names.js';

/** Where the queue of jobs keeps its tables. They hold ids, and nothing that a workspace would hide from another. */
export const QUEUE_SCHEMA = 'pgboss';

/** How often index builds of an upgrade are looked after, in milliseconds. */
const LOOK_MS = 200;

/**
 * Makes the queue's tables, or brings them to this version. Call it under the start lock.
 *
 * @param url the owner's
 * @throws as PostgreSQL's driver does
 */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: QUEUE_SCHEMA,
    application_name: 'obelus migrate',
    max: 2,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  let problem: Error | null = null;
  boss.on('error', (error) => (problem = error));
  try {
    await boss.start();
    // An upgrade leaves the building of indexes to a task of this instance.
    while (problem === null && (await isBuilding(boss))) await sleep(LOOK_MS);
    if (problem !== null) throw problem as Error;
  } finally {
    await boss.stop({ graceful: true });
  }
}

async function isBuilding(boss: PgBoss): Promise<boolean> {
  const summary = await boss.getBamStatus();
  return summary.some(({ status, count }) => (status === 'pending' || status === 'in_progress') && count > 0);
}

/** Lets the program put jobs in, take them out and look after them; the tables stay the owner's. */
export async function grantQueue(owner: OwnerConnection): Promise<void> {
  await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
  await owner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`);
}
