import type { ChangeFeed } from './change-feed.js';
import type { FeedShare } from './change-feeds.js';
import type { HistoryPlace } from './live.type.js';
import { PacedStream } from './paced-stream.js';

/** How often a subscriber is told, at most: once in so many milliseconds. */
const INTERVAL_MS = 500;

/** How far the history is: as it is, and again whenever something that is asked for happened. */
export class HistoryStream extends PacedStream<HistoryPlace> {
  /** @param lastOf the place of the newest event that it is to tell of */
  constructor(feedShare: FeedShare, lastOf: (feed: ChangeFeed) => number) {
    super(feedShare, INTERVAL_MS, lastOf);
  }

  protected override after(last: number, feed: ChangeFeed): Promise<readonly HistoryPlace[]> {
    return Promise.resolve([feed.placeAt(last)]);
  }
}
