import { bulkInsert } from '../database/bulk-insert.js';
import { bulkUpdate } from '../database/bulk-update.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { ReferenceEntity } from './reference.entity.js';

/** Marks references as gone from a revision on. */
export async function retireReferences(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  revision: number,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.query(
    'UPDATE reference SET gone_in = $3, version = version + 1 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])',
    [workspaceId, ids, revision],
  );
}

/**
 * Changes references, which may also take each other's labels: no two that stand have the same, so all of them let go
 * of theirs before.
 *
 * @param relabelled ids of those of `rows` that get another label
 * @param changed counts as a change of the reference itself: not where its entry stands, and how often it is cited
 */
export async function updateReferences(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly (Partial<ReferenceEntity> & { id: string })[],
  relabelled: readonly string[],
  changed: ReadonlySet<string>,
): Promise<void> {
  if (relabelled.length > 0) {
    await connection.query('UPDATE reference SET gone_in = 0 WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [
      workspaceId,
      relabelled,
    ]);
  }
  for (const isChanged of [true, false]) {
    const these = rows.filter(({ id }) => changed.has(id) === isChanged).map((row) => ({ ...row, goneIn: null }));
    const also = isChanged ? ['version = t.version + 1'] : [];
    await bulkUpdate(connection, ReferenceEntity, workspaceId, ['id'], these, also);
  }
}

export async function insertReferences(
  connection: WorkspaceConnection,
  references: readonly Partial<ReferenceEntity>[],
): Promise<void> {
  await bulkInsert(connection, ReferenceEntity, references);
}

/** Adds a number that an editor gives a source. */
export async function addReference(
  connection: WorkspaceConnection,
  reference: Pick<ReferenceEntity, 'workspaceId' | 'id' | 'articleId' | 'label' | 'number' | 'sourceId'>,
): Promise<void> {
  await bulkInsert(connection, ReferenceEntity, [{ ...reference, defined: true, added: true }]);
}

/** Says what a number leads to. */
export async function resolveReference(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  sourceId: string,
): Promise<void> {
  await connection.query(
    'UPDATE reference SET source_id = $3, defined = true, version = version + 1 WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id, sourceId],
  );
}

/** How often a reference is cited, or how much more often, and how many of these citations are rejected. */
interface Counts {
  readonly id: string;
  readonly citations: number;
  readonly rejected: number;
}

const columnsOf = (counts: readonly Counts[]): unknown[] => [
  counts.map(({ id }) => id),
  counts.map(({ citations }) => citations),
  counts.map(({ rejected }) => rejected),
];

/** How many more citations a reference has than before, and how many more of them are rejected. */
export interface CitationCount {
  readonly referenceId: string;
  readonly citations: number;
  readonly rejected: number;
}

/** Adds to how many citations references have, and how many of them are rejected. @param counts several of one add up */
export async function countCitations(
  connection: WorkspaceConnection,
  workspaceId: string,
  counts: readonly CitationCount[],
): Promise<void> {
  const sums = [...Map.groupBy(counts, ({ referenceId }) => referenceId)].map(([id, own]) => ({
    id,
    citations: own.reduce((sum, { citations }) => sum + citations, 0),
    rejected: own.reduce((sum, { rejected }) => sum + rejected, 0),
  }));
  const changed = sums.filter(({ citations, rejected }) => citations !== 0 || rejected !== 0);
  if (changed.length === 0) return;
  await connection.write(
    `UPDATE reference r SET citation_count = r.citation_count + u.citations, rejected_count = r.rejected_count + u.rejected
     FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS u (id, citations, rejected)
     WHERE r.workspace_id = $1 AND r.id = u.id`,
    [workspaceId, ...columnsOf(changed)],
  );
}

/** Sets how many citations references have, and how many of them are rejected. */
export async function setCounts(
  connection: WorkspaceConnection,
  workspaceId: string,
  counts: readonly Counts[],
): Promise<void> {
  await connection.query(
    `UPDATE reference r SET citation_count = u.citations, rejected_count = u.rejected
     FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS u (id, citations, rejected)
     WHERE r.workspace_id = $1 AND r.id = u.id AND (r.citation_count, r.rejected_count) <> (u.citations, u.rejected)`,
    [workspaceId, ...columnsOf(counts)],
  );
}

/** Ids of the articles that cite or list any of these sources, in their order, a page at a time. */
export async function pageOfArticlesCiting(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceIds: readonly string[],
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await connection.query<{ id: string }>(
    `SELECT DISTINCT article_id AS id FROM reference
     WHERE workspace_id = $1 AND source_id = ANY ($2::uuid[]) AND gone_in IS NULL
       AND ($3::uuid IS NULL OR article_id > $3)
     ORDER BY article_id LIMIT $4`,
    [workspaceId, sourceIds, after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function countArticlesCiting(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceIds: readonly string[],
): Promise<number> {
  const [row] = await connection.query<{ n: number }>(
    `SELECT count(DISTINCT article_id) AS n FROM reference
     WHERE workspace_id = $1 AND source_id = ANY ($2::uuid[]) AND gone_in IS NULL`,
    [workspaceId, sourceIds],
  );
  return row?.n ?? 0;
}
