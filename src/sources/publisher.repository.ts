import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { PublisherEntity } from './publisher.entity.js';
import { HOLD_ORDER, publisherKey } from './source.repository.js';

/** A publisher as it is stored. */
export type StoredPublisher = Pick<PublisherEntity, 'id' | 'name' | 'owner' | 'domains' | 'version'> & {
  /** Admiralty code: 1 = A … 6 = F; null: unrated. */
  readonly reliability: number | null;
};

export async function lockPublisher(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<StoredPublisher | null> {
  const [row] = await connection.query<StoredPublisher>(
    `SELECT id, name, owner, domains, version, reliability FROM publisher
     WHERE workspace_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [workspaceId, id],
  );
  return row ?? null;
}

/** @throws UniqueViolationError when another publisher has the name */
export async function setPublisher(
  connection: WorkspaceConnection,
  workspaceId: string,
  publisher: StoredPublisher,
): Promise<void> {
  await connection.query(
    `UPDATE publisher SET name = $3, key = $4, owner = $5, domains = $6, reliability = $7, version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [
      workspaceId,
      publisher.id,
      publisher.name,
      publisherKey(publisher.name),
      publisher.owner,
      publisher.domains,
      publisher.reliability,
    ],
  );
}

/** What is known of a publisher, as a source's evidence has it. */
export type KnownPublisher = Pick<StoredPublisher, 'owner' | 'domains' | 'reliability'> & {
  readonly key: string;
};

/**
 * The publishers of these keys that the workspace has, in the order of the keys.
 *
 * @param hold keeps them as they are until the transaction ends; before sources, as they are changed
 */
export async function findPublishers(
  connection: WorkspaceConnection,
  workspaceId: string,
  keys: readonly string[],
  hold: 'hold' | 'look' = 'look',
): Promise<KnownPublisher[]> {
  return await connection.query<KnownPublisher>(
    `SELECT key, owner, domains, reliability FROM publisher
     WHERE workspace_id = $1 AND key = ANY ($2::text[]) ORDER BY key${hold === 'hold' ? ' FOR SHARE' : ''}`,
    [workspaceId, keys],
  );
}

/** A publisher's name, and the domains that it publishes under. */
export type PublisherDomains = Pick<StoredPublisher, 'name' | 'domains'>;

/** The publishers that publish under any of these domains, in the order of their keys. */
export async function findPublishersByDomain(
  connection: WorkspaceConnection,
  workspaceId: string,
  domains: readonly string[],
): Promise<PublisherDomains[]> {
  if (domains.length === 0) return [];
  return await connection.query<PublisherDomains>(
    'SELECT name, domains FROM publisher WHERE workspace_id = $1 AND domains && $2::text[] ORDER BY key',
    [workspaceId, domains],
  );
}

/**
 * Whether the workspace has rated any publisher, or another than the given one. Who changes that locks the ruleset; who
 * holds it reads what stays so.
 */
export async function ratesPublishers(
  connection: WorkspaceConnection,
  workspaceId: string,
  butFor: string | null = null,
): Promise<boolean> {
  const rows = await connection.queryPrepared(
    `SELECT 1 FROM publisher WHERE workspace_id = $1 AND reliability IS NOT NULL AND id IS DISTINCT FROM $2::uuid LIMIT 1`,
    [workspaceId, butFor],
  );
  return rows.length > 0;
}

/** Ids of a publisher's sources, which are kept as they are until the transaction ends: whoever cites one anew waits. */
export async function holdSourcesOfPublisher(
  connection: WorkspaceConnection,
  workspaceId: string,
  publisherId: string,
): Promise<string[]> {
  const rows = await connection.query<{ id: string }>(
    `SELECT s.id FROM source s WHERE s.workspace_id = $1 AND s.publisher_id = $2 AND s.merged_into IS NULL
     ORDER BY ${HOLD_ORDER} FOR NO KEY UPDATE`,
    [workspaceId, publisherId],
  );
  return rows.map(({ id }) => id);
}
