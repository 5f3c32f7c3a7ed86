import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.js';
import type { WorkspaceConnection } from '../../database/workspace-connection.js';

/** Whose key it is, and which. UUIDs. */
export interface AnswerKey {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly key: string;
}

export interface KeptAnswer {
  readonly requestHash: Buffer;
  readonly answer: string;
}

/** How long an answer is kept. */
const KEPT_FOR = '24 hours';
/** Old answers that each new one takes away, so that they do not pile up. */
const FORGOTTEN_AT_ONCE = 10;

/**
 * Takes a key until the transaction ends, and looks for the answer that is kept under it.
 *
 * @returns 'in use' when another transaction has the key; null when no answer is kept
 */
export async function takeKey(
  connection: WorkspaceConnection,
  { workspaceId, actorId, key }: AnswerKey,
): Promise<KeptAnswer | 'in use' | null> {
  const lock = createHash('sha256').update(`${workspaceId} ${actorId} ${key}`, 'utf8').digest().readBigInt64BE();
  // Two statements, sent together: the second one sees what was committed by the time that the first one took the key.
  const [[taken], [kept]] = await Promise.all([
    connection.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1::bigint) AS taken', [lock.toString()]),
    connection.query<KeptAnswer>(
      `SELECT request_hash AS "requestHash", answer FROM kept_answer
       WHERE workspace_id = $1 AND actor_id = $2 AND key = $3 AND created_at > now() - interval '${KEPT_FOR}'`,
      [workspaceId, actorId, key],
    ),
  ]);
  // One that is kept is there for good: whoever has the key is reading it as well.
  if (kept) return kept;
  return taken?.taken ? null : 'in use';
}

/** Keeps an answer under a key that was taken; one that was kept there for too long goes. */
export async function keepAnswer(
  connection: WorkspaceConnection,
  { workspaceId, actorId, key }: AnswerKey,
  { requestHash, answer }: KeptAnswer,
): Promise<void> {
  await Promise.all([
    connection.query(
      `DELETE FROM kept_answer WHERE workspace_id = $1 AND (actor_id, key) IN (
         SELECT actor_id, key FROM kept_answer
         WHERE workspace_id = $1 AND created_at <= now() - interval '${KEPT_FOR}' AND (actor_id, key) <> ($2, $3)
         ORDER BY created_at LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`,
      [workspaceId, actorId, key],
    ),
    connection.query(
      `INSERT INTO kept_answer (workspace_id, actor_id, key, request_hash, answer) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, actor_id, key) DO UPDATE
         SET request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at`,
      [workspaceId, actorId, key, requestHash, answer],
    ),
  ]);
}

/** Takes away all answers that are kept no longer, in all workspaces. Safe to run at any time. @returns how many */
export async function forgetAnswers(database: Database): Promise<number> {
  const [row] = await database.outsideWorkspaces<{ forgotten: number }>(
    `SELECT forget_answers(interval '${KEPT_FOR}') AS forgotten`,
  );
  return row?.forgotten ?? 0;
}
