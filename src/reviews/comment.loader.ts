import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { identity } from '../graphql/ids.js';
import { sqlOrder, timeKey, uuidKey } from '../graphql/keyset.js';
import { readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns } from '../graphql/rows.js';
import type { Comment } from './review.type.js';

interface CommentRow {
  id: string;
  claim_id: string;
  text: string;
  created_by: string;
  created_at: Date;
}

const COMMENT_COLUMNS = new Columns<CommentRow>('k_', {
  id: 'k.id',
  claim_id: 'k.claim_id',
  text: 'k.text',
  created_by: 'k.created_by',
  created_at: 'k.created_at',
});

/** The oldest first, as people read a talk. */
export const COMMENT_ORDER = sqlOrder('comments', [timeKey('k.created_at'), uuidKey('k.id')]);

const toComment = (row: CommentRow): Comment => ({
  ...identity('Comment', row.id),
  text: row.text,
  createdAt: row.created_at,
  createdByUuid: row.created_by,
  claimUuid: row.claim_id,
});

/** Reads comments, many at a time. */
@Injectable()
export class CommentLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Comment', (context, uuid) => this.byId(context, uuid));
  }

  byId(context: RequestContext, uuid: string): Promise<Comment | null> {
    return batched<string, Comment | null>(context, 'comment', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, COMMENT_COLUMNS, 'comment k', 'k', ids);
      return rows.map((row) => row && toComment(row));
    }).load(uuid);
  }

  ofClaim(context: RequestContext, claimUuid: string, page: Page, place: string): Promise<Connection<Comment>> {
    return batched<string, Connection<Comment>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'k.claim_id',
        () => ({
          alias: 'k',
          from: 'comment k',
          columns: COMMENT_COLUMNS.list(),
          where: ['k.workspace_id = $1'],
        }),
        COMMENT_ORDER,
        page,
        (row) => toComment(COMMENT_COLUMNS.read(row)),
      ),
    ).load(claimUuid);
  }
}
