import { useEffect, useState } from 'react';
import { useDebounced } from './debounced.js';
import { useAddress } from './use-address.js';

/** In the address: the claim that keys are about. */
export const CLAIM_IN_ADDRESS = 'claim';
/** Browsers take no more than some ten changes of the address a second, and a held key makes thirty. */
const STANDS_STILL_MS = 150;

/**
 * The claim that keys are about, as the address says once they stand still: what they do next goes by where they are, not by what
 * is in the address.
 *
 * @returns the claim; the one at which somebody stopped, to be brought; what sets it
 */
export function useCurrent(): [current: string | null, settled: string | null, set: (id: string | null) => void] {
  const { asked, isArrival, change } = useAddress();
  const named = asked.get(CLAIM_IN_ADDRESS);
  const [current, setCurrent] = useState(named);
  const settled = useDebounced(current, STANDS_STILL_MS);
  const [seen, setSeen] = useState(named);
  if (named !== seen) {
    setSeen(named);
    // What was written here comes back when keys may have gone on: only who went back or followed a link goes there.
    if (isArrival) setCurrent(named);
  }
  useEffect(() => change({ [CLAIM_IN_ADDRESS]: settled }), [change, settled]);
  return [current, settled, setCurrent];
}
