import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { StoredLink } from './link.js';

/** An address that is to be tried. */
export interface DueLink {
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly url: string;
  /** How it answered before; null: it was never tried. */
  readonly link: StoredLink | null;
}

/** Puts addresses off that were due and not tried. */
export async function postponeLinks(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceIds: readonly string[],
  dueAt: Date,
): Promise<void> {
  await connection.query('UPDATE source SET link_due_at = $3 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [
    workspaceId,
    sourceIds,
    dueAt,
  ]);
}

/**
 * Stores how a source's address answered. That it fails, or does so no longer, is a change of the source: who judged
 * on the former state judges again.
 */
export async function setLink(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceId: string,
  link: StoredLink | null,
  dueAt: Date,
  isChange: boolean,
): Promise<void> {
  await connection.query(
    `UPDATE source SET link = $3, link_due_at = $4, version = version + $5 WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, sourceId, link, dueAt, isChange ? 1 : 0],
  );
}
