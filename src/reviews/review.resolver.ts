import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../claims/claim.type.js';
import { Finding } from '../findings/finding.type.js';
import type { RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { ReviewLoader } from './review.loader.js';
import { Verdict, Waiver } from './review.type.js';

@Resolver(() => Claim)
export class ClaimVerdictResolver {
  constructor(private readonly reviews: ReviewLoader) {}

  @ResolveField(() => Verdict, { nullable: true, description: 'What a person concluded; null: nothing yet.' })
  verdict(@Context() context: RequestContext, @Parent() claim: Claim): Promise<Verdict | null> {
    return this.reviews.verdictOf(context, claim.uuid);
  }
}

@Resolver(() => Finding)
export class FindingWaiverResolver {
  constructor(private readonly reviews: ReviewLoader) {}

  @ResolveField(() => Waiver, { nullable: true, description: 'Why a person accepted it; null: nobody did.' })
  waiver(@Context() context: RequestContext, @Parent() finding: Finding): Promise<Waiver | null> {
    return this.reviews.waiverOf(context, finding);
  }
}

@Resolver(() => Waiver)
export class WaiverResolver {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  @ResolveField(() => Member, { description: 'Who accepted the finding.' })
  createdBy(@Context() context: RequestContext, @Parent() waiver: Waiver): Promise<Member | null> {
    return this.workspaces.memberById(context, waiver.createdByUuid);
  }
}

@Resolver(() => Verdict)
export class VerdictResolver {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  @ResolveField(() => Member, { description: 'Who reached it.' })
  createdBy(@Context() context: RequestContext, @Parent() verdict: Verdict): Promise<Member | null> {
    return this.workspaces.memberById(context, verdict.createdByUuid);
  }
}
