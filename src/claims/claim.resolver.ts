import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { SourceLoader } from '../sources/source.loader.js';
import { Snapshot, Source } from '../sources/source.type.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { ClaimLoader } from './claim.loader.js';
import { CITATION_ORDER } from './claim.rows.js';
import { Citation, CitationConnection, Claim, QuoteMatch, SnapshotPassage, SupportScore } from './claim.type.js';
import { ComparisonLoader, toQuoteMatch, toSupport } from './comparison.loader.js';

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly articles: ArticleLoader,
    private readonly workspaces: WorkspaceLoader,
  ) {}

  @ResolveField(() => Article, { description: 'The article that makes it.' })
  article(@Context() context: RequestContext, @Parent() claim: Claim): Article | Promise<Article | null> {
    return claim.article ?? this.articles.byId(context, claim.articleUuid);
  }

  @ResolveField(() => [Citation], { description: 'What it cites, in the order of its markers.' })
  citations(@Context() context: RequestContext, @Parent() claim: Claim): Citation[] | Promise<Citation[]> {
    return claim.citations ?? this.claims.citationsOf(context, claim.uuid);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who looks into it; null: nobody in particular.' })
  assignee(@Context() context: RequestContext, @Parent() claim: Claim): null | Promise<Member | null> {
    return claim.assigneeUuid === null ? null : this.workspaces.memberById(context, claim.assigneeUuid);
  }
}

@Resolver(() => Citation)
export class CitationResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly sources: SourceLoader,
    private readonly comparisons: ComparisonLoader,
  ) {}

  @ResolveField(() => Claim, { description: 'The claim that cites.' })
  claim(@Context() context: RequestContext, @Parent() citation: Citation): Promise<Claim | null> {
    return this.claims.byId(context, citation.claimUuid);
  }

  @ResolveField(() => Source, { nullable: true, description: 'What it leads to; null: nothing, it dangles.' })
  source(@Context() context: RequestContext, @Parent() citation: Citation): Source | null | Promise<Source | null> {
    if (citation.source !== undefined) return citation.source;
    return citation.sourceUuid === null ? null : this.sources.byId(context, citation.sourceUuid);
  }

  @ResolveField(() => SupportScore, {
    nullable: true,
    description: 'How well the source carries the claim; null: not assessed, for there is no snapshot to compare with.',
  })
  async support(@Context() context: RequestContext, @Parent() { uuid }: Citation): Promise<SupportScore | null> {
    return toSupport(await this.comparisons.byCitation(context, uuid));
  }

  @ResolveField(() => QuoteMatch, {
    nullable: true,
    description: 'Whether its quote stands in the source; null: there is no quote, or nothing to look in.',
  })
  async quoteMatch(@Context() context: RequestContext, @Parent() { uuid }: Citation): Promise<QuoteMatch | null> {
    return toQuoteMatch(await this.comparisons.byCitation(context, uuid));
  }
}

@Resolver(() => SnapshotPassage)
export class SnapshotPassageResolver {
  constructor(private readonly sources: SourceLoader) {}

  @ResolveField(() => Snapshot, { nullable: true, description: 'The snapshot that it stands in.' })
  snapshot(@Context() context: RequestContext, @Parent() passage: SnapshotPassage): Promise<Snapshot | null> {
    return this.sources.snapshotById(context, passage.snapshotUuid);
  }
}

@Resolver(() => Source)
export class SourceCitationsResolver {
  constructor(private readonly claims: ClaimLoader) {}

  @ResolveField(() => CitationConnection, { description: 'Who cites it, in all articles of the workspace.' })
  citations(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() source: Source,
    @Args() page: PageArgs,
  ): Promise<CitationConnection> {
    return this.claims.citationsOfSource(context, source, readPage(page, CITATION_ORDER), placeOf(info));
  }
}
