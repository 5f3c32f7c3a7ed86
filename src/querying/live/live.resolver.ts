import { Args, Context, ID, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { ClaimLoader } from '../../claims/claim.loader.js';
import { Claim } from '../../claims/claim.type.js';
import { FindingLoader } from '../../findings/finding.loader.js';
import { EvidenceSummary, Finding } from '../../findings/finding.type.js';
import { StandingEnum } from '../../graphql/enums.js';
import { uuidArgument } from '../../graphql/ids.js';
import { badInput } from '../../graphql/request-error.js';
import { contextFor, type RequestContext } from '../../graphql/request-context.js';
import type { Standing } from '../../judging/evidence.js';
import { TotalsLoader } from '../totals.loader.js';
import { ChangeFeeds } from './change-feeds.js';
import { toChangeCursor, type ChangePlace } from './claim-change.js';
import { ClaimChangeStream } from './claim-change-stream.js';
import { HistoryStream } from './history-stream.js';
import { ClaimChangeType, HistoryPlace } from './live.type.js';
import { readPlace } from './read-place.js';
import { SummaryStream } from './summary-stream.js';

/** Kinds that a subscriber names, at most: there are some fifty. */
const MOST_KINDS = 100;

/** What is told as it happens. Whoever may read may listen. */
@Resolver(() => ClaimChangeType)
export class LiveResolver {
  constructor(
    private readonly feeds: ChangeFeeds,
    private readonly totals: TotalsLoader,
    private readonly claims: ClaimLoader,
    private readonly findings: FindingLoader,
  ) {}

  @Subscription(() => ClaimChangeType, {
    description:
      'Claims as they change, each change once and in the order in which things happened: one for each claim that an event was about, that stands otherwise since, or of which findings came or went. After an import: one for each claim that is new, reads otherwise or stands otherwise. Of one event, the first 1,000 claims are told. Who takes them too slowly is told so by an error, SUBSCRIBER_TOO_SLOW.',
  })
  async claimChanged(
    @Context() { viewer }: RequestContext,
    @Args('articleId', { type: () => ID, nullable: true, description: 'In this article; in all when left out.' })
    articleId?: string | null,
    @Args('standings', {
      type: () => [StandingEnum],
      nullable: true,
      description: 'Only claims that stand so since the event; however they stand when left out.',
    })
    standings?: Standing[] | null,
    @Args('after', {
      type: () => String,
      nullable: true,
      description:
        'The cursor of a change, or one of the history of the workspace: first what came after it, then what comes. From now on when left out.',
    })
    after?: string | null,
  ): Promise<ClaimChangeStream> {
    const { workspaceId } = viewer;
    const filter = {
      articleUuid: articleId == null ? null : uuidArgument('Article', articleId, ['articleId']),
      standings: standings == null ? null : new Set(standings),
    };
    const place = after == null ? null : neededPlace(after);
    const share = await this.feeds.share(workspaceId);
    return new ClaimChangeStream(share, place ?? share.feed.now, filter, (seq) => this.feeds.missed(workspaceId, seq));
  }

  @Subscription(() => EvidenceSummary, {
    description:
      'Totals of the workspace or of an article: first as they are, then whenever they are others, at most once a second.',
  })
  async summaryChanged(
    @Context() { viewer, baseUrl }: RequestContext,
    @Args('articleId', { type: () => ID, nullable: true, description: 'Of this article; of all when left out.' })
    articleId?: string | null,
  ): Promise<SummaryStream> {
    const articleUuid = articleId == null ? null : uuidArgument('Article', articleId, ['articleId']);
    const share = await this.feeds.share(viewer.workspaceId);
    return new SummaryStream(share, articleUuid, () =>
      this.totals.summary(contextFor(baseUrl, viewer), articleId == null ? null : { articleId }),
    );
  }

  @Subscription(() => HistoryPlace, {
    description:
      'How far the history of the workspace is: first as it is, then whenever something happened, at most twice a second. Tells also of what changes no claim, such as members, tokens and titles: read anew then what you show of it.',
  })
  async historyChanged(
    @Context() { viewer }: RequestContext,
    @Args('kinds', {
      type: () => [String],
      nullable: true,
      description:
        'Only of events of these kinds, as `Event.kind` tells them: "member.added"; or "member", for all of them that begin so. Of all when left out.',
    })
    kinds?: string[] | null,
    @Args('articleId', {
      type: () => ID,
      nullable: true,
      description: 'Only of events of this article, whatever their kind: not together with `kinds`.',
    })
    articleId?: string | null,
  ): Promise<HistoryStream> {
    if (kinds && kinds.length > MOST_KINDS) throw badInput(['kinds'], `more than ${MOST_KINDS} kinds; leave them out`);
    if (kinds && articleId != null) throw badInput(['kinds'], 'stand beside `articleId`; leave one of the two out');
    const articleUuid = articleId == null ? null : uuidArgument('Article', articleId, ['articleId']);
    return new HistoryStream(await this.feeds.share(viewer.workspaceId), (feed) =>
      articleUuid === null ? feed.lastOfKinds(kinds ?? null) : feed.lastOf(articleUuid),
    );
  }

  @ResolveField(() => String, {
    description:
      'How far this change is: `claimChanged(after:)` goes on from here, and so does `history(after:)` of the article, the claim or the workspace.',
  })
  cursor(@Parent() { place }: ClaimChangeType): string {
    return toChangeCursor(place);
  }

  @ResolveField(() => Claim, { description: 'The claim, as it is by now.' })
  claim(@Context() context: RequestContext, @Parent() { claimUuid }: ClaimChangeType): Promise<Claim | null> {
    return this.claims.byId(context, claimUuid);
  }

  @ResolveField(() => [Finding], { description: 'Its findings that came with the event.' })
  opened(@Context() context: RequestContext, @Parent() { opened }: ClaimChangeType): Promise<Finding[]> {
    return this.findingsOf(context, opened);
  }

  @ResolveField(() => [Finding], { description: 'Its findings that went with the event.' })
  fixed(@Context() context: RequestContext, @Parent() { fixed }: ClaimChangeType): Promise<Finding[]> {
    return this.findingsOf(context, fixed);
  }

  private async findingsOf(context: RequestContext, uuids: readonly string[]): Promise<Finding[]> {
    const findings = await Promise.all(uuids.map((uuid) => this.findings.byId(context, uuid)));
    return findings.filter((finding) => finding !== null);
  }
}

function neededPlace(cursor: string): ChangePlace {
  const place = readPlace(cursor);
  if (place) return place;
  throw badInput(
    ['after'],
    'not the cursor of a change or of the history of the workspace; take one from there, or leave it out',
  );
}
