import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '../../api/graphql.js';

const TOTALS_CHANGED = graphql(`
  subscription TotalsChanged {
    summaryChanged {
      claims
    }
  }
`);

const HISTORY_CHANGED = graphql(`
  subscription HistoryChanged($kinds: [String!]) {
    historyChanged(kinds: $kinds) {
      position
    }
  }
`);

/** How often the totals of the workspace were told to be others since the page was opened. */
export function useTotalsTold(): number {
  const [{ data }] = useSubscription({ query: TOTALS_CHANGED }, (told: number | undefined) => (told ?? 0) + 1);
  // The first tells how things are.
  return Math.max(0, (data ?? 0) - 1);
}

/** The last place that was told, and how often it was another than before. */
interface Told {
  readonly position: number;
  readonly times: number;
}

/**
 * How often something was told to have happened since the page was opened. After a lost connection it is told again how things are, which
 * may be as they were.
 *
 * @param kinds of events, or their first words, as the API takes them; all when left out
 */
export function useTold(kinds?: readonly string[]): number {
  const [{ data }] = useSubscription(
    { query: HISTORY_CHANGED, variables: { kinds: kinds ? [...kinds] : null } },
    (told: Told | undefined, { historyChanged: { position } }): Told => {
      if (told?.position === position) return told;
      return { position, times: told ? told.times + 1 : 0 };
    },
  );
  return data?.times ?? 0;
}

/**
 * What `Anew` says of a list that what happened may have made another.
 *
 * @param kinds of what happened
 * @param again brings the list anew
 */
export function useAnew(
  kinds: readonly string[],
  again: () => void,
): { readonly isOld: boolean; readonly onAnew: () => void } {
  const told = useTold(kinds);
  const [seen, setSeen] = useState(0);
  return {
    isOld: told > seen,
    onAnew: () => {
      setSeen(told);
      again();
    },
  };
}

/**
 * Has what is shown asked for anew, in place, whenever something of some kinds happened: for short lists, in which what somebody acts on
 * is named.
 *
 * @param again the same function as long as it asks the same
 */
export function useFresh(kinds: readonly string[], again: () => void): void {
  const told = useTold(kinds);
  useEffect(() => {
    if (told > 0) again();
  }, [told, again]);
}
