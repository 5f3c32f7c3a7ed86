import { bulkInsert } from '../database/bulk-insert.js';
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

/** Marks what was found in an article as fixed. @returns when each was first seen, by fingerprint */
export async function fixFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<Map<string, Date>> {
  const rows = await connection.query<{ fingerprint: string; first_seen_at: Date }>(
    `UPDATE finding SET state = ${FINDING_STATE.toCode.FIXED}, fixed_at = $3
     WHERE workspace_id = $1 AND article_id = $2 AND state <> ${FINDING_STATE.toCode.FIXED}
     RETURNING fingerprint, first_seen_at`,
    [workspaceId, articleId, at],
  );
  return new Map(rows.map((row) => [row.fingerprint, row.first_seen_at]));
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
