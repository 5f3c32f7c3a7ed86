import { isDeepStrictEqual } from 'node:util';
import type { EvidenceSummary } from '../../findings/finding.type.js';
import type { ChangeFeed } from './change-feed.js';
import type { FeedShare } from './change-feeds.js';
import { PacedStream } from './paced-stream.js';

/** How often a subscriber is told totals, at most: once in so many milliseconds. */
const INTERVAL_MS = 1_000;

/** Totals as they are, and again whenever they are others. */
export class SummaryStream extends PacedStream<EvidenceSummary> {
  private told: EvidenceSummary | null = null;

  /** @param articleUuid null: of the workspace */
  constructor(
    feedShare: FeedShare,
    private readonly articleUuid: string | null,
    private readonly read: () => Promise<EvidenceSummary>,
  ) {
    super(feedShare, INTERVAL_MS, (feed) => feed.lastOf(articleUuid));
  }

  protected override async after(last: number, feed: ChangeFeed): Promise<readonly EvidenceSummary[]> {
    const summary = await feed.summary(this.articleUuid, last, this.read);
    if (isDeepStrictEqual(summary, this.told)) return [];
    this.told = summary;
    return [summary];
  }
}
