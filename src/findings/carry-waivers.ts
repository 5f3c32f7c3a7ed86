import type { WorkspaceConnection } from '../database/workspace-connection.js';

export interface WaiverInForce {
  readonly id: string;
  readonly fingerprint: string;
}

/** The waivers of an article that hold at `at`. */
export async function waiversInForce(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<WaiverInForce[]> {
  return await connection.query(
    `SELECT id, fingerprint FROM waiver
     WHERE workspace_id = $1 AND article_id = $2 AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > $3)`,
    [workspaceId, articleId, at],
  );
}

/** Lets waivers hold for what their findings are called now: the same findings of claims that were reworded. */
export async function moveWaivers(
  connection: WorkspaceConnection,
  workspaceId: string,
  moved: readonly WaiverInForce[],
): Promise<void> {
  if (moved.length === 0) return;
  await connection.query(
    `UPDATE waiver w SET fingerprint = u.fingerprint FROM unnest($2::uuid[], $3::text[]) AS u (id, fingerprint)
     WHERE w.workspace_id = $1 AND w.id = u.id`,
    [workspaceId, moved.map(({ id }) => id), moved.map(({ fingerprint }) => fingerprint)],
  );
}
