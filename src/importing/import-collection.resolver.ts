import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { needRole } from '../graphql/need-role.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { JobLoader } from '../jobs/job.loader.js';
import { Job } from '../jobs/job.type.js';
import { CollectionItemLoader, ITEM_ORDER } from './collection-item.loader.js';
import { ImportCollection } from './import-collection.js';
import {
  CollectionItem,
  CollectionItemConnection,
  ImportCollectionInput,
  ImportCollectionPayload,
  PreviewTableInput,
  PreviewTablePayload,
} from './import-collection.type.js';

@Resolver()
export class ImportCollectionResolver {
  constructor(
    private readonly collections: ImportCollection,
    private readonly jobs: JobLoader,
  ) {}

  @Mutation(() => ImportCollectionPayload, {
    nullable: true,
    description:
      'Imports all articles of a ZIP, an export of WordPress or a table of claims, in a job. One that cannot be imported stops no other, and one that was imported with the same content before stays as it is: it is safe to send a collection again. Needs EDITOR.',
  })
  async importCollection(
    @Context() context: RequestContext,
    @Args('input', { description: 'The collection.' }) input: ImportCollectionInput,
  ): Promise<ImportCollectionPayload> {
    needRole(context.viewer, 'importCollection', 'importing');
    const { jobId, userErrors } = await this.collections.run(context.viewer, input);
    return { job: jobId === null ? null : await this.jobs.byId(context, jobId), userErrors };
  }

  @Query(() => PreviewTablePayload, {
    nullable: true,
    description:
      'What a table of claims would become if importCollection were given it: the columns, what they are taken to hold, and the first claims. Writes nothing. Needs EDITOR.',
  })
  async previewTable(
    @Context() context: RequestContext,
    @Args('input', { description: 'The table.' }) input: PreviewTableInput,
  ): Promise<PreviewTablePayload> {
    needRole(context.viewer, 'importCollection', 'importing');
    const { preview, userErrors } = await this.collections.preview(input);
    return { preview: preview as PreviewTablePayload['preview'], userErrors };
  }
}

@Resolver(() => Job)
export class JobItemsResolver {
  constructor(private readonly loader: CollectionItemLoader) {}

  @ResolveField(() => CollectionItemConnection, {
    description:
      'Of the import of a collection: its parts, in order, and what became of each, as far as it has come. Several are imported at once: while the job runs, one may appear before another that stands in front of it.',
  })
  items(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() job: Job,
    @Args() page: PageArgs,
  ): Promise<CollectionItemConnection> {
    return this.loader.ofJob(context, job.uuid, readPage(page, ITEM_ORDER), placeOf(info));
  }
}

@Resolver(() => CollectionItem)
export class CollectionItemResolver {
  constructor(private readonly articles: ArticleLoader) {}

  @ResolveField(() => Article, { nullable: true, description: 'The article that it is; null when it is none.' })
  article(@Context() context: RequestContext, @Parent() { articleUuid }: CollectionItem): Promise<Article | null> {
    return articleUuid === null ? Promise.resolve(null) : this.articles.byId(context, articleUuid);
  }
}
