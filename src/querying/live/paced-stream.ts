import type { ChangeFeed } from './change-feed.js';
import type { FeedShare } from './change-feeds.js';
import { LiveStream } from './live-stream.js';

/** How something is: at once, and again whenever events have come since, once in a while at most. */
export abstract class PacedStream<T> extends LiveStream<T> {
  /** The event after which it was looked at last. */
  private lookedAt = -1;
  private notBefore = 0;

  /**
   * @param intervalMs how long a subscriber is told nothing more, at least, in milliseconds
   * @param lastOf the place of the newest event that may have changed it
   */
  constructor(
    private readonly feedShare: FeedShare,
    private readonly intervalMs: number,
    private readonly lastOf: (feed: ChangeFeed) => number,
  ) {
    super(feedShare);
  }

  /** How it is after an event. @returns nothing: as it was told last. @throws it is looked at again */
  protected abstract after(last: number, feed: ChangeFeed): Promise<readonly T[]>;

  protected override async look(): Promise<readonly T[]> {
    const { feed } = this.feedShare;
    const last = this.lastOf(feed);
    if (last <= this.lookedAt) return [];
    const wait = this.notBefore - performance.now();
    if (wait > 0) {
      setTimeout(() => this.wake(), wait).unref();
      return [];
    }
    this.notBefore = performance.now() + this.intervalMs;
    const found = await this.after(last, feed);
    this.lookedAt = last;
    return found;
  }
}
