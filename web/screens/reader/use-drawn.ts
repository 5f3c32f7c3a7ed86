import { startTransition, useEffect, useState } from 'react';

/** Sections that are drawn at once: as many as any screen shows. */
const FIRST = 16;
/** Sections that are drawn at a time from then on: few enough that a slow telephone goes on answering to its user. */
const STEP = 24;

/**
 * How many sections of a text are drawn by now: at first those that are seen, then more, as the browser has time, until all of them are: what
 * is not drawn, the browser's search, print and screen readers do not have.
 *
 * @param count of all that there are so far
 * @param needed how many are wanted at once
 */
export function useDrawn(count: number, needed: number): number {
  const [soFar, setSoFar] = useState(FIRST);
  const drawn = Math.min(count, Math.max(soFar, needed));
  useEffect(() => {
    // What was wanted at once stays when it is not any more.
    if (soFar < count) startTransition(() => setSoFar(drawn + STEP));
  }, [soFar, drawn, count]);
  return drawn;
}
