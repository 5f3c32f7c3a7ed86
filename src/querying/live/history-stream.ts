import type { FeedShare } from './change-feeds.js';
import { LiveStream } from './live-stream.js';
import type { HistoryPlace } from './live.type.js';

/** How often a subscriber is told, at most: once in so many milliseconds. */
const INTERVAL_MS = 500;

/** How far the history is: as it is, and again whenever something of some kinds happened. */
export class HistoryStream extends LiveStream<HistoryPlace> {
  private told = -1;
  private notBefore = 0;

  /** @param kinds kinds of events, or first words of them; null: all */
  constructor(
    private readonly feedShare: FeedShare,
    private readonly kinds: readonly string[] | null,
  ) {
    super(feedShare);
  }

  protected override look(): Promise<readonly HistoryPlace[]> {
    const { feed } = this.feedShare;
    const position = feed.lastOfKinds(this.kinds);
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
