import { bulkInsert } from '../database/bulk-insert.js';
import { SNAPSHOT_EXTENT } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { SnapshotEntity } from './snapshot.entity.js';
import { SnapshotTextEntity } from './snapshot-text.entity.js';
import { unpackText } from './snapshot-texts.js';

/** A snapshot but for its text. */
export type SnapshotHead = Pick<
  SnapshotEntity,
  'id' | 'sourceId' | 'hash' | 'extent' | 'finalUrl' | 'etag' | 'lastModified'
> & {
  /** Of its text, in UTF-16 units. */
  readonly length: number;
};

/** The newest of them of each source, newest first, so many at most. */
export async function newestSnapshots(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceIds: readonly string[],
  most: number,
): Promise<SnapshotHead[]> {
  const rows = await connection.query<Omit<SnapshotHead, 'extent'> & { extent: number }>(
    `SELECT n.id, n.source_id AS "sourceId", n.hash, n.extent, n.final_url AS "finalUrl", n.etag,
       n.last_modified AS "lastModified", t.length
     FROM unnest($2::uuid[]) AS s (id) CROSS JOIN LATERAL (
       SELECT * FROM snapshot o WHERE o.workspace_id = $1 AND o.source_id = s.id
       ORDER BY o.captured_at DESC, o.id DESC LIMIT $3) n
     JOIN snapshot_text t ON t.workspace_id = $1 AND t.hash = n.hash
     ORDER BY n.source_id, n.captured_at DESC, n.id DESC`,
    [workspaceId, [...new Set(sourceIds)], most],
  );
  return rows.map((row) => ({ ...row, extent: SNAPSHOT_EXTENT.fromCode(row.extent) }));
}

/** The texts of these hashes, by the hash in hexadecimal. */
export async function textsByHash(
  connection: WorkspaceConnection,
  workspaceId: string,
  hashes: readonly Buffer[],
): Promise<Map<string, string>> {
  const rows = await connection.query<{ hash: Buffer; content: Buffer }>(
    'SELECT hash, content FROM snapshot_text WHERE workspace_id = $1 AND hash = ANY ($2::bytea[])',
    [workspaceId, hashes],
  );
  const texts = new Map<string, string>();
  for (const { hash, content } of rows) texts.set(hash.toString('hex'), await unpackText(content));
  return texts;
}

/** Adds a snapshot; its text where the workspace does not have it. The source is held, and counts it. */
export async function addSnapshot(
  connection: WorkspaceConnection,
  snapshot: Omit<SnapshotEntity, 'seenAt'>,
  text: Pick<SnapshotTextEntity, 'length' | 'words' | 'content'>,
): Promise<void> {
  const { workspaceId, hash, sourceId } = snapshot;
  await bulkInsert(connection, SnapshotTextEntity, [{ workspaceId, hash, ...text }], {
    onConflict: 'ON CONFLICT (workspace_id, hash) DO NOTHING',
  });
  await bulkInsert(connection, SnapshotEntity, [{ ...snapshot, seenAt: snapshot.capturedAt }]);
  await countSnapshots(connection, workspaceId, sourceId);
}

/** Says that the text of a snapshot was captured again. */
export async function seeAgain(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<void> {
  await connection.query('UPDATE snapshot SET seen_at = $3 WHERE workspace_id = $1 AND id = $2', [workspaceId, id, at]);
}

/** Counts a source's snapshots anew. What was compared with those that it had is outdated. */
export async function countSnapshots(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceId: string,
): Promise<void> {
  await connection.query(
    `UPDATE source SET snapshots_version = snapshots_version + 1, version = version + 1,
       snapshot_count = (SELECT count(*) FROM snapshot n WHERE n.workspace_id = $1 AND n.source_id = $2)
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, sourceId],
  );
}

/** A snapshot with its text. */
export interface SnapshotWithText {
  readonly id: string;
  readonly sourceId: string;
  readonly capturedAt: Date;
  readonly text: string;
}

/** A snapshot with its text; null when there is none of this id. */
export async function snapshotWithText(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<SnapshotWithText | null> {
  const [row] = await connection.query<Omit<SnapshotWithText, 'text'> & { content: Buffer }>(
    `SELECT n.id, n.source_id AS "sourceId", n.captured_at AS "capturedAt", t.content
     FROM snapshot n JOIN snapshot_text t ON t.workspace_id = $1 AND t.hash = n.hash
     WHERE n.workspace_id = $1 AND n.id = $2`,
    [workspaceId, id],
  );
  if (!row) return null;
  const { content, ...head } = row;
  return { ...head, text: await unpackText(content) };
}

/** The id of the snapshot before this one, of the same source; null: it is the first. */
export async function snapshotBefore(
  connection: WorkspaceConnection,
  workspaceId: string,
  { id, sourceId, capturedAt }: Pick<SnapshotWithText, 'id' | 'sourceId' | 'capturedAt'>,
): Promise<string | null> {
  const [row] = await connection.query<{ id: string }>(
    `SELECT id FROM snapshot WHERE workspace_id = $1 AND source_id = $2 AND (captured_at, id) < ($3, $4)
     ORDER BY captured_at DESC, id DESC LIMIT 1`,
    [workspaceId, sourceId, capturedAt, id],
  );
  return row?.id ?? null;
}
