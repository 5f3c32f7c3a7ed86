import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ClaimLoader } from '../claims/claim.loader.js';
import { FindingLoader } from '../findings/finding.loader.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ReviewLoader } from '../reviews/review.loader.js';
import { resultsOf, WaiveFindingsInput, WaiveFindingsPayload } from './batch.type.js';
import type { Changed } from './change-article.js';
import type { Outcome } from './editing.js';
import { EffectLoader } from './effect.loader.js';
import { WaiverEdits } from './waiver.edits.js';
import { LiftWaiverInput, LiftWaiverPayload, WaiveFindingInput, WaiveFindingPayload } from './waiver.type.js';
import type { WaiverChanged } from './waivers.js';

@Resolver()
export class WaiverEditResolver {
  constructor(
    private readonly edits: WaiverEdits,
    private readonly effects: EffectLoader,
    private readonly findings: FindingLoader,
    private readonly claims: ClaimLoader,
    private readonly reviews: ReviewLoader,
  ) {}

  @Mutation(() => WaiveFindingPayload, {
    nullable: true,
    description:
      'Accepts a finding, with a reason: it no longer counts, and its claim stands as the others make it. Needs EDITOR.',
  })
  async waiveFinding(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which, and why.' }) input: WaiveFindingInput,
  ): Promise<WaiveFindingPayload> {
    return this.waived(context, await this.edits.waive(context.viewer, input));
  }

  @Mutation(() => WaiveFindingsPayload, {
    nullable: true,
    description: 'Accepts several findings: each is waived or refused on its own. Needs EDITOR.',
  })
  async waiveFindings(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which, and why.' }) input: WaiveFindingsInput,
  ): Promise<WaiveFindingsPayload> {
    const outcome = await this.edits.waiveEach(context.viewer, input.items);
    return resultsOf(outcome, (each) => this.waived(context, each));
  }

  @Mutation(() => LiftWaiverPayload, {
    nullable: true,
    description: 'Takes a waiver back: what it accepted is open again. Needs EDITOR.',
  })
  async liftWaiver(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which.' }) input: LiftWaiverInput,
  ): Promise<LiftWaiverPayload> {
    return this.shown(context, await this.edits.lift(context.viewer, input));
  }

  private async waived(
    context: RequestContext,
    outcome: Outcome<Changed<WaiverChanged>>,
  ): Promise<WaiveFindingPayload> {
    const [shown, waiver] = await Promise.all([
      this.shown(context, outcome),
      outcome.done && this.reviews.waiverById(context, outcome.done.result.waiverId),
    ]);
    return { ...shown, waiver };
  }

  private async shown(context: RequestContext, outcome: Outcome<Changed<WaiverChanged>>): Promise<LiftWaiverPayload> {
    const { findingId = null, claimId = null } = outcome.done?.result ?? {};
    const [effect, finding, claim] = await Promise.all([
      this.effects.effect(context, outcome),
      findingId === null ? null : this.findings.byId(context, findingId),
      claimId === null ? null : this.claims.byId(context, claimId),
    ]);
    return { ...effect, finding, claim };
  }
}
