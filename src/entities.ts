import { ArticleEntity } from './articles/article.entity.js';
import { MarkerEntity } from './articles/marker.entity.js';
import { PastRowEntity } from './articles/past-row.entity.js';
import { RevisionEntity } from './articles/revision.entity.js';
import { CitationEntity } from './claims/citation.entity.js';
import { ClaimCutEntity } from './claims/claim-cut.entity.js';
import { ClaimPartEntity } from './claims/claim-part.entity.js';
import { ClaimRevisionEntity } from './claims/claim-revision.entity.js';
import { ClaimTextEntity } from './claims/claim-text.entity.js';
import { ClaimEntity } from './claims/claim.entity.js';
import { EventCounterEntity } from './events/event-counter.entity.js';
import { EventEntity } from './events/event.entity.js';
import { ArticleTallyEntity } from './findings/article-tally.entity.js';
import { FindingEntity } from './findings/finding.entity.js';
import { BreakdownDueEntity } from './findings/breakdown-due.entity.js';
import { BreakdownShareEntity } from './findings/breakdown-share.entity.js';
import { BreakdownTotalEntity } from './findings/breakdown-total.entity.js';
import { TallyDeltaEntity } from './findings/tally-delta.entity.js';
import { TallyHourEntity } from './findings/tally-hour.entity.js';
import { TallyPeriodEntity } from './findings/tally-period.entity.js';
import { WaiverEntity } from './findings/waiver.entity.js';
import { KeptAnswerEntity } from './graphql/idempotency/kept-answer.entity.js';
import { WorkspaceTallyEntity } from './findings/workspace-tally.entity.js';
import { CollectionItemEntity } from './importing/collection-item.entity.js';
import { JudgeQuestionEntity } from './consulting/judge-question.entity.js';
import { SecondOpinionEntity } from './consulting/second-opinion.entity.js';
import { JobInputEntity } from './jobs/job-input.entity.js';
import { JobEntity } from './jobs/job.entity.js';
import { CommentEntity } from './reviews/comment.entity.js';
import { VerdictEntity } from './reviews/verdict.entity.js';
import { PublisherEntity } from './sources/publisher.entity.js';
import { ReferenceEntity } from './sources/reference.entity.js';
import { CitationComparisonEntity } from './claims/citation-comparison.entity.js';
import { ComparisonDueEntity } from './claims/comparison-due.entity.js';
import { SnapshotTextEntity } from './sources/snapshot-text.entity.js';
import { SnapshotEntity } from './sources/snapshot.entity.js';
import { SourceEntity } from './sources/source.entity.js';
import { WebhookDeliveryEntity } from './webhooks/webhook-delivery.entity.js';
import { WebhookEntity } from './webhooks/webhook.entity.js';
import { ApiTokenEntity } from './workspaces/api-token.entity.js';
import { MemberEntity } from './workspaces/member.entity.js';
import { WorkspaceEntity } from './workspaces/workspace.entity.js';

/** How every row is stored: the one list of all entities. */
export const ENTITIES = [
  WorkspaceEntity,
  MemberEntity,
  ApiTokenEntity,
  ArticleEntity,
  RevisionEntity,
  MarkerEntity,
  PastRowEntity,
  PublisherEntity,
  SourceEntity,
  SnapshotEntity,
  SnapshotTextEntity,
  ReferenceEntity,
  ClaimEntity,
  ClaimTextEntity,
  ClaimPartEntity,
  ClaimRevisionEntity,
  ClaimCutEntity,
  CitationEntity,
  CitationComparisonEntity,
  ComparisonDueEntity,
  SecondOpinionEntity,
  JudgeQuestionEntity,
  FindingEntity,
  WaiverEntity,
  ArticleTallyEntity,
  WorkspaceTallyEntity,
  TallyDeltaEntity,
  TallyHourEntity,
  TallyPeriodEntity,
  BreakdownTotalEntity,
  BreakdownShareEntity,
  BreakdownDueEntity,
  VerdictEntity,
  CommentEntity,
  EventEntity,
  EventCounterEntity,
  JobEntity,
  JobInputEntity,
  CollectionItemEntity,
  KeptAnswerEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
] as const;
