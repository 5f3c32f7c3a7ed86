import { v7 as uuid } from 'uuid';
import { STANDING } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Standing } from '../judging/evidence.js';
import type { ChangePlace } from '../querying/live/claim-change.js';

/** A webhook, held or about to be written, without its secret. */
export interface KnownWebhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly articleId: string | null;
  /** In the order of their codes, each once. */
  readonly standings: readonly Standing[] | null;
  readonly isDisabled: boolean;
  readonly version: number;
}

/** @returns the UUID, before there is a row: a key is sealed for it */
export const newWebhookId = (): string => uuid();

export async function countWebhooks(connection: WorkspaceConnection, workspaceId: string): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    'SELECT count(*) AS count FROM webhook WHERE workspace_id = $1',
    [workspaceId],
  );
  return row!.count;
}

export async function isArticle(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<boolean> {
  return (
    (await connection.query('SELECT 1 FROM article WHERE workspace_id = $1 AND id = $2', [workspaceId, id])).length > 0
  );
}

/** A webhook, kept as it is until the transaction ends; null: there is none. */
export async function lockWebhook(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<KnownWebhook | null> {
  const [row] = await connection.query<Omit<KnownWebhook, 'standings'> & { standings: number[] | null }>(
    `SELECT id, name, url, article_id AS "articleId", standings, disabled_at IS NOT NULL AS "isDisabled", version
     FROM webhook WHERE workspace_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [workspaceId, id],
  );
  if (!row) return null;
  return { ...row, standings: row.standings?.map((code) => STANDING.fromCode(code)) ?? null };
}

/** Adds a webhook that is told of what has its place in the workspace's order from now on. */
export async function insertWebhook(
  connection: WorkspaceConnection,
  workspaceId: string,
  webhook: Omit<KnownWebhook, 'isDisabled' | 'version'> & { readonly key: Buffer },
): Promise<void> {
  const { id, name, url, key, articleId } = webhook;
  await connection.query(
    `INSERT INTO webhook (workspace_id, id, name, url, key, article_id, standings, place_seq)
     SELECT $1, $2, $3, $4, $5, $6, $7,
       coalesce((SELECT last FROM event_counter WHERE workspace_id = $1), 0)
     RETURNING 1`,
    [workspaceId, id, name, url, key, articleId, codesOf(webhook)],
  );
}

/**
 * Writes what people may change of a webhook, as its next version.
 *
 * @param isFresh what went wrong before is forgotten: it is tried again at once
 */
export async function setWebhook(
  connection: WorkspaceConnection,
  workspaceId: string,
  webhook: Omit<KnownWebhook, 'version'>,
  isFresh: boolean,
): Promise<void> {
  const fresh = isFresh ? ', failures = 0, failing_since = NULL, next_at = now()' : '';
  // No moment within a CASE: Citus refuses it. The earlier one stands.
  const disabled = webhook.isDisabled ? 'least(disabled_at, now())' : 'NULL, disabled_reason = NULL';
  await connection.query(
    `UPDATE webhook SET version = version + 1, name = $3, url = $4, article_id = $5, standings = $6::smallint[],
       disabled_at = ${disabled}${fresh}
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, webhook.id, webhook.name, webhook.url, webhook.articleId, codesOf(webhook)],
  );
}

export async function deleteWebhook(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<void> {
  await connection.query('DELETE FROM webhook WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
}

/** Gives a webhook another key. @param formerForHours how long the one before signs as well */
export async function setKey(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  key: Buffer,
  formerForHours: number,
): Promise<void> {
  await connection.query(
    `UPDATE webhook SET version = version + 1, key = $3,
       former_key = CASE WHEN $4 > 0 THEN key END,
       former_key_until = now() + make_interval(hours => nullif($4, 0))
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, key, formerForHours],
  );
}

/**
 * Has a webhook told of what comes after a place, at once. Whoever delivers to it just now holds it no longer.
 *
 * @param place null: after the newest event
 */
export async function setPlace(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  place: ChangePlace | null,
): Promise<void> {
  await connection.query(
    `UPDATE webhook SET version = version + 1, lease = NULL, leased_until = NULL,
       place_seq = least(coalesce($3, last), last), place_claim = CASE WHEN $3 < last THEN $4::uuid END,
       failures = 0, failing_since = NULL, next_at = now()
     FROM (SELECT coalesce((SELECT last FROM event_counter WHERE workspace_id = $1), 0) AS last) c
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, place?.seq ?? null, place?.claim ?? null],
  );
}

/** Has a test sent. One that waits already will do. */
export async function askPing(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<void> {
  await connection.query('UPDATE webhook SET ping_id = coalesce(ping_id, $3) WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    id,
    uuid(),
  ]);
}

const codesOf = ({ standings }: Pick<KnownWebhook, 'standings'>): number[] | null =>
  standings?.map((standing) => STANDING.toCode[standing]) ?? null;
