import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { dueOfSources } from './due-of-sources.js';
import { countSnapshots } from './snapshot.repository.js';
import { HOLD_ORDER, holdSource, KNOWN_SOURCE, type KnownSource } from './source.repository.js';

/** The source that an id or a key leads to, kept as it is until the transaction ends. */
export async function holdLeading(
  connection: WorkspaceConnection,
  workspaceId: string,
  named: { readonly id: string } | { readonly key: string },
): Promise<KnownSource | null> {
  const held = await holdSource(connection, workspaceId, named, 'as it is');
  return held?.mergedInto ? holdLeading(connection, workspaceId, { id: held.mergedInto }) : held;
}

/** The same for several, held in order; by the ids that were given, without those that nothing has. */
export async function holdLeadingOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, KnownSource>> {
  if (ids.length === 0) return new Map();
  const held = await connection.queryPrepared<KnownSource>(
    `SELECT ${KNOWN_SOURCE} FROM source s LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
     WHERE s.workspace_id = $1 AND s.id = ANY ($2::uuid[]) ORDER BY ${HOLD_ORDER} FOR SHARE OF s`,
    [workspaceId, ids],
  );
  const further = held.flatMap(({ mergedInto }) => mergedInto ?? []);
  const leading = await holdLeadingOf(connection, workspaceId, further);
  return new Map(
    held.flatMap((each) => {
      const leads = each.mergedInto ? leading.get(each.mergedInto) : each;
      return leads ? [[each.id, leads] as const] : [];
    }),
  );
}

/** Holds sources that are to become one, and those that lead to them. @returns those with the ids, in no order */
export async function holdToMerge(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
): Promise<KnownSource[]> {
  const held = await connection.query<KnownSource>(
    `SELECT ${KNOWN_SOURCE} FROM source s LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
     WHERE s.workspace_id = $1 AND (s.id = ANY ($2::uuid[]) OR s.merged_into = ANY ($2::uuid[]))
     ORDER BY ${HOLD_ORDER} FOR NO KEY UPDATE OF s`,
    [workspaceId, ids],
  );
  return held.filter(({ id }) => ids.includes(id));
}

/**
 * Makes sources, and those that lead to them, lead to another one, which gets their snapshots.
 *
 * @returns whether there were any
 */
export async function mergeInto(
  connection: WorkspaceConnection,
  workspaceId: string,
  formerIds: readonly string[],
  keptId: string,
): Promise<boolean> {
  const [, moved] = await Promise.all([
    connection.query(
      `WITH due AS (${dueOfSources('s.id = ANY ($2::uuid[]) OR s.merged_into = ANY ($2::uuid[])')})
       UPDATE source SET merged_into = $3, version = version + 1
       WHERE workspace_id = $1 AND (id = ANY ($2::uuid[]) OR merged_into = ANY ($2::uuid[]))`,
      [workspaceId, formerIds, keptId],
    ),
    connection.query(
      'UPDATE snapshot SET source_id = $3 WHERE workspace_id = $1 AND source_id = ANY ($2::uuid[]) RETURNING 1',
      [workspaceId, formerIds, keptId],
    ),
  ]);
  if (moved.length === 0) return false;
  await countSnapshots(connection, workspaceId, keptId);
  return true;
}

/**
 * Makes the references of an article that name merged sources name the kept one. Call it under the article's lock.
 *
 * @returns ids of those that stand
 */
export async function moveReferences(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  formerIds: readonly string[],
  keptId: string,
): Promise<string[]> {
  const rows = await connection.query<{ id: string; stands: boolean }>(
    `UPDATE reference SET source_id = $4, version = version + 1
     WHERE workspace_id = $1 AND article_id = $2 AND source_id = ANY ($3::uuid[])
     RETURNING id, gone_in IS NULL AS stands`,
    [workspaceId, articleId, formerIds, keptId],
  );
  return rows.filter(({ stands }) => stands).map(({ id }) => id);
}
