import { v7 as uuid } from 'uuid';
import { bulkInsert } from '../database/bulk-insert.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { firstMoment, toCsl, type Bibliography, type StoredCsl } from './csl.js';
import type { StoredLink } from './link.js';
import { dueOfSources } from './due-of-sources.js';
import { leadsTo } from './leading-source.js';
import { PublisherEntity } from './publisher.entity.js';
import { SourceEntity } from './source.entity.js';
import { titleStart } from './title-start.js';

/** A source as the workspace knows it. */
export interface KnownSource {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly csl: StoredCsl;
  /** The publisher's name; null when none is recorded, and then so are the next three. */
  readonly publisher: string | null;
  readonly owner: string | null;
  readonly domains: readonly string[] | null;
  /** Admiralty code: 1 = A … 6 = F; null: unrated. */
  readonly reliability: number | null;
  readonly retractedAt: Date | null;
  readonly retractionReason: string | null;
  readonly snapshotCount: number;
  readonly snapshotsVersion: number;
  readonly link: StoredLink | null;
  /** The source that is named in its place; null: it stands. */
  readonly mergedInto: string | null;
  /** Keys of those that were merged into it. */
  readonly mergedKeys: readonly string[];
}

/** What is known of the snapshots and the address of a table `source s`. */
export const SNAPSHOTS_OF_SOURCE =
  's.snapshot_count AS "snapshotCount", s.snapshots_version AS "snapshotsVersion", s.link';

/** Of a table `source s`; `$1` is the workspace's id. @param publisher where a column of its publisher is found */
const knownColumns = (publisher: (column: string) => string): string =>
  `s.id, s.key, s.version, s.csl, ${publisherColumns(publisher)}, s.retracted_at AS "retractedAt",
  s.retraction_reason AS "retractionReason", ${SNAPSHOTS_OF_SOURCE}, s.merged_into AS "mergedInto",
  ARRAY(SELECT f.key FROM source f WHERE f.workspace_id = $1 AND f.merged_into = s.id) AS "mergedKeys"`;

const publisherColumns = (publisher: (column: string) => string): string =>
  `${publisher('name')} AS publisher, ${['owner', 'domains', 'reliability'].map((each) => `${publisher(each)} AS ${each}`).join(', ')}`;

/** What is known of a publisher of a source, of a table `publisher p`. */
export const PUBLISHER_OF_SOURCE = publisherColumns((column) => `p.${column}`);

/** Of tables `source s` and `publisher p`; `$1` is the workspace's id. */
export const KNOWN_SOURCE = knownColumns((column) => `p.${column}`);

/** How a source is held until the transaction ends: as it is, so that who changes it waits; or to change it. */
export type SourceHold = 'as it is' | 'to change it';

const LOCKS: Readonly<Record<SourceHold, string>> = {
  'as it is': 'FOR SHARE OF s',
  'to change it': 'FOR NO KEY UPDATE OF s',
};

/**
 * In which order several sources (`source s`) are held, so that all who do wait for, and never on, each other: first
 * those that were merged, as who follows one holds it before the one that was kept.
 */
export const HOLD_ORDER = 's.merged_into IS NULL, s.key';

/** The columns that a source's record fills, but for its publisher; a place within a source is its reference's. */
export function recordColumns(
  record: Bibliography & { readonly key: string },
): Pick<SourceEntity, 'key' | 'title' | 'titleStart' | 'url' | 'doi' | 'publishedAt' | 'csl'> {
  return {
    key: record.key,
    title: record.title,
    titleStart: titleStart(record.title),
    url: record.url,
    doi: record.doi,
    publishedAt: firstMoment(record.issued),
    csl: toCsl({ ...record, locator: null }),
  };
}

/**
 * The sources that these keys lead to, in the order of their own keys. Found by an array: of a workspace that grew since statistics
 * were taken, PostgreSQL thinks that it has one source, and would go through all of them again for each.
 */
export async function findSources(
  connection: WorkspaceConnection,
  workspaceId: string,
  keys: readonly string[],
): Promise<KnownSource[]> {
  return await connection.query<KnownSource>(
    `SELECT ${KNOWN_SOURCE} FROM source s LEFT JOIN publisher p ON p.workspace_id = s.workspace_id AND p.id = s.publisher_id
     WHERE s.workspace_id = $1 AND s.id = ANY (ARRAY(
       SELECT ${leadsTo('n')} FROM source n WHERE n.workspace_id = $1 AND n.key = ANY ($2::text[])))
     ORDER BY s.key`,
    [workspaceId, keys],
  );
}

/**
 * Keeps sources as they are until the transaction ends, so that what rests on them is judged on what it is stored with.
 * One that was merged comes as it is itself: who judged on it must judge again.
 */
export async function holdSources(
  connection: WorkspaceConnection,
  workspaceId: string,
  keys: readonly string[],
): Promise<{ id: string; key: string; version: number }[]> {
  return await connection.query(
    `SELECT s.id, s.key, s.version FROM source s WHERE s.workspace_id = $1 AND s.key = ANY ($2::text[])
     ORDER BY ${HOLD_ORDER} FOR SHARE`,
    [workspaceId, keys],
  );
}

/** The one source with this id, or with this key, held until the transaction ends. */
export async function holdSource(
  connection: WorkspaceConnection,
  workspaceId: string,
  named: { readonly id: string } | { readonly key: string },
  hold: SourceHold,
): Promise<KnownSource | null> {
  const [column, value] = 'id' in named ? ['id', named.id] : ['key', named.key];
  const [row] = await connection.query<KnownSource>(
    `SELECT ${KNOWN_SOURCE} FROM source s LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
     WHERE s.workspace_id = $1 AND s.${column} = $2 ${LOCKS[hold]}`,
    [workspaceId, value],
  );
  return row ?? null;
}

/** The source of this key, added where it is missing, and kept as it is until the transaction ends. */
export async function addSource(
  connection: WorkspaceConnection,
  source: Pick<
    SourceEntity,
    'workspaceId' | 'id' | 'key' | 'title' | 'titleStart' | 'url' | 'doi' | 'publishedAt' | 'csl'
  > & {
    /** A name; its publisher is made where it is missing. */
    readonly publisher: string | null;
  },
): Promise<KnownSource> {
  const { workspaceId, publisher } = source;
  // Nothing is changed of a row that is there: "DO UPDATE" locks it, and answers with it. Each is a statement of its own: of one
  // that does all, Citus lets any worker do a part, also one that is away.
  const [made] =
    publisher === null
      ? []
      : await connection.query<{ id: string }>(
          `INSERT INTO publisher (workspace_id, id, key, name) VALUES ($1, $2, $3, $4)
           ON CONFLICT (workspace_id, key) DO UPDATE SET key = excluded.key RETURNING id`,
          [workspaceId, uuid(), publisherKey(publisher), publisher],
        );
  // Both are under way at once.
  const [, [row]] = await Promise.all([
    connection.query(
      `INSERT INTO source (workspace_id, id, key, title, url, doi, published_at, csl, publisher_id, title_start)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (workspace_id, key) DO UPDATE SET key = excluded.key`,
      [
        workspaceId,
        source.id,
        source.key,
        source.title,
        source.url,
        source.doi,
        source.publishedAt,
        source.csl,
        made?.id ?? null,
        source.titleStart,
      ],
    ),
    connection.query<KnownSource>(
      `SELECT ${KNOWN_SOURCE} FROM source s LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
       WHERE s.workspace_id = $1 AND s.key = $2`,
      [workspaceId, source.key],
    ),
  ]);
  return row!;
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

/** A source with what its key is worked out from. */
export type KeyedSource = Pick<SourceEntity, 'id' | 'key' | 'csl' | 'mergedInto'>;

/** Sources in the order of their ids, a page at a time. @param key only the one that has it */
export async function pageOfKeys(
  connection: WorkspaceConnection,
  workspaceId: string,
  after: string | null,
  limit: number,
  key: string | null = null,
): Promise<KeyedSource[]> {
  return await connection.query<KeyedSource>(
    `SELECT id, key, csl, merged_into AS "mergedInto" FROM source
     WHERE workspace_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ($4::text IS NULL OR key = $4) ORDER BY id LIMIT $3`,
    [workspaceId, after, limit, key],
  );
}

/** Gives a source the key by which it is known from now on. @throws UniqueViolationError when another has it */
export async function rekey(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  key: string,
): Promise<void> {
  await connection.query('UPDATE source SET key = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    id,
    key,
  ]);
}

/** @param retracted null: it stands */
export async function setRetraction(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  retracted: { readonly at: Date; readonly reason: string } | null,
): Promise<void> {
  await connection.query(
    `UPDATE source SET retracted_at = $3, retraction_reason = $4, version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, retracted?.at ?? null, retracted?.reason ?? null],
  );
}

/**
 * Writes a source's record anew. How another address answered says nothing of a new one, which is to be tried.
 *
 * @throws UniqueViolationError when another source has the key
 */
export async function setRecord(
  connection: WorkspaceConnection,
  source: Pick<
    SourceEntity,
    'workspaceId' | 'id' | 'key' | 'title' | 'titleStart' | 'url' | 'doi' | 'publishedAt' | 'csl' | 'publisherId'
  >,
): Promise<void> {
  await connection.query(
    `WITH due AS (${dueOfSources('s.id = $2')})
     UPDATE source SET key = $3, title = $4, title_start = $11, url = $5, doi = $6, published_at = $7, csl = $8, publisher_id = $9,
       link = CASE WHEN url IS NOT DISTINCT FROM $5 THEN link END,
       link_due_at = CASE WHEN url IS NOT DISTINCT FROM $5 THEN link_due_at ELSE $10::timestamptz END, version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [
      source.workspaceId,
      source.id,
      source.key,
      source.title,
      source.url,
      source.doi,
      source.publishedAt,
      source.csl,
      source.publisherId,
      // Not now(): Citus takes none within CASE.
      new Date(),
      source.titleStart,
    ],
  );
}
