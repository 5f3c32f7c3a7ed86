import { v7 as uuid } from 'uuid';
import { bulkInsert } from '../database/bulk-insert.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { StoredCsl } from './csl.js';
import { PublisherEntity } from './publisher.entity.js';
import { ReferenceEntity } from './reference.entity.js';
import { SourceEntity } from './source.entity.js';

/** A source as the workspace knows it. */
export interface KnownSource {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly csl: StoredCsl;
  /** The publisher's name; null when none is recorded. */
  readonly publisher: string | null;
  readonly retractedAt: Date | null;
  readonly retractionReason: string | null;
}

/** The sources with these keys that the workspace has, in the order of the keys. */
export async function findSources(
  connection: WorkspaceConnection,
  workspaceId: string,
  keys: readonly string[],
): Promise<KnownSource[]> {
  return await connection.query<KnownSource>(
    `SELECT s.id, s.key, s.version, s.csl, p.name AS publisher, s.retracted_at AS "retractedAt",
       s.retraction_reason AS "retractionReason"
     FROM source s LEFT JOIN publisher p ON p.workspace_id = s.workspace_id AND p.id = s.publisher_id
     WHERE s.workspace_id = $1 AND s.key = ANY ($2::text[]) ORDER BY s.key`,
    [workspaceId, keys],
  );
}

/**
 * Keeps sources as they are until the transaction ends, so that what rests on them is judged on what it is stored with.
 * Always in the order of their keys: two imports that cite the same sources wait for, and never on, each other.
 */
export async function holdSources(
  connection: WorkspaceConnection,
  workspaceId: string,
  keys: readonly string[],
): Promise<{ id: string; key: string; version: number }[]> {
  return await connection.query(
    `SELECT id, key, version FROM source WHERE workspace_id = $1 AND key = ANY ($2::text[]) ORDER BY key FOR SHARE`,
    [workspaceId, keys],
  );
}

/** Adds sources. @returns ids by key, of those that were added: another transaction may have been first */
export async function insertSources(
  connection: WorkspaceConnection,
  sources: readonly Partial<SourceEntity>[],
): Promise<{ id: string; key: string }[]> {
  const ordered = [...sources].sort((a, b) => (a.key! < b.key! ? -1 : 1));
  return await bulkInsert<SourceEntity, { id: string; key: string }>(connection, SourceEntity, ordered, {
    onConflict: 'ON CONFLICT (workspace_id, key) DO NOTHING',
    returning: 'id, key',
  });
}

/** A name as it is compared: case, marks and spaces do not tell two publishers apart. */
export function publisherKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // A name without a letter is still a name.
  return folded === '' ? name.trim() : folded;
}

/** The publishers of these names, made where they are missing. @returns ids by `publisherKey` */
export async function ensurePublishers(
  connection: WorkspaceConnection,
  workspaceId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const byKey = new Map(names.map((name) => [publisherKey(name), name]));
  const keys = [...byKey.keys()].sort();
  await bulkInsert(
    connection,
    PublisherEntity,
    keys.map((key) => ({ workspaceId, id: uuid(), key, name: byKey.get(key)! })),
    { onConflict: 'ON CONFLICT (workspace_id, key) DO NOTHING' },
  );
  const rows = await connection.query<{ id: string; key: string }>(
    'SELECT id, key FROM publisher WHERE workspace_id = $1 AND key = ANY ($2::text[])',
    [workspaceId, keys],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Marks an article's references as gone from a revision on. */
export async function retireReferences(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  revision: number,
): Promise<void> {
  await connection.query(
    `UPDATE reference SET gone_in = $3, version = version + 1
     WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL`,
    [workspaceId, articleId, revision],
  );
}

export async function insertReferences(
  connection: WorkspaceConnection,
  references: readonly Partial<ReferenceEntity>[],
): Promise<void> {
  await bulkInsert(connection, ReferenceEntity, references);
}
