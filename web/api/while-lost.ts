import type { Connection } from './connection.js';

export interface Trying {
  /** Tries to reach the server; the connection is told of what comes of it by who sends. */
  readonly tryIt: () => Promise<unknown>;
  /** Called once when it is there again. */
  readonly onBack: () => void;
  /** @param attempts so far */
  readonly waitMs: (attempts: number) => number;
}

/**
 * Tries again and again while a connection is lost: else a page on which nobody asks for anything would not know that
 * the server is back, and edits would go on waiting.
 *
 * @returns ends it
 */
export function whileLost(connection: Connection, { tryIt, onBack, waitMs }: Trying): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (attempts: number): void => {
    timer = setTimeout(() => {
      void tryIt().then(() => {
        if (timer !== undefined && !connection.isThere()) later(attempts + 1);
      });
    }, waitMs(attempts));
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const end = connection.subscribe(() => {
    stop();
    if (connection.isThere()) onBack();
    else later(0);
  });
  return () => {
    end();
    stop();
  };
}
