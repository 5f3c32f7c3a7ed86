import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ClaimLoader } from '../claims/claim.loader.js';
import type { RequestContext } from '../graphql/request-context.js';
import { CommentLoader } from '../reviews/comment.loader.js';
import { ReviewLoader } from '../reviews/review.loader.js';
import { AssignClaimsInput, AssignClaimsPayload, resultsOf } from './batch.type.js';
import type { Changed } from './change-article.js';
import { ClaimMarkEdits, type ClaimMarked } from './claim-mark.edits.js';
import {
  AddCommentInput,
  AddCommentPayload,
  AssignClaimInput,
  AssignClaimPayload,
  SetVerdictInput,
  SetVerdictPayload,
} from './claim-mark.type.js';
import type { Outcome } from './editing.js';

@Resolver()
export class ClaimMarkResolver {
  constructor(
    private readonly edits: ClaimMarkEdits,
    private readonly claims: ClaimLoader,
    private readonly reviews: ReviewLoader,
    private readonly comments: CommentLoader,
  ) {}

  @Mutation(() => AssignClaimPayload, { nullable: true, description: 'Says who looks into a claim. Needs CHECKER.' })
  async assignClaim(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which, and who.' }) input: AssignClaimInput,
  ): Promise<AssignClaimPayload> {
    return this.shown(context, await this.edits.assign(context.viewer, input));
  }

  @Mutation(() => AssignClaimsPayload, {
    nullable: true,
    description: 'Says who looks into several claims: each is assigned or refused on its own. Needs CHECKER.',
  })
  async assignClaims(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which, and who.' }) input: AssignClaimsInput,
  ): Promise<AssignClaimsPayload> {
    const outcome = await this.edits.assignEach(context.viewer, input.items);
    return resultsOf(outcome, (each) => this.shown(context, each));
  }

  @Mutation(() => SetVerdictPayload, {
    nullable: true,
    description: "Records what a person concluded about a claim's truth. No rule looks at it. Needs CHECKER.",
  })
  async setVerdict(
    @Context() context: RequestContext,
    @Args('input', { description: 'What was concluded.' }) input: SetVerdictInput,
  ): Promise<SetVerdictPayload> {
    const outcome = await this.edits.setVerdict(context.viewer, input);
    const id = outcome.done?.result.addedId ?? null;
    const [shown, verdict] = await Promise.all([
      this.shown(context, outcome),
      id === null ? null : this.reviews.verdictById(context, id),
    ]);
    return { ...shown, verdict };
  }

  @Mutation(() => AddCommentPayload, { nullable: true, description: 'Says something about a claim. Needs CHECKER.' })
  async addComment(
    @Context() context: RequestContext,
    @Args('input', { description: 'What to say.' }) input: AddCommentInput,
  ): Promise<AddCommentPayload> {
    const outcome = await this.edits.comment(context.viewer, input);
    const id = outcome.done?.result.addedId ?? null;
    const [shown, comment] = await Promise.all([
      this.shown(context, outcome),
      id === null ? null : this.comments.byId(context, id),
    ]);
    return { ...shown, comment };
  }

  private async shown(
    context: RequestContext,
    { done, userErrors }: Outcome<Changed<ClaimMarked>>,
  ): Promise<AssignClaimPayload> {
    const claim = done && (await this.claims.byId(context, done.result.claimId));
    return { claim, userErrors: [...userErrors] };
  }
}
