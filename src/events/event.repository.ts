import { bulkInsert } from '../database/bulk-insert.js';
import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { EventEntity } from './event.entity.js';
import type { EventKind, EventProperty } from './event-words.js';

/** What happened, without its place in the order. */
export interface Happening extends Pick<EventEntity, 'subjectType' | 'subjectId' | 'actorId' | 'at'> {
  readonly kind: EventKind;
  readonly before: EventData | null;
  readonly after: EventData | null;
}

/** What there was, or is. Whoever shows events has words for each of its properties. */
export type EventData = Readonly<Partial<Record<EventProperty, unknown>>>;

/**
 * Adds events to an article's history. Call it under the article's lock, and store the answer in the article.
 *
 * @param lastSeq the sequence number of the article's newest event
 * @returns that of the newest one now
 */
export async function recordEvents(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  lastSeq: number,
  happenings: readonly Happening[],
): Promise<number> {
  const events = happenings.map((happening, i) => ({ workspaceId, articleId, seq: lastSeq + 1 + i, ...happening }));
  await bulkInsert(connection, EventEntity, events);
  connection.announce('events');
  return lastSeq + happenings.length;
}

/**
 * Adds events that happened in the workspace and in no article. Call it under `lockAccess`, which all of them are
 * recorded under.
 */
export async function recordInWorkspace(
  connection: WorkspaceConnection,
  workspaceId: string,
  happenings: readonly Happening[],
): Promise<void> {
  const [row] = await connection.query<{ last: number }>(
    'SELECT coalesce(max(seq), 0) AS last FROM event WHERE workspace_id = $1 AND article_id = $1',
    [workspaceId],
  );
  await recordEvents(connection, workspaceId, workspaceId, row!.last, happenings);
}

/** The place of the newest event in the order of the workspace; 0 when there is none. */
export async function lastPosition(database: Database, workspaceId: string): Promise<number> {
  const [row] = await database.readWorkspace({ workspaceId }, (connection) =>
    connection.query<{ last: number }>('SELECT last FROM event_counter WHERE workspace_id = $1', [workspaceId]),
  );
  return row?.last ?? 0;
}
