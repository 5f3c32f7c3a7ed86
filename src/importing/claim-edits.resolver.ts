import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { ClaimLoader } from '../claims/claim.loader.js';
import type { Claim } from '../claims/claim.type.js';
import { EffectLoader, type ShownEffect } from '../editing/effect.loader.js';
import type { Outcome } from '../editing/editing.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ClaimEdits } from './claim-edits.js';
import {
  MergeClaimsInput,
  MergeClaimsPayload,
  SplitClaimInput,
  SplitClaimPayload,
  UpdateClaimInput,
  UpdateClaimPayload,
} from './claim-edits.type.js';
import type { ClaimsEdited } from './claims-proposal.js';
import { withNotices } from './notice.type.js';

const INPUT = 'What to do, and to what.';

@Resolver()
export class ClaimEditsResolver {
  constructor(
    private readonly edits: ClaimEdits,
    private readonly effects: EffectLoader,
    private readonly claims: ClaimLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @Mutation(() => UpdateClaimPayload, {
    nullable: true,
    description: 'Changes what a claim says, or overrules what the reader made of it. Needs EDITOR.',
  })
  async updateClaim(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: UpdateClaimInput,
  ): Promise<UpdateClaimPayload> {
    const outcome = await this.edits.update(context.viewer, input);
    const revisionId = outcome.done?.revisionId ?? null;
    const [{ claims, ...effect }, revision] = await Promise.all([
      this.shown(context, outcome),
      revisionId === null ? null : this.articles.revisionById(context, revisionId),
    ]);
    return { ...effect, claim: claims[0] ?? null, revision, ...withNotices(outcome.done?.notices ?? []) };
  }

  @Mutation(() => SplitClaimPayload, {
    nullable: true,
    description: 'Makes two claims of a sentence that states two things, also in revisions to come. Needs EDITOR.',
  })
  async splitClaim(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: SplitClaimInput,
  ): Promise<SplitClaimPayload> {
    return this.shown(context, await this.edits.split(context.viewer, input));
  }

  @Mutation(() => MergeClaimsPayload, {
    nullable: true,
    description: 'Makes one claim of sentences that state one thing, also in revisions to come. Needs EDITOR.',
  })
  async mergeClaims(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: MergeClaimsInput,
  ): Promise<MergeClaimsPayload> {
    const { claims, ...effect } = await this.shown(context, await this.edits.merge(context.viewer, input));
    return { ...effect, claim: claims[0] ?? null };
  }

  private async shown(
    context: RequestContext,
    outcome: Outcome<ClaimsEdited>,
  ): Promise<ShownEffect & { claims: Claim[] }> {
    const ids = outcome.done?.claimIds ?? [];
    const [effect, claims] = await Promise.all([
      this.effects.effect(context, outcome),
      Promise.all(ids.map((id) => this.claims.byId(context, id))),
    ]);
    return { ...effect, claims: claims.filter((claim) => claim !== null) };
  }
}
