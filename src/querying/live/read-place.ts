import { WORKSPACE_HISTORY } from '../../events/event.rows.js';
import { decodeCursor } from '../../graphql/cursor.js';
import { fromChangeCursor, type ChangePlace } from './claim-change.js';

/** The place of a cursor of a change, or of the workspace's history; null for any other text. */
export function readPlace(cursor: string): ChangePlace | null {
  const place = fromChangeCursor(cursor);
  if (place) return place;
  const event = decodeCursor(cursor, WORKSPACE_HISTORY.name, WORKSPACE_HISTORY.kinds);
  return event && { seq: Number(event[0]), claim: null };
}
