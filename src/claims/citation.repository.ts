import { bulkInsert } from '../database/bulk-insert.js';
import { bulkUpdate } from '../database/bulk-update.js';
import { BASIS, DIRECTNESS, REVIEW_STATE, STANCE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { CitationEntity } from './citation.entity.js';

/** What may change of a citation; what is left out stays. */
export type CitationChange = Partial<
  Pick<CitationEntity, 'stance' | 'directness' | 'basis' | 'state' | 'quote' | 'locator' | 'note'>
>;

export async function addCitation(
  connection: WorkspaceConnection,
  citation: Pick<
    CitationEntity,
    | 'workspaceId'
    | 'id'
    | 'articleId'
    | 'claimId'
    | 'referenceId'
    | 'ordinal'
    | 'stance'
    | 'directness'
    | 'basis'
    | 'state'
    | 'quote'
    | 'locator'
    | 'note'
    | 'spans'
    | 'createdBy'
    | 'createdAt'
  >,
): Promise<void> {
  await bulkInsert(connection, CitationEntity, [citation]);
}

export async function removeCitation(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<void> {
  await connection.query('DELETE FROM citation WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
}

export async function updateCitation(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  change: CitationChange,
): Promise<void> {
  const { stance, directness, basis, state } = change;
  const columns: Record<string, unknown> = {
    stance: stance && STANCE.toCode[stance],
    directness: directness && DIRECTNESS.toCode[directness],
    basis: basis && BASIS.toCode[basis],
    state: state && REVIEW_STATE.toCode[state],
    quote: change.quote,
    locator: change.locator,
    note: change.note,
  };
  const set = Object.entries(columns).filter(([, value]) => value !== undefined);
  const assignments = set.map(([name], i) => `${name} = $${i + 3}`).join(', ');
  await connection.query(
    `UPDATE citation SET version = version + 1${assignments ? `, ${assignments}` : ''} WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, ...set.map(([, value]) => value)],
  );
}

export async function insertCitations(
  connection: WorkspaceConnection,
  citations: readonly Partial<CitationEntity>[],
): Promise<void> {
  await bulkInsert(connection, CitationEntity, citations);
}

export async function removeCitations(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await connection.query('DELETE FROM citation WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [workspaceId, ids]);
}

/** @param rows with their ids. @param changed counts as a change of the citation itself: not where it merely stands */
export async function updateCitations(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Partial<CitationEntity>[],
  changed: 'changed' | 'placed',
): Promise<void> {
  const also = changed === 'changed' ? ['version = t.version + 1'] : [];
  await bulkUpdate(connection, CitationEntity, workspaceId, ['id'], rows, also);
}
