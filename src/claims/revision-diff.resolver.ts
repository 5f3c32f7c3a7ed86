import { Args, Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Article } from '../articles/article.type.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { ClaimLoader } from './claim.loader.js';
import { Claim } from './claim.type.js';
import { DIFF_ORDER, RevisionDiffLoader } from './revision-diff.loader.js';
import { RevisionDiff, RevisionDiffConnection } from './revision-diff.type.js';

@Resolver(() => Article)
export class ArticleDiffResolver {
  constructor(private readonly diffs: RevisionDiffLoader) {}

  @ResolveField(() => RevisionDiffConnection, {
    description:
      'What became of its claims from one revision to another, in reading order: those that read, stand or are placed otherwise. What editors changed meanwhile is in the history.',
  })
  diff(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() article: Article,
    @Args() page: PageArgs,
    @Args('from', {
      type: () => Int,
      nullable: true,
      description: 'The earlier revision, by its number; the one before `to` when left out.',
    })
    from?: number | null,
    @Args('to', {
      type: () => Int,
      nullable: true,
      description: 'The later one; the newest when left out.',
    })
    to?: number | null,
  ): Promise<RevisionDiffConnection> {
    const range = { from: from ?? null, to: to ?? null };
    return this.diffs.diffOf(context, article, range, readPage(page, DIFF_ORDER), placeOf(info));
  }
}

@Resolver(() => RevisionDiff)
export class RevisionDiffResolver {
  constructor(private readonly claims: ClaimLoader) {}

  @ResolveField(() => Claim, { description: 'The claim as it is now, or was last.' })
  claim(@Context() context: RequestContext, @Parent() diff: RevisionDiff): Promise<Claim | null> {
    return this.claims.byId(context, diff.claimUuid);
  }
}
