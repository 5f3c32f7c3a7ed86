import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.js';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** How long the page is there before parts are brought that nobody asked for yet: its first view needs the connection. */
const AFTER_MS = 4_000;

const waiting: (() => Promise<unknown>)[] = [];
let isBringing = false;

/**
 * A part that the first view does without. Its script comes when it is first shown, or when the page has been there for a while,
 * whichever is sooner: then it is there as well when the connection is not.
 */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let Part: LazyExoticComponent<ComponentType<Props>>;
  const prepare = (): void => {
    Part = lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        // Who tries again is to have another try, not the same mistake.
        prepare();
        throw error;
      }
    });
  };
  prepare();
  bringSoon(load);
  return function Later(props: Props): ReactNode {
    return (
      <ErrorBoundary>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

function bringSoon(load: () => Promise<unknown>): void {
  waiting.push(load);
  if (isBringing) return;
  isBringing = true;
  setTimeout(() => void bringAll(), AFTER_MS);
}

/** One after the other, each when there is nothing else to do. */
async function bringAll(): Promise<void> {
  for (let load = waiting.shift(); load; load = waiting.shift()) {
    await idle();
    // Whoever shows it tells what went wrong.
    await load().catch(() => undefined);
  }
  isBringing = false;
}

const idle = (): Promise<unknown> =>
  new Promise((resolve) =>
    // Safari has none.
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: AFTER_MS }) : setTimeout(resolve),
  );
