import { Injectable } from '@nestjs/common';
import { notArchived } from '../articles/article.rows.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { uuidArgument } from '../graphql/ids.js';
import { bigintKey, sqlOrder, uuidKey, type Parameters } from '../graphql/keyset.js';
import { readPageOf } from '../graphql/load.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Columns } from '../graphql/rows.js';
import type { MissingReference } from './totals.type.js';

/** Those that would clear the most findings first. */
export const MISSING_ORDER = sqlOrder('missing references', [bigintKey('r.clears'), uuidKey('r.id')]);

interface MissingRow {
  article_id: string;
  number: number;
  label: string;
  citation_count: number;
  /** Below 0. */
  clears: number;
}

const COLUMNS = new Columns<MissingRow>('r_', {
  article_id: 'r.article_id',
  number: 'r.number',
  label: 'r.label',
  citation_count: 'r.citation_count',
  clears: 'r.clears',
});

/** References that lead nowhere, by what mending each would clear: that is kept with each, and an index has the order. */
@Injectable()
export class MissingReferencesLoader {
  constructor(private readonly database: Database) {}

  async page(
    context: RequestContext,
    articleId: string | null | undefined,
    page: Page,
  ): Promise<Connection<MissingReference>> {
    const article = articleId == null ? null : uuidArgument('Article', articleId, ['articleId']);
    const source = (parameters: Parameters) => ({
      alias: 'r',
      from: 'reference r',
      columns: COLUMNS.list(),
      where: [
        'r.workspace_id = $1 AND r.source_id IS NULL AND r.gone_in IS NULL AND r.citation_count > 0',
        article === null ? notArchived('r.article_id') : `r.article_id = ${parameters.add(article)}::uuid`,
      ],
    });
    return await readPageOf(this.database, context.viewer, source, MISSING_ORDER, page, (row) => {
      const { number, label, citation_count, clears, article_id } = COLUMNS.read(row);
      // Not -clears: of 0 that is another zero.
      return { number, label, citationCount: citation_count, findingsCleared: 0 - clears, articleUuid: article_id };
    });
  }
}
