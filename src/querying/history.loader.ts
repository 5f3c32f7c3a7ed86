import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { EVENT_COLUMNS, toEvent, WORKSPACE_HISTORY } from '../events/event.rows.js';
import { lastPosition } from '../events/event.repository.js';
import type { Event } from '../events/event.type.js';
import { readPage, type Connection, type PageArgs } from '../graphql/connection.js';
import { encodeCursor } from '../graphql/cursor.js';
import type { DecodedId } from '../graphql/global-id.js';
import { readPageOf } from '../graphql/load.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { HistoryFilter } from './history-filter.type.js';
import { historySource, orderOf } from './history-source.js';
import { fromChangeCursor } from './live/claim-change.js';

/** Reads what happened. */
@Injectable()
export class HistoryLoader {
  constructor(private readonly database: Database) {}

  /** @throws RequestError BAD_USER_INPUT for a page or a filter that cannot be */
  page(
    context: RequestContext,
    subject: DecodedId,
    filter: HistoryFilter | null,
    args: PageArgs,
  ): Promise<Connection<Event>> {
    const { after, ...others } = args;
    const place = after == null ? null : fromChangeCursor(after);
    const asked = place ? { ...others, after: encodeCursor(WORKSPACE_HISTORY.name, [String(place.seq)]) } : args;
    const order = orderOf(subject, asked);
    const source = historySource(context.viewer, subject, filter, order);
    return readPageOf(this.database, context.viewer, source, order, readPage(asked, order), (row) =>
      toEvent(EVENT_COLUMNS.read(row)),
    );
  }

  /** Behind the newest event that has its place in the order of the workspace; of an empty history, its beginning. */
  async cursor({ viewer }: RequestContext): Promise<string> {
    const last = await lastPosition(this.database, viewer.workspaceId);
    return encodeCursor(WORKSPACE_HISTORY.name, [String(last)]);
  }
}
