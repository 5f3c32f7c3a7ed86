import type { FeedShare } from './change-feeds.js';

/**
 * What a subscriber is told, as lists of what came in the meantime: the same objects for all who are told of a thing. Who subscribes pulls it, so that what a client does
 * not take is not read either.
 */
export abstract class LiveStream<T> implements AsyncIterableIterator<readonly T[]> {
  private readonly unlisten: () => void;
  private isEnded = false;
  private isAwake = false;
  private rouse: (() => void) | null = null;

  constructor(private readonly share: FeedShare) {
    this.unlisten = share.feed.listen(() => this.wake());
  }

  /** What there is to tell by now; nothing: it is asked again after `wake`. */
  protected abstract look(): Promise<readonly T[]>;

  protected wake(): void {
    this.isAwake = true;
    this.rouse?.();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<readonly T[]>> {
    while (!this.isEnded) {
      this.isAwake = false;
      const found = await this.look();
      if (found.length > 0) return { done: false, value: found };
      if (!this.isAwake && !this.isEnded) await new Promise<void>((resolve) => (this.rouse = resolve));
      this.rouse = null;
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<readonly T[]>> {
    if (!this.isEnded) {
      this.isEnded = true;
      this.unlisten();
      this.share.release();
      this.wake();
    }
    return Promise.resolve({ done: true, value: undefined });
  }
}
