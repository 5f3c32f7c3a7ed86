import type { WorkspaceConnection } from '../database/workspace-connection.js';

export interface CurrentVerdict {
  readonly id: string;
  readonly claimId: string;
}

/** What people concluded about the claims of an article, as their texts stand. */
export async function currentVerdicts(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<CurrentVerdict[]> {
  return await connection.query(
    `SELECT v.id, v.claim_id AS "claimId" FROM claim c
     JOIN verdict v ON v.workspace_id = $1 AND v.claim_id = c.id AND v.outdated_at IS NULL
     WHERE c.workspace_id = $1 AND c.article_id = $2 AND c.gone_in IS NULL`,
    [workspaceId, articleId],
  );
}

/** Says of verdicts that the claims' texts changed under them. */
export async function outdateVerdicts(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.query('UPDATE verdict SET outdated_at = $3 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [
    workspaceId,
    ids,
    at,
  ]);
}
