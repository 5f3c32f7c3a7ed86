import { bulkInsert } from '../database/bulk-insert.js';
import { bulkUpdate } from '../database/bulk-update.js';
import { FINDING_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { ArticleTallyEntity } from './article-tally.entity.js';
import { FindingEntity } from './finding.entity.js';

/** Fingerprints of an article's findings that a person waived, the waiver in force at `at`; in order, each once. */
export async function waivedFingerprints(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<string[]> {
  const rows = await connection.query<{ fingerprint: string }>(
    `SELECT DISTINCT fingerprint FROM waiver
     WHERE workspace_id = $1 AND article_id = $2 AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > $3)
     ORDER BY fingerprint`,
    [workspaceId, articleId, at],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** Marks findings as fixed. */
export async function fixFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.query(
    `UPDATE finding SET state = ${FINDING_STATE.toCode.FIXED}, fixed_at = $3
     WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
    [workspaceId, ids, at],
  );
}

/** @param rows with their ids, all with the same properties */
export async function updateFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Partial<FindingEntity>[],
): Promise<void> {
  await bulkUpdate(connection, FindingEntity, workspaceId, ['id'], rows);
}

export async function insertFindings(
  connection: WorkspaceConnection,
  findings: readonly Partial<FindingEntity>[],
): Promise<void> {
  await bulkInsert(connection, FindingEntity, findings);
}

/** Writes an article's totals, in place of those that were there. */
export async function writeTally(connection: WorkspaceConnection, tally: ArticleTallyEntity): Promise<void> {
  await connection.manager.getRepository(ArticleTallyEntity).upsert(tally, ['workspaceId', 'articleId']);
}
