import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { EventsModule } from '../events/events.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { ClaimPageLoader } from './claim-page.loader.js';
import { ArticleClaimsResolver, ClaimsResolver } from './claims.resolver.js';
import { ElsewhereLoader } from './elsewhere.loader.js';
import { HistoryLoader } from './history.loader.js';
import { HistoryResolver } from './history.resolver.js';
import { ChangeFeeds } from './live/change-feeds.js';
import { LiveResolver } from './live/live.resolver.js';
import { PastEvidenceLoader } from './over-time/past-evidence.loader.js';
import { PastLoader } from './over-time/past.loader.js';
import {
  ArticlePastResolver,
  PastArticleResolver,
  PastCitationResolver,
  PastClaimResolver,
  PastFindingResolver,
} from './over-time/past.resolver.js';
import { ClaimPlans } from './plans/claim-plans.loader.js';
import { TrendLoader } from './over-time/trend.loader.js';
import { TrendResolver } from './over-time/trend.resolver.js';
import { WorkspaceHistoryResolver } from './workspace-history.resolver.js';
import { MissingReferencesLoader } from './missing-references.loader.js';
import { TotalsLoader } from './totals.loader.js';
import {
  ArticleSummaryResolver,
  BreakdownResolver,
  MissingReferenceResolver,
  SummaryResolver,
} from './totals.resolver.js';

/** The reads that go over several features at once. */
@Module({
  imports: [WorkspacesModule, EventsModule, ArticlesModule, SourcesModule, ClaimsModule, FindingsModule],
  providers: [
    ClaimPageLoader,
    ElsewhereLoader,
    ClaimPlans,
    TotalsLoader,
    MissingReferencesLoader,
    HistoryLoader,
    HistoryResolver,
    WorkspaceHistoryResolver,
    ClaimsResolver,
    ArticleClaimsResolver,
    SummaryResolver,
    ArticleSummaryResolver,
    MissingReferenceResolver,
    BreakdownResolver,
    TrendLoader,
    TrendResolver,
    PastLoader,
    PastEvidenceLoader,
    ArticlePastResolver,
    PastArticleResolver,
    PastClaimResolver,
    PastCitationResolver,
    PastFindingResolver,
    ChangeFeeds,
    LiveResolver,
  ],
  exports: [ClaimPageLoader],
})
export class QueryingModule {}
