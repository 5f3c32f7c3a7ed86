import { JOB_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';

const { WAITING, RUNNING, DONE, FAILED } = JOB_STATE.toCode;

/** A job as it is asked for. */
export interface NewJob {
  readonly workspaceId: string;
  readonly id: string;
  readonly kind: string;
  readonly total: number | null;
  readonly key: string | null;
  readonly runAt: Date;
  readonly createdBy: string | null;
  readonly payload: unknown;
}

export interface InsertedJob {
  /** Another one's when one with the same key waits already. */
  readonly id: string;
  readonly fresh: boolean;
  /** Whether the waiting one was to begin later than is asked for now. */
  readonly earlier: boolean;
}

/**
 * Records a job. One of the same kind and key that waits is taken in its place, and held until the transaction ends: it
 * begins after that, and so sees what the transaction wrote.
 */
export async function insertJob(connection: WorkspaceConnection, job: NewJob): Promise<InsertedJob> {
  const [[former], [row]] = await Promise.all([
    connection.query<{ run_at: Date }>(
      `SELECT run_at FROM job
       WHERE workspace_id = $1 AND kind = $2 AND key = $3 AND state = ${WAITING} AND attempt = 0`,
      [job.workspaceId, job.kind, job.key],
    ),
    connection.query<{ id: string }>(
      `INSERT INTO job (workspace_id, id, kind, state, total, created_by, key, run_at)
       VALUES ($1, $2, $3, ${WAITING}, $4, $5, $6, $7)
       ON CONFLICT (workspace_id, kind, key) WHERE state = ${WAITING} AND attempt = 0 AND key IS NOT NULL
       DO UPDATE SET run_at = least(job.run_at, excluded.run_at), updated_at = excluded.updated_at
       RETURNING id`,
      [job.workspaceId, job.id, job.kind, job.total, job.createdBy, job.key, job.runAt],
    ),
  ]);
  if (!row) throw new Error('an inserted job has no row');
  const fresh = row.id === job.id;
  if (fresh) {
    await connection.query('INSERT INTO job_input (workspace_id, job_id, payload) VALUES ($1, $2, $3)', [
      job.workspaceId,
      job.id,
      JSON.stringify(job.payload ?? null),
    ]);
  }
  // One that was added meanwhile was not seen; asking for its time once more does no harm.
  const earlier = !fresh && (former === undefined || former.run_at > job.runAt);
  return { id: row.id, fresh, earlier };
}

export interface BegunJob {
  readonly attempt: number;
  /** Steps that former attempts did for good. */
  readonly done: number;
  /** Where a former attempt was; null: at the start. */
  readonly position: string | null;
  readonly createdBy: string | null;
  readonly payload: unknown;
}

/** Begins a job, or begins it again: where it was, if that is known. Null when it has ended. */
export async function beginJob(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<BegunJob | null> {
  const [row] = await connection.query<Omit<BegunJob, 'payload' | 'createdBy'> & { created_by: string | null }>(
    `UPDATE job SET state = ${RUNNING}, attempt = attempt + 1, done = CASE WHEN position IS NULL THEN 0 ELSE done END,
       updated_at = now()
     WHERE workspace_id = $1 AND id = $2 AND state IN (${WAITING}, ${RUNNING})
     RETURNING attempt, done, position, created_by`,
    [workspaceId, id],
  );
  if (!row) return null;
  const [input] = await connection.query<{ payload: unknown }>(
    'SELECT payload FROM job_input WHERE workspace_id = $1 AND job_id = $2',
    [workspaceId, id],
  );
  const { created_by: createdBy, ...begun } = row;
  return { ...begun, createdBy, payload: input?.payload ?? null };
}

/** Which attempt at which job writes. */
export interface Attempt {
  readonly workspaceId: string;
  readonly id: string;
  readonly attempt: number;
}

/**
 * Says how far a job is.
 *
 * @param position where another attempt is to go on; null: at the start, or where it was said last
 * @returns false when the attempt is not the newest, or the job has ended
 */
export async function recordProgress(
  connection: WorkspaceConnection,
  at: Attempt,
  done: number,
  position: string | null,
): Promise<boolean> {
  const rows = await connection.query(
    `UPDATE job SET done = $4, position = coalesce($5, position), updated_at = now()
     WHERE workspace_id = $1 AND id = $2 AND attempt = $3 AND state = ${RUNNING} RETURNING 1`,
    [at.workspaceId, at.id, at.attempt, done, position],
  );
  return rows.length > 0;
}

/**
 * Says that one more step is done for good, whichever it is. The position, which tells that, is left empty where none was
 * said: the next attempt does not begin at 0.
 *
 * @returns false when the attempt is not the newest, or the job has ended
 */
export async function recordStep(connection: WorkspaceConnection, at: Attempt): Promise<boolean> {
  const rows = await connection.query(
    `UPDATE job SET done = done + 1, position = coalesce(position, ''), updated_at = now()
     WHERE workspace_id = $1 AND id = $2 AND attempt = $3 AND state = ${RUNNING} RETURNING 1`,
    [at.workspaceId, at.id, at.attempt],
  );
  return rows.length > 0;
}

/**
 * Says how many steps a job has.
 *
 * @returns false when the attempt is not the newest, or the job has ended
 */
export async function recordTotal(connection: WorkspaceConnection, at: Attempt, total: number): Promise<boolean> {
  const rows = await connection.query(
    `UPDATE job SET total = $4, updated_at = now()
     WHERE workspace_id = $1 AND id = $2 AND attempt = $3 AND state = ${RUNNING} RETURNING 1`,
    [at.workspaceId, at.id, at.attempt, total],
  );
  return rows.length > 0;
}

/** Lets a job wait for its next attempt. */
export async function awaitRetry(connection: WorkspaceConnection, at: Attempt): Promise<void> {
  await connection.query(
    `UPDATE job SET state = ${WAITING}, updated_at = now()
     WHERE workspace_id = $1 AND id = $2 AND attempt = $3 AND state = ${RUNNING}`,
    [at.workspaceId, at.id, at.attempt],
  );
}

/**
 * Ends a job.
 *
 * @param error why it failed; null: it is done
 * @returns false when the attempt is not the newest, or the job has ended
 */
export async function endJob(connection: WorkspaceConnection, at: Attempt, error: string | null): Promise<boolean> {
  const rows = await connection.query(
    `WITH ended AS (
       UPDATE job SET state = CASE WHEN $4::text IS NULL THEN ${DONE} ELSE ${FAILED} END, error = $4,
         done = CASE WHEN $4::text IS NULL THEN coalesce(total, done) ELSE done END, updated_at = now()
       WHERE workspace_id = $1 AND id = $2 AND attempt = $3 AND state = ${RUNNING} RETURNING id),
     gone AS (DELETE FROM job_input WHERE workspace_id = $1 AND job_id IN (SELECT id FROM ended))
     SELECT FROM ended`,
    [at.workspaceId, at.id, at.attempt, error],
  );
  return rows.length > 0;
}

/** Ends a job that the queue gave up, whoever worked on it last. */
export async function abandonJob(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  error: string,
): Promise<void> {
  await connection.query(
    `WITH ended AS (
       UPDATE job SET state = ${FAILED}, error = $3, updated_at = now()
       WHERE workspace_id = $1 AND id = $2 AND state IN (${WAITING}, ${RUNNING}) RETURNING id)
     DELETE FROM job_input WHERE workspace_id = $1 AND job_id IN (SELECT id FROM ended)`,
    [workspaceId, id, error],
  );
}
