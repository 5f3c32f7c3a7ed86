import { bulkInsert } from '../database/bulk-insert.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { CitationEntity } from './citation.entity.js';
import { ClaimPartEntity } from './claim-part.entity.js';
import { ClaimTextEntity } from './claim-text.entity.js';
import { ClaimEntity } from './claim.entity.js';

/** Marks an article's claims as gone from a revision on; their texts end with the one before, and nothing restates them. */
export async function retireClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  revision: number,
  at: Date,
): Promise<void> {
  await connection.query(
    `UPDATE claim_text t SET last_revision = $3 - 1 FROM claim c
     WHERE t.workspace_id = $1 AND t.last_revision IS NULL AND c.workspace_id = $1 AND c.id = t.claim_id
       AND c.article_id = $2 AND c.gone_in IS NULL`,
    [workspaceId, articleId, revision],
  );
  await deleteParts(connection, workspaceId, articleId);
  await connection.query(
    `UPDATE claim SET gone_in = $3, changed_at = $4, version = version + 1
     WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL`,
    [workspaceId, articleId, revision, at],
  );
}

/** Forgets which claims of an article say the same. */
export async function deleteParts(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<void> {
  await connection.query('DELETE FROM claim_part WHERE workspace_id = $1 AND article_id = $2', [
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
  citations: readonly Partial<CitationEntity>[],
): Promise<void> {
  await bulkInsert(connection, ClaimEntity, claims);
  await bulkInsert(connection, ClaimTextEntity, texts);
  await bulkInsert(connection, CitationEntity, citations);
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
