import { Module } from '@nestjs/common';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { ReviewLoader } from './review.loader.js';
import { ClaimVerdictResolver, FindingWaiverResolver, VerdictResolver, WaiverResolver } from './review.resolver.js';

/** Waivers and verdicts, as the API shows them. */
@Module({
  imports: [WorkspacesModule],
  providers: [ReviewLoader, ClaimVerdictResolver, FindingWaiverResolver, WaiverResolver, VerdictResolver],
})
export class ReviewsModule {}
