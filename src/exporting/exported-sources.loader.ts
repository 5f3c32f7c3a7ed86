import { Injectable } from '@nestjs/common';
import { ArticleLoader } from '../articles/article.loader.js';
import { MAX_PAGE, readPage } from '../graphql/connection.js';
import { uuidArgument } from '../graphql/ids.js';
import { RequestError } from '../graphql/request-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import { fromCsl, namesSomething, type Bibliography, type StoredCsl } from '../sources/csl.js';
import type { RecordFormat } from '../sources/formats/record-format.js';
import { keyOfRecord, WRITTEN } from '../sources/formats/records.js';
import { SourceLoader } from '../sources/source.loader.js';
import { SOURCE_ORDERS } from '../sources/source.rows.js';
import type { Source, SourceFilter } from '../sources/source.type.js';
import type { Pay } from './paying.js';

/** What a page costs: sources, and the publisher of each. */
const OBJECTS = MAX_PAGE * 2;

/** The sources of the workspace, or of an article, in the formats that programs for bibliographies read. */
@Injectable()
export class ExportedSources {
  constructor(
    private readonly sources: SourceLoader,
    private readonly articles: ArticleLoader,
  ) {}

  /** @param pay called before each page. @throws RequestError NOT_FOUND for an article that is not there, or archived */
  async *write(
    context: RequestContext,
    filter: SourceFilter | null,
    format: RecordFormat,
    pay: Pay,
  ): AsyncGenerator<string, void, undefined> {
    if (filter?.articleId != null) {
      const uuid = uuidArgument('Article', filter.articleId, ['filter', 'articleId']);
      const article = await this.articles.byId(context, uuid);
      if (!article || article.archivedAt !== null) throw new RequestError('NOT_FOUND', 'there is no such article');
    }
    const { head, write, foot } = WRITTEN[format];
    let isFirst = true;
    for (let after: string | null = null; ;) {
      await pay(OBJECTS);
      const own: RequestContext = { ...context, batches: new Map() };
      const page = readPage({ first: MAX_PAGE, after }, SOURCE_ORDERS.NEWEST);
      const { edges, pageInfo } = await this.sources.page(own, filter, 'NEWEST', page);
      let text = isFirst ? head : '';
      for (const { node } of edges) {
        const record = await this.recordOf(own, node);
        // Of an entry that is only words there is no record that another program could keep.
        if (!namesSomething(record)) continue;
        text += write(record, keyOfRecord(record, node.id), isFirst);
        isFirst = false;
      }
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) {
        yield text + foot;
        return;
      }
      yield text;
    }
  }

  /** Its record, with the publisher as people call it now. */
  private async recordOf(context: RequestContext, source: Source): Promise<Bibliography> {
    const record = fromCsl(source.csl as StoredCsl);
    if (source.publisherUuid === null) return record;
    const publisher = await this.sources.publisherById(context, source.publisherUuid);
    return { ...record, publisher: publisher?.name ?? record.publisher };
  }
}
