import { NODE_CODES, toGlobalId, type NodeType } from '../graphql/global-id.js';
import { bigintKey, sqlOrder, uuidKey } from '../graphql/keyset.js';
import { Columns } from '../graphql/rows.js';
import { withGlobalIds } from './event-data.js';
import type { Event } from './event.type.js';

export interface EventRow {
  article_id: string;
  seq: number;
  workspace_seq: number | null;
  kind: string;
  subject_type: string;
  subject_id: string;
  actor_id: string | null;
  before: unknown;
  after: unknown;
  at: Date;
}

/** Of a table `event e`. */
export const EVENT_COLUMNS = new Columns<EventRow>('e_', {
  article_id: 'e.article_id',
  seq: 'e.seq',
  workspace_seq: 'e.workspace_seq',
  kind: 'e.kind',
  subject_type: 'e.subject_type',
  subject_id: 'e.subject_id',
  actor_id: 'e.actor_id',
  before: 'e.before',
  after: 'e.after',
  at: 'e.at',
});

/** The order of what happened in one article. */
export const ARTICLE_HISTORY = sqlOrder('history:article', [bigintKey('e.seq'), uuidKey('e.article_id')]);
/** The order of what happened in several: the one that is given to events once they are committed. */
export const WORKSPACE_HISTORY = sqlOrder('history:workspace', [bigintKey('e.workspace_seq')]);

export const toEvent = (row: EventRow): Event => ({
  kind: row.kind,
  at: row.at,
  subjectType: row.subject_type,
  subjectId: isNodeType(row.subject_type) ? toGlobalId(row.subject_type, row.subject_id) : row.subject_id,
  before: withGlobalIds(row.before),
  after: withGlobalIds(row.after),
  seq: row.seq,
  position: row.workspace_seq,
  actorUuid: row.actor_id,
  articleUuid: row.article_id,
});

const isNodeType = (type: string): type is NodeType => Object.hasOwn(NODE_CODES, type);
