import type { ChangeFeed } from './change-feed.js';
import type { FeedShare } from './change-feeds.js';
import { LiveStream } from './live-stream.js';
import type { HistoryPlace } from './live.type.js';

/** How often a subscriber is told, at most: once in so many milliseconds. */
const INTERVAL_MS = 500;

/** How far the history is: as it is, and again whenever something that is asked for happened. */
export class HistoryStream extends LiveStream<HistoryPlace> {
  private told = -1;
  private notBefore = 0;

  /** @param lastOf the place of the newest event that it is to tell of */
  constructor(
    private readonly feedShare: FeedShare,
    private readonly lastOf: (feed: ChangeFeed) => number,
  ) {
    super(feedShare);
  }

  protected override look(): Promise<readonly HistoryPlace[]> {
    const { feed } = this.feedShare;
    const position = this.lastOf(feed);
    if (position <= this.told) return Promise.resolve([]);
    const wait = this.notBefore - performance.now();
    if (wait > 0) {
      setTimeout(() => this.wake(), wait).unref();
      return Promise.resolve([]);
    }
    this.notBefore = performance.now() + INTERVAL_MS;
    this.told = position;
    return Promise.resolve([feed.placeAt(position)]);
  }
}
