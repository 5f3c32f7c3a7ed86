import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ARTICLE_HISTORY, EVENT_COLUMNS, toEvent, WORKSPACE_HISTORY } from '../events/event.rows.js';
import type { Event } from '../events/event.type.js';
import { readPage, type Connection, type PageArgs } from '../graphql/connection.js';
import type { DecodedId, NodeType } from '../graphql/global-id.js';
import type { Parameters, SqlOrder } from '../graphql/keyset.js';
import { readPageOf } from '../graphql/load.js';
import type { RequestContext } from '../graphql/request-context.js';
import { sameSource } from '../sources/leading-source.js';

/** Things that do not belong to one article. What happens to them is told once it has its place in the workspace's order. */
const SPANNING: ReadonlySet<NodeType> = new Set(['Source', 'Publisher', 'Snapshot', 'Member', 'Workspace', 'Job']);

/** Reads what happened. */
@Injectable()
export class HistoryLoader {
  constructor(private readonly database: Database) {}

  /** @throws RequestError BAD_USER_INPUT for a page that cannot be */
  page(context: RequestContext, subject: DecodedId, args: PageArgs): Promise<Connection<Event>> {
    const order = orderOf(subject);
    const source = (parameters: Parameters) => ({
      alias: 'e',
      from: 'event e',
      columns: EVENT_COLUMNS.list(),
      where: ['e.workspace_id = $1', about(subject, parameters.add(subject.uuid))],
    });
    return readPageOf(this.database, context.viewer, source, order, readPage(args, order), (row) =>
      toEvent(EVENT_COLUMNS.read(row)),
    );
  }
}

const orderOf = ({ type }: DecodedId): SqlOrder => (SPANNING.has(type) ? WORKSPACE_HISTORY : ARTICLE_HISTORY);

/** @param id the placeholder of the subject's UUID */
function about({ type }: DecodedId, id: string): string {
  if (type === 'Article') return `e.article_id = ${id}::uuid`;
  // Several sources that became one have one history.
  if (type === 'Source') return `e.subject_id = ANY(${sameSource(id)}) AND e.workspace_seq IS NOT NULL`;
  if (SPANNING.has(type)) return `e.subject_id = ${id}::uuid AND e.workspace_seq IS NOT NULL`;
  if (type !== 'Claim') return `e.subject_id = ${id}::uuid`;
  // What was done to what is found about a claim was done to the claim as well.
  const findings = `SELECT f.id FROM finding f WHERE f.workspace_id = $1 AND f.claim_id = ${id}::uuid`;
  return `e.subject_id IN (SELECT ${id}::uuid UNION ALL ${findings})`;
}
