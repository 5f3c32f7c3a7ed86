import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.js';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** How long the page is there before parts are brought that nobody asked for yet: its first view needs the connection. */
const AFTER_MS = 4_000;

const waiting: (() => Promise<unknown>)[] = [];
let isBringing = false;
/** Stylesheets that could not be fetched: Vite's own code asks for each once, whatever comes of it. */
const failedStyles = new Set<HTMLLinkElement>();

/**
 * A part that the first view does without. Its script comes when it is first shown, or when the page has been there for a while,
 * whichever is sooner: then it is there as well when the connection is not. Who shows it without a connection before that sees it when
 * the connection is back.
 */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let Part: LazyExoticComponent<ComponentType<Props>>;
  const prepare = (): void => {
    Part = lazy(async () => {
      try {
        return { default: await bring(load) };
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
  document.addEventListener('error', noteFailed, true);
  setTimeout(() => void bringAll(), AFTER_MS);
}

function noteFailed({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target);
}

/** One after the other, each when there is nothing else to do. */
async function bringAll(): Promise<void> {
  for (let load = waiting.shift(); load; load = waiting.shift()) {
    await idle();
    // Whoever shows it tells what went wrong.
    await bring(load).catch(() => undefined);
  }
  isBringing = false;
}

/** @throws what the browser does when it has a connection, and cannot bring it all the same */
async function bring<T>(load: () => Promise<T>): Promise<T> {
  await bringStyles();
  try {
    return await load();
  } catch (error) {
    if (navigator.onLine) throw error;
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
    return await bring(load);
  }
}

/** Asks again for stylesheets that could not be fetched. */
async function bringStyles(): Promise<void> {
  const links = [...failedStyles];
  failedStyles.clear();
  await Promise.all(
    links.map(async (link) => {
      const again = link.cloneNode() as HTMLLinkElement;
      const settled = new Promise((resolve) => {
        again.addEventListener('load', resolve);
        again.addEventListener('error', resolve);
      });
      link.replaceWith(again);
      await settled;
    }),
  );
}

const idle = (): Promise<unknown> =>
  new Promise((resolve) =>
    // Safari has none.
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: AFTER_MS }) : setTimeout(resolve),
  );
