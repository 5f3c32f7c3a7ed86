import { isDeepStrictEqual } from 'node:util';
import type { EvidenceSummary } from '../../findings/finding.type.js';
import type { FeedShare } from './change-feeds.js';
import { LiveStream } from './live-stream.js';

/** How often a subscriber is told totals, at most: once in so many milliseconds. */
const INTERVAL_MS = 1_000;

/** Totals as they are, and again whenever they are others. */
export class SummaryStream extends LiveStream<EvidenceSummary> {
  /** The event after which they were looked at last. */
  private lookedAt = -1;
  private notBefore = 0;
  private told: EvidenceSummary | null = null;

  /** @param articleUuid null: of the workspace */
  constructor(
    private readonly feedShare: FeedShare,
    private readonly articleUuid: string | null,
    private readonly read: () => Promise<EvidenceSummary>,
  ) {
    super(feedShare);
  }

  protected override async look(): Promise<readonly EvidenceSummary[]> {
    const { feed } = this.feedShare;
    const wait = this.notBefore - performance.now();
    if (feed.lastOf(this.articleUuid) <= this.lookedAt) return [];
    if (wait > 0) {
      setTimeout(() => this.wake(), wait).unref();
      return [];
    }
    this.notBefore = performance.now() + INTERVAL_MS;
    const last = feed.lastOf(this.articleUuid);
    const summary = await feed.summary(this.articleUuid, last, this.read);
    // When that fails, they are looked at again.
    this.lookedAt = last;
    if (isDeepStrictEqual(summary, this.told)) return [];
    this.told = summary;
    return [summary];
  }
}
