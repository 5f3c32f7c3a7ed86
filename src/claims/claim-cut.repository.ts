import { bulkInsert } from '../database/bulk-insert.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { ClaimCutEntity } from './claim-cut.entity.js';

/** Where people split and merged claims of an article, in the order in which they did. */
export async function cutsOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<Pick<ClaimCutEntity, 'texts' | 'at' | 'twin'>[]> {
  return await connection.query(
    'SELECT texts, at, twin FROM claim_cut WHERE workspace_id = $1 AND article_id = $2 ORDER BY id',
    [workspaceId, articleId],
  );
}

export async function insertCuts(
  connection: WorkspaceConnection,
  cuts: readonly Partial<ClaimCutEntity>[],
): Promise<void> {
  await bulkInsert(connection, ClaimCutEntity, cuts);
}
