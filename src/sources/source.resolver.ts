import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Article } from '../articles/article.type.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { fromCsl, type StoredCsl } from './csl.js';
import { SourceLoader } from './source.loader.js';
import { PUBLISHER_ORDER, SNAPSHOT_ORDER, SOURCE_ORDERS } from './source.rows.js';
import {
  Publisher,
  PublisherConnection,
  Reference,
  SnapshotConnection,
  Source,
  SourceConnection,
  SourceFilter,
  SourceOrder,
} from './source.type.js';

@Resolver(() => Source)
export class SourceResolver {
  constructor(private readonly sources: SourceLoader) {}

  @Query(() => SourceConnection, { name: 'sources', description: 'The sources of the workspace.' })
  list(
    @Context() context: RequestContext,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SourceFilter, nullable: true, description: 'Which of them; all when left out.' })
    filter?: SourceFilter | null,
    @Args('orderBy', { type: () => SourceOrder, nullable: true, description: 'NEWEST when left out.' })
    orderBy?: SourceOrder | null,
  ): Promise<SourceConnection> {
    const order = orderBy ?? 'NEWEST';
    return this.sources.page(context, filter, order, readPage(page, SOURCE_ORDERS[order]));
  }

  @Query(() => PublisherConnection, { description: 'The publishers of the workspace, by name.' })
  publishers(@Context() context: RequestContext, @Args() page: PageArgs): Promise<PublisherConnection> {
    return this.sources.publishers(context, readPage(page, PUBLISHER_ORDER));
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'When it was published, as far as it is known: "2031", "2031-04" or "2031-04-02"; in words where the record has it so.',
  })
  issued(@Parent() { csl }: Source): string | null {
    return fromCsl(csl as StoredCsl).issued;
  }

  @ResolveField(() => Publisher, { nullable: true, description: 'Who stands behind it; null: nobody is named.' })
  publisher(
    @Context() context: RequestContext,
    @Parent() source: Source,
  ): Publisher | null | Promise<Publisher | null> {
    if (source.publisher !== undefined) return source.publisher;
    return source.publisherUuid === null ? null : this.sources.publisherById(context, source.publisherUuid);
  }

  @ResolveField(() => SnapshotConnection, { description: 'Its captured texts, the newest first.' })
  snapshots(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() source: Source,
    @Args() page: PageArgs,
  ): Promise<SnapshotConnection> {
    return this.sources.snapshotsOf(context, source, readPage(page, SNAPSHOT_ORDER), placeOf(info));
  }
}

@Resolver(() => Reference)
export class ReferenceResolver {
  constructor(private readonly sources: SourceLoader) {}

  @ResolveField(() => Source, { nullable: true, description: 'What it resolves to; null: its citations lead nowhere.' })
  source(@Context() context: RequestContext, @Parent() reference: Reference): null | Promise<Source | null> {
    return reference.sourceUuid === null ? null : this.sources.byId(context, reference.sourceUuid);
  }
}

@Resolver(() => Article)
export class ArticleReferencesResolver {
  constructor(private readonly sources: SourceLoader) {}

  @ResolveField(() => [Reference], {
    description:
      'Every number that it cites or lists, in number order; without a source where the number is only cited.',
  })
  references(@Context() context: RequestContext, @Parent() article: Article): Promise<Reference[]> {
    return this.sources.referencesOf(context, article.uuid);
  }
}
