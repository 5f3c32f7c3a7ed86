import { bulkInsert } from '../database/bulk-insert.js';
import { VERDICT, type VerdictValue } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { CommentEntity } from './comment.entity.js';
import { VerdictEntity } from './verdict.entity.js';

/** What was last concluded about a claim's truth. */
export interface CurrentVerdict {
  readonly id: string;
  readonly value: VerdictValue;
  readonly text: string;
}

export async function currentVerdict(
  connection: WorkspaceConnection,
  workspaceId: string,
  claimId: string,
): Promise<CurrentVerdict | null> {
  const [row] = await connection.query<{ id: string; value: number; text: string }>(
    'SELECT id, value, text FROM verdict WHERE workspace_id = $1 AND claim_id = $2 AND outdated_at IS NULL',
    [workspaceId, claimId],
  );
  return row ? { ...row, value: VERDICT.fromCode(row.value) } : null;
}

/** Puts a verdict in the place of the one before. */
export async function replaceVerdict(
  connection: WorkspaceConnection,
  verdict: Omit<VerdictEntity, 'outdatedAt'>,
): Promise<void> {
  const { workspaceId, claimId, createdAt } = verdict;
  await Promise.all([
    connection.query(
      'UPDATE verdict SET outdated_at = $3 WHERE workspace_id = $1 AND claim_id = $2 AND outdated_at IS NULL',
      [workspaceId, claimId, createdAt],
    ),
    bulkInsert(connection, VerdictEntity, [verdict]),
  ]);
}

export async function insertComment(connection: WorkspaceConnection, comment: CommentEntity): Promise<void> {
  await bulkInsert(connection, CommentEntity, [comment]);
}
