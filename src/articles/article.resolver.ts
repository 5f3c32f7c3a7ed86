import { Args, Context, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { PageArgs, readPage } from '../graphql/connection.js';
import { badInput } from '../graphql/request-error.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { ArticleLoader } from './article.loader.js';
import { ARTICLE_ORDERS, REVISION_ORDER } from './article.rows.js';
import {
  Article,
  ArticleConnection,
  ArticleFilter,
  ArticleOrder,
  Revision,
  RevisionConnection,
} from './article.type.js';

@Resolver(() => Article)
export class ArticleResolver {
  constructor(private readonly articles: ArticleLoader) {}

  @Query(() => Article, {
    nullable: true,
    description: 'The article with this id or this slug; null when there is none.',
  })
  article(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, nullable: true, description: 'Its id.' }) id?: string | null,
    @Args('slug', { type: () => String, nullable: true, description: 'Its name in the workspace.' })
    slug?: string | null,
  ): Promise<Article | null> {
    if ((id == null) === (slug == null))
      throw badInput(['id'], 'name the article by its id or by its slug, one of them');
    return this.articles.find(context, id, slug);
  }

  @Query(() => ArticleConnection, { name: 'articles', description: 'The articles of the workspace.' })
  list(
    @Context() context: RequestContext,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ArticleFilter, nullable: true, description: 'Which of them; all when left out.' })
    filter?: ArticleFilter | null,
    @Args('orderBy', { type: () => ArticleOrder, nullable: true, description: 'UPDATED when left out.' })
    orderBy?: ArticleOrder | null,
  ): Promise<ArticleConnection> {
    const order = orderBy ?? 'UPDATED';
    return this.articles.page(context, filter, order, readPage(page, ARTICLE_ORDERS[order]));
  }

  @ResolveField(() => Revision, { description: 'The newest revision.' })
  revision(@Context() context: RequestContext, @Parent() article: Article): Promise<Revision | null> {
    return this.articles.revisionOf(context, article);
  }

  @ResolveField(() => RevisionConnection, { description: 'All revisions, the newest first.' })
  revisions(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() article: Article,
    @Args() page: PageArgs,
  ): Promise<RevisionConnection> {
    return this.articles.revisionsOf(context, article, readPage(page, REVISION_ORDER), placeOf(info));
  }
}
