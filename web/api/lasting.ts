/** What takes the answers of a subscription. */
export interface Sink<Value> {
  next(value: Value): void;
  error(error: unknown): void;
  complete(): void;
}

export interface LastingOptions {
  /** Whether it may go on after an error. */
  readonly isPassing: (error: unknown) => boolean;
  /** Called when it was begun anew: what happened meanwhile was told to nobody. */
  readonly onAgain: () => void;
  /** @param attempts since the last value */
  readonly waitMs: (attempts: number) => number;
}

/**
 * Subscribes, and does so again after errors that pass: else a page would go on showing what is no longer brought up to
 * date, and nobody would know.
 *
 * @returns ends it
 */
export function lasting<Value>(
  subscribe: (sink: Sink<Value>) => () => void,
  sink: Sink<Value>,
  { isPassing, onAgain, waitMs }: LastingOptions,
): () => void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: () => void = () => undefined;
  let hasEnded = false;
  const begin = (): void => {
    end = subscribe({
      next: (value) => {
        attempts = 0;
        sink.next(value);
      },
      error: (error) => {
        if (hasEnded) return;
        if (!isPassing(error)) return sink.error(error);
        timer = setTimeout(() => {
          begin();
          onAgain();
        }, waitMs(attempts++));
        return undefined;
      },
      complete: () => sink.complete(),
    });
  };
  begin();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    end();
  };
}
