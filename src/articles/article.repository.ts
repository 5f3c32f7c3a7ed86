import { bulkInsert } from '../database/bulk-insert.js';
import { DUE_OF_BREAKDOWNS, FORMAT } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { ArticleFormat } from '../judging/evidence.js';
import { ArticleEntity } from './article.entity.js';
import { MarkerEntity } from './marker.entity.js';
import { RevisionEntity } from './revision.entity.js';

/** What of an article changes under its lock. */
export interface LockedArticle {
  readonly id: string;
  readonly version: number;
  /** Of the newest revision. */
  readonly revision: number;
  readonly eventSeq: number;
}

/** Takes the lock on an article, under which everything of it changes; null when there is none. */
export async function lockArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  slug: string,
): Promise<LockedArticle | null> {
  const [row] = await connection.query<LockedArticle>(
    `SELECT id, version, revision, event_seq AS "eventSeq" FROM article
     WHERE workspace_id = $1 AND slug = $2 FOR UPDATE`,
    [workspaceId, slug],
  );
  return row ?? null;
}

/** Makes an article, and so locks it; null when another transaction made it first (wait for that one: lock it). */
export async function insertArticle(
  connection: WorkspaceConnection,
  article: Partial<ArticleEntity>,
): Promise<LockedArticle | null> {
  const onConflict = 'ON CONFLICT (workspace_id, slug) DO NOTHING';
  const [row] = await bulkInsert<ArticleEntity, LockedArticle>(connection, ArticleEntity, [article], {
    onConflict,
    returning: 'id, version, revision, event_seq AS "eventSeq"',
  });
  return row ?? null;
}

/** What a new revision says of its article; null leaves what was there. */
export interface ArticleChange {
  readonly title: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly desk: string | null;
  readonly publishedAt: Date | null;
  readonly revision: number;
  readonly eventSeq: number;
  readonly relationsVersion: number;
  readonly at: Date;
}

/** Before a statement that changes the article `$1`, `$2`: what it has of breakdowns is to be counted anew. */
const WITH_DUE = `WITH due AS (
    INSERT INTO breakdown_due (workspace_id, kind, subject_id, id)
    SELECT $1::uuid, ${DUE_OF_BREAKDOWNS.toCode.ARTICLE}, $2::uuid, gen_random_uuid() RETURNING 1)`;

/** Moves a locked article on to its next version. An archived one comes back. */
export async function advanceArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  change: ArticleChange,
): Promise<void> {
  await connection.write(
    `${WITH_DUE} UPDATE article SET title = $3, language = $4, url = coalesce($5, url), desk = coalesce($6, desk),
       published_at = coalesce($7, published_at), revision = $8, event_seq = $9, updated_at = $10,
       version = version + 1, archived_at = NULL, relations_version = $11
     WHERE workspace_id = $1 AND id = $2`,
    [
      workspaceId,
      id,
      change.title,
      change.language,
      change.url,
      change.desk,
      change.publishedAt,
      change.revision,
      change.eventSeq,
      change.at,
      change.relationsVersion,
    ],
  );
}

/**
 * Ids of the workspace's articles, in their order, a page at a time.
 *
 * @param after the last of the page before
 * @param slug only the one of this slug; null: all
 */
export async function pageOfArticles(
  connection: WorkspaceConnection,
  workspaceId: string,
  after: string | null,
  limit: number,
  slug: string | null = null,
): Promise<string[]> {
  const rows = await connection.query<{ id: string }>(
    `SELECT id FROM article
     WHERE workspace_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ($4::text IS NULL OR slug = $4)
     ORDER BY id LIMIT $3`,
    [workspaceId, after, limit, slug],
  );
  return rows.map(({ id }) => id);
}

export async function countArticles(connection: WorkspaceConnection, workspaceId: string): Promise<number> {
  const [row] = await connection.query<{ n: number }>('SELECT count(*) AS n FROM article WHERE workspace_id = $1', [
    workspaceId,
  ]);
  return row?.n ?? 0;
}

/** Notes a change of a locked article that leaves its text alone. */
export async function touchArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  change: Pick<ArticleChange, 'eventSeq' | 'relationsVersion' | 'at'>,
): Promise<void> {
  await connection.write(
    `${WITH_DUE} UPDATE article SET event_seq = $3, updated_at = $4, relations_version = $5 WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, change.eventSeq, change.at, change.relationsVersion],
  );
}

/**
 * Moves a locked article on to its next event, of several that are written in one transaction: what the statements after
 * this change keeps how it stood up to that event. What else is new of the article comes with the last.
 */
export async function moveArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  eventSeq: number,
): Promise<void> {
  await connection.write('UPDATE article SET event_seq = $3 WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    id,
    eventSeq,
  ]);
}

export async function insertRevision(
  connection: WorkspaceConnection,
  revision: Partial<RevisionEntity>,
  markers: readonly Partial<MarkerEntity>[],
): Promise<void> {
  await bulkInsert(connection, RevisionEntity, [revision]);
  await bulkInsert(connection, MarkerEntity, markers);
}

/** The text of a revision and what it was read from. */
export async function revisionText(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<{ content: string; format: ArticleFormat }> {
  const [row] = await connection.query<{ content: string; format: number }>(
    'SELECT content, format FROM revision WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id],
  );
  if (!row) throw new Error(`there is no revision ${id}`);
  return { content: row.content, format: FORMAT.fromCode(row.format) };
}

/** Takes a held article out of the queues: its claims are in no list of the workspace, and in no total. */
export async function markArchived(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<void> {
  await connection.query(
    'UPDATE article SET archived_at = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id, at],
  );
}
