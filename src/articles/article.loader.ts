import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Connection, type Page } from '../graphql/connection.js';
import { uuidArgument, textArgument } from '../graphql/ids.js';
import type { KeyedRow, Parameters } from '../graphql/keyset.js';
import { readPageOf, readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { partFilter, type SearchedWords } from '../graphql/part-filter.js';
import { batched, inOrder, type RequestContext } from '../graphql/request-context.js';
import {
  ARTICLE_COLUMNS,
  ARTICLE_ORDERS,
  REVISION_COLUMNS,
  REVISION_ORDER,
  toArticle,
  toRevision,
} from './article.rows.js';
import type { Article, ArticleFilter, ArticleOrder, Revision } from './article.type.js';

/** Reads articles and revisions, many at a time. */
@Injectable()
export class ArticleLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Article', (context, uuid) => this.byId(context, uuid));
    this.registry.register('Revision', (context, uuid) => this.revisionById(context, uuid));
  }

  byId(context: RequestContext, uuid: string): Promise<Article | null> {
    return batched<string, Article | null>(context, 'article', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, ARTICLE_COLUMNS, 'article a', 'a', ids);
      return rows.map((row) => row && toArticle(row));
    }).load(uuid);
  }

  bySlug(context: RequestContext, slug: string): Promise<Article | null> {
    return batched<string, Article | null>(context, 'article by slug', async (slugs) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow>(
          `SELECT ${ARTICLE_COLUMNS.list().join(', ')} FROM article a WHERE a.workspace_id = $1 AND a.slug = ANY($2)`,
          [context.viewer.workspaceId, slugs],
        ),
      );
      const found = rows.map((row) => toArticle(ARTICLE_COLUMNS.read(row)));
      return inOrder(slugs, found, (article) => article.slug);
    }).load(slug);
  }

  async page(
    context: RequestContext,
    filter: ArticleFilter | null | undefined,
    order: ArticleOrder,
    page: Page,
  ): Promise<Connection<Article>> {
    const title = filter?.title == null ? null : textArgument(filter.title, ['filter', 'title']);
    const hasTitle = title === null ? null : await partFilter(this.database, context.viewer, TITLES, title);
    const source = (parameters: Parameters) => ({
      alias: 'a',
      from: 'article a',
      columns: ARTICLE_COLUMNS.list(),
      where: [
        'a.workspace_id = $1',
        ...conditions(filter ?? {}, parameters),
        ...(hasTitle ? [hasTitle(parameters)] : []),
      ],
    });
    return await readPageOf(this.database, context.viewer, source, ARTICLE_ORDERS[order], page, (row) =>
      toArticle(ARTICLE_COLUMNS.read(row)),
    );
  }

  /** The newest revision of an article. */
  revisionOf(context: RequestContext, article: Article): Promise<Revision | null> {
    return batched<Article, Revision | null>(
      context,
      'newest revision',
      async (articles) => {
        const rows = await this.database.readWorkspace(context.viewer, (client) =>
          client.query<KeyedRow>(
            `SELECT ${REVISION_COLUMNS.list().join(', ')}
             FROM unnest($2::uuid[], $3::integer[]) p(article_id, number)
             JOIN revision rv ON rv.workspace_id = $1 AND rv.article_id = p.article_id AND rv.number = p.number`,
            [context.viewer.workspaceId, articles.map(({ uuid }) => uuid), articles.map((each) => each.revisionNumber)],
          ),
        );
        const found = new Map(rows.map((row) => REVISION_COLUMNS.read(row)).map((row) => [row.article_id, row]));
        return articles.map(({ uuid }) => {
          const row = found.get(uuid);
          return row ? toRevision(row) : null;
        });
      },
      ({ uuid, revisionNumber }) => `${uuid} ${revisionNumber}`,
    ).load(article);
  }

  revisionById(context: RequestContext, uuid: string): Promise<Revision | null> {
    return batched<string, Revision | null>(context, 'revision', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, REVISION_COLUMNS, 'revision rv', 'rv', ids);
      return rows.map((row) => row && toRevision(row));
    }).load(uuid);
  }

  /** @param place where in the query, so that one page of many articles is one batch */
  revisionsOf(context: RequestContext, article: Article, page: Page, place: string): Promise<Connection<Revision>> {
    return batched<string, Connection<Revision>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'rv.article_id',
        () => ({
          alias: 'rv',
          from: 'revision rv',
          columns: REVISION_COLUMNS.list(),
          where: ['rv.workspace_id = $1'],
        }),
        REVISION_ORDER,
        page,
        (row) => toRevision(REVISION_COLUMNS.read(row)),
      ),
    ).load(article.uuid);
  }

  /** The article that an id or a slug names; null when it names none. @throws RequestError BAD_USER_INPUT for no id */
  find(
    context: RequestContext,
    id: string | null | undefined,
    slug: string | null | undefined,
  ): Promise<Article | null> {
    if (id != null) return this.byId(context, uuidArgument('Article', id, ['id']));
    return this.bySlug(context, textArgument(slug ?? '', ['slug']));
  }
}

const TITLES: SearchedWords = { search: 'search_articles', id: 'a.id', words: 'a.title' };

/** All but that of the title. */
function conditions(filter: ArticleFilter, parameters: Parameters): string[] {
  const where = [`a.archived_at IS ${filter.archived === true ? 'NOT NULL' : 'NULL'}`];
  if (filter.desk != null)
    where.push(`a.desk = ${parameters.add(textArgument(filter.desk, ['filter', 'desk']))}::text`);
  if (filter.changedSince != null) where.push(`a.updated_at >= ${parameters.add(filter.changedSince)}::timestamptz`);
  return where;
}
