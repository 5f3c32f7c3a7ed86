import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ClaimLoader } from '../claims/claim.loader.js';
import { Claim } from '../claims/claim.type.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { COMMENT_ORDER, CommentLoader } from './comment.loader.js';
import { Comment, CommentConnection } from './review.type.js';

@Resolver(() => Comment)
export class CommentResolver {
  constructor(
    private readonly workspaces: WorkspaceLoader,
    private readonly claims: ClaimLoader,
  ) {}

  @ResolveField(() => Member, { description: 'Who said it.' })
  createdBy(@Context() context: RequestContext, @Parent() comment: Comment): Promise<Member | null> {
    return this.workspaces.memberById(context, comment.createdByUuid);
  }

  @ResolveField(() => Claim, { description: 'What it is about.' })
  claim(@Context() context: RequestContext, @Parent() comment: Comment): Promise<Claim | null> {
    return this.claims.byId(context, comment.claimUuid);
  }
}

@Resolver(() => Claim)
export class ClaimCommentsResolver {
  constructor(private readonly loader: CommentLoader) {}

  @ResolveField(() => CommentConnection, { description: 'What people said about it, the oldest first.' })
  comments(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() claim: Claim,
    @Args() page: PageArgs,
  ): Promise<CommentConnection> {
    return this.loader.ofClaim(context, claim.uuid, readPage(page, COMMENT_ORDER), placeOf(info));
  }
}
