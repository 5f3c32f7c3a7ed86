import { bulkInsert } from '../database/bulk-insert.js';
import { bulkUpdate } from '../database/bulk-update.js';
import { CLAIM_CHANGE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { ClaimPartEntity } from './claim-part.entity.js';
import { ClaimRevisionEntity } from './claim-revision.entity.js';
import { ClaimTextEntity } from './claim-text.entity.js';
import { ClaimEntity } from './claim.entity.js';

/** Marks claims as gone from a revision on; their texts end with the one before. */
export async function retireClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  revision: number,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await endTexts(connection, workspaceId, ids, revision);
  await connection.query(
    `UPDATE claim SET gone_in = $3, changed_at = $4, version = version + 1
     WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
    [workspaceId, ids, revision, at],
  );
}

/** Says that claims read otherwise, or are gone, from a revision on. */
export async function endTexts(
  connection: WorkspaceConnection,
  workspaceId: string,
  claimIds: readonly string[],
  revision: number,
): Promise<void> {
  if (claimIds.length === 0) return;
  await connection.query(
    `UPDATE claim_text SET last_revision = $3 - 1
     WHERE workspace_id = $1 AND claim_id = ANY ($2::uuid[]) AND last_revision IS NULL`,
    [workspaceId, claimIds, revision],
  );
}

/** @param rows with their ids, all with the same properties */
export async function updateClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Partial<ClaimEntity>[],
): Promise<void> {
  await bulkUpdate(connection, ClaimEntity, workspaceId, ['id'], rows);
}

/** Says when claims were judged last that stand as before. */
export async function noteJudged(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.write('UPDATE claim SET judged_at = $3 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [
    workspaceId,
    ids,
    at,
  ]);
}

/** @param rows with their claims and first revisions */
export async function updateTexts(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Partial<ClaimTextEntity>[],
): Promise<void> {
  await bulkUpdate(connection, ClaimTextEntity, workspaceId, ['claimId', 'firstRevision'], rows);
}

/** Says what became of claims in a revision, after what was said of them in the same one. */
export async function recordChanges(
  connection: WorkspaceConnection,
  changes: readonly ClaimRevisionEntity[],
): Promise<void> {
  const { ADDED, GONE, KEPT } = CLAIM_CHANGE.toCode;
  await bulkInsert(connection, ClaimRevisionEntity, changes, {
    onConflict: `ON CONFLICT (workspace_id, article_id, revision, claim_id) DO UPDATE SET
      change = CASE WHEN excluded.change = ${KEPT} THEN claim_revision.change
        WHEN claim_revision.change = ${ADDED} AND excluded.change <> ${GONE} THEN ${ADDED} ELSE excluded.change END,
      ordinal = excluded.ordinal, standing_after = excluded.standing_after`,
  });
}

/** Forgets which claims of an article say the same. */
export async function deleteParts(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<void> {
  await connection.write('DELETE FROM claim_part WHERE workspace_id = $1 AND article_id = $2', [
    workspaceId,
    articleId,
  ]);
}

export async function insertParts(
  connection: WorkspaceConnection,
  parts: readonly Partial<ClaimPartEntity>[],
): Promise<void> {
  await bulkInsert(connection, ClaimPartEntity, parts);
}

export async function insertClaims(
  connection: WorkspaceConnection,
  claims: readonly Partial<ClaimEntity>[],
  texts: readonly Partial<ClaimTextEntity>[],
): Promise<void> {
  await bulkInsert(connection, ClaimEntity, claims);
  await bulkInsert(connection, ClaimTextEntity, texts);
}

/** A claim, as far as what people note about it goes. */
export interface NotedClaim {
  readonly id: string;
  readonly version: number;
  readonly assigneeId: string | null;
}

/** A claim that stands; null for one that went with an earlier revision, or was never there. */
export async function standingClaim(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<NotedClaim | null> {
  const [row] = await connection.query<NotedClaim>(
    `SELECT id, version, assignee_id AS "assigneeId" FROM claim
     WHERE workspace_id = $1 AND id = $2 AND gone_in IS NULL`,
    [workspaceId, id],
  );
  return row ?? null;
}

/** Notes that people changed something about a claim. @param assigneeId left out: stays as it is */
export async function noteClaim(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  at: Date,
  assigneeId?: string | null,
): Promise<void> {
  const assignment = assigneeId === undefined ? '' : ', assignee_id = $4';
  await connection.query(
    `UPDATE claim SET version = version + 1, changed_at = $3${assignment} WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, at, ...(assigneeId === undefined ? [] : [assigneeId])],
  );
}
