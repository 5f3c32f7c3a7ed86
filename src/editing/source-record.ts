import { toGlobalId } from '../graphql/global-id.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Source } from '../judging/evidence.js';
import type { StoredCsl } from '../sources/csl.js';
import {
  ensurePublishers,
  publisherKey,
  recordColumns,
  setRecord,
  type KnownSource,
} from '../sources/source.repository.js';
import type { UserErrorData } from '../graphql/user-error.js';

/**
 * Writes a source's record anew, its publisher made where it is missing. The key of a source that was merged into this
 * one leads to it already, and stays where it is.
 *
 * @returns the record as it is stored
 * @throws UniqueViolationError when the key leads to another source
 */
export async function writeRecord(
  connection: WorkspaceConnection,
  workspaceId: string,
  source: KnownSource,
  record: Source,
): Promise<StoredCsl> {
  const { publisher } = record;
  const publishers = publisher ? await ensurePublishers(connection, workspaceId, [publisher]) : null;
  const publisherId = (publisher && publishers?.get(publisherKey(publisher))) || null;
  const columns = recordColumns(record);
  const key = source.mergedKeys.includes(columns.key) ? source.key : columns.key;
  await setRecord(connection, { workspaceId, id: source.id, ...columns, key, publisherId });
  return columns.csl;
}

/** A source with what others know and it does not; of several, the first that knows. Its key stays. */
export function completedRecord(kept: Source, others: readonly Source[]): Source {
  const all = [kept, ...others];
  const first = <K extends keyof Source>(field: K): Source[K] =>
    (all.find((each) => each[field] !== null && each[field] !== '') ?? kept)[field];
  return {
    ...kept,
    title: first('title'),
    authors: (all.find(({ authors }) => authors.length > 0) ?? kept).authors,
    publisher: first('publisher'),
    container: first('container'),
    issued: first('issued'),
    url: first('url'),
    accessed: first('accessed'),
    archiveUrl: first('archiveUrl'),
    archivedAt: (all.find(({ archiveUrl }) => archiveUrl) ?? kept).archivedAt,
    doi: first('doi'),
    isbn: first('isbn'),
    pmid: first('pmid'),
    arxiv: first('arxiv'),
    docket: first('docket'),
  };
}

/** What is wrong with changing a source that was merged; null when it was not. */
export function mergedAway(source: KnownSource, ...field: string[]): UserErrorData | null {
  if (source.mergedInto === null) return null;
  const message = `the source was merged into ${toGlobalId('Source', source.mergedInto)}; name that one`;
  return { code: 'NOT_POSSIBLE', message, field };
}
