import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDebounced } from '../../parts/debounced.js';

const CLAIM = 'claim';
/** Browsers take no more than some ten changes of the address a second, and a held key makes thirty. */
const STANDS_STILL_MS = 150;

/**
 * The claim that keys are about, as the address says.
 *
 * @returns the claim; the one at which somebody stopped, to be brought; what sets it
 */
export function useCurrent(): [current: string | null, settled: string | null, set: (id: string | null) => void] {
  const [address, setAddress] = useSearchParams();
  const named = address.get(CLAIM);
  const [current, setCurrent] = useState(named);
  const settled = useDebounced(current, STANDS_STILL_MS);
  const [seen, setSeen] = useState(named);
  if (named !== seen) {
    setSeen(named);
    // Somebody went back, or followed a link.
    if (named !== settled) setCurrent(named);
  }
  useEffect(() => {
    setAddress(
      (now) => {
        if (now.get(CLAIM) === settled) return now;
        const next = new URLSearchParams(now);
        if (settled === null) next.delete(CLAIM);
        else next.set(CLAIM, settled);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
    // Only where somebody stopped: what sets it is another function whenever the address is another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return [current, settled, setCurrent];
}
