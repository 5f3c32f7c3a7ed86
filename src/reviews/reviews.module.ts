import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { CommentLoader } from './comment.loader.js';
import { ClaimCommentsResolver, CommentResolver } from './comment.resolver.js';
import { ReviewLoader } from './review.loader.js';
import { ClaimVerdictResolver, FindingWaiverResolver, VerdictResolver, WaiverResolver } from './review.resolver.js';

/** Waivers, verdicts and comments, as the API shows them. */
@Module({
  imports: [WorkspacesModule, ClaimsModule],
  providers: [
    ReviewLoader,
    CommentLoader,
    ClaimVerdictResolver,
    FindingWaiverResolver,
    WaiverResolver,
    VerdictResolver,
    CommentResolver,
    ClaimCommentsResolver,
  ],
  exports: [ReviewLoader, CommentLoader],
})
export class ReviewsModule {}
