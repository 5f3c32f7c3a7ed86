import type { Viewer } from '../auth/viewer.js';
import { ARTICLE_HISTORY, EVENT_COLUMNS, WORKSPACE_HISTORY } from '../events/event.rows.js';
import type { PageArgs } from '../graphql/connection.js';
import { decodeCursor } from '../graphql/cursor.js';
import type { DecodedId, NodeType } from '../graphql/global-id.js';
import type { PageSource, Parameters, SqlOrder } from '../graphql/keyset.js';
import { sameSource } from '../sources/leading-source.js';
import { eventsThat } from './history-filter.js';
import type { HistoryFilter } from './history-filter.type.js';

/** Things that do not belong to one article. What happens to them is told once it has its place in the workspace's order. */
const SPANNING: ReadonlySet<NodeType> = new Set([
  'Source',
  'Publisher',
  'Snapshot',
  'Member',
  'Token',
  'Workspace',
  'Job',
]);

/**
 * Where the history of a thing is read from, in which order.
 *
 * @throws RequestError BAD_USER_INPUT for what cannot be asked for
 */
export function historySource(
  viewer: Pick<Viewer, 'role' | 'memberId'>,
  subject: DecodedId,
  filter: HistoryFilter | null,
  order: SqlOrder,
): (parameters: Parameters) => PageSource {
  return (parameters) => ({
    alias: 'e',
    from: 'event e',
    columns: EVENT_COLUMNS.list(),
    where: [
      'e.workspace_id = $1',
      about(subject, parameters.add(subject.uuid)),
      ...(viewer.role === 'ADMIN' ? [] : [notOfOthersTokens(parameters.add(viewer.memberId))]),
      ...eventsThat(filter, parameters),
      ...(order === WORKSPACE_HISTORY ? ['e.workspace_seq IS NOT NULL'] : []),
    ],
  });
}

/** Who comes with a place in the order of the workspace goes on in it; in one article the two are the same. */
export function orderOf({ type }: DecodedId, { after, before }: PageArgs): SqlOrder {
  const isPlace = (cursor: string | null | undefined): boolean =>
    cursor != null && decodeCursor(cursor, WORKSPACE_HISTORY.name, WORKSPACE_HISTORY.kinds) !== null;
  return SPANNING.has(type) || isPlace(after) || isPlace(before) ? WORKSPACE_HISTORY : ARTICLE_HISTORY;
}

/** What happens to tokens is told to those alone who may see them. @param id the placeholder of the caller's UUID */
const notOfOthersTokens = (id: string): string => `(e.subject_type <> 'Token' OR e.after ->> 'memberId' = ${id}::text)`;

/** @param id the placeholder of the subject's UUID */
function about({ type }: DecodedId, id: string): string {
  if (type === 'Article') return `e.article_id = ${id}::uuid`;
  // All that happened in it; of another one, nothing is seen.
  if (type === 'Workspace') return `e.workspace_id = ${id}::uuid`;
  // Several sources that became one have one history.
  if (type === 'Source') return `e.subject_id = ANY(${sameSource(id)})`;
  if (type !== 'Claim') return `e.subject_id = ${id}::uuid`;
  // What was done to what is found about a claim was done to the claim as well.
  const findings = `SELECT f.id FROM finding f WHERE f.workspace_id = $1 AND f.claim_id = ${id}::uuid`;
  return `e.subject_id IN (SELECT ${id}::uuid UNION ALL ${findings})`;
}
