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
