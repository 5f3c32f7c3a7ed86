import { useEffect, useRef, useState } from 'react';

/** However much happens, no chart is asked for more often. */
const EVERY_MS = 5_000;

/**
 * Asks anew when the totals are others.
 *
 * @param changes of `useTotalsTold`
 * @param ask what asks; the same function as long as it asks the same
 */
export function useAskedAnew(changes: number, ask: (options: { requestPolicy: 'cache-and-network' }) => void): void {
  const last = useRef(0);
  useEffect(() => {
    if (changes === 0) return;
    const wait = Math.max(0, last.current + EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      ask({ requestPolicy: 'cache-and-network' });
    }, wait);
    return () => clearTimeout(timer);
  }, [changes, ask]);
}

/** The time, as of the last whole step. @param stepMs how often it is looked at */
export function useNow(stepMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
