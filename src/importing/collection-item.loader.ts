import { Injectable } from '@nestjs/common';
import { COLLECTION_OUTCOME } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { integerKey, sqlOrder } from '../graphql/keyset.js';
import { readPagesOf } from '../graphql/load.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import type { CollectionItem } from './import-collection.type.js';

interface ItemRow {
  name: string;
  slug: string | null;
  outcome: number;
  messages: string[];
  article_id: string | null;
}

const ITEM_COLUMNS = new Columns<ItemRow>('i_', {
  name: 'i.name',
  slug: 'i.slug',
  outcome: 'i.outcome',
  messages: 'i.messages',
  article_id: 'i.article_id',
});

/** As they stand in the collection. */
export const ITEM_ORDER = sqlOrder('collection items', [integerKey('i.ordinal')]);

const toItem = (row: ItemRow): CollectionItem => ({
  name: row.name,
  slug: row.slug,
  outcome: named(COLLECTION_OUTCOME, row.outcome),
  messages: row.messages,
  articleUuid: row.article_id,
});

/** Reads what became of collections. */
@Injectable()
export class CollectionItemLoader {
  constructor(private readonly database: Database) {}

  ofJob(context: RequestContext, jobUuid: string, page: Page, place: string): Promise<Connection<CollectionItem>> {
    return batched<string, Connection<CollectionItem>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'i.job_id',
        () => ({
          alias: 'i',
          from: 'collection_item i',
          columns: ITEM_COLUMNS.list(),
          where: ['i.workspace_id = $1'],
        }),
        ITEM_ORDER,
        page,
        (row) => toItem(ITEM_COLUMNS.read(row)),
      ),
    ).load(jobUuid);
  }
}
