import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { graphql, type VariablesOf } from '../../api/graphql.js';

const TOTALS_CHANGED = graphql(`
  subscription TotalsChanged {
    summaryChanged {
      claims
    }
  }
`);

const HISTORY_CHANGED = graphql(`
  subscription HistoryChanged($kinds: [String!], $articleId: ID) {
    historyChanged(kinds: $kinds, articleId: $articleId) {
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
 * @param of what, as the API takes it: events of some kinds, or their first words; or of an article; of all when left out
 */
export function useTold(of: VariablesOf<typeof HISTORY_CHANGED> = {}): number {
  const [{ data }] = useSubscription(
    { query: HISTORY_CHANGED, variables: of },
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
 * @param of what happened, as `useTold` takes it
 * @param again brings the list anew
 */
export function useAnew(
  of: VariablesOf<typeof HISTORY_CHANGED>,
  again: () => void,
): { readonly isOld: boolean; readonly onAnew: () => void } {
  const told = useTold(of);
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
 * @param of what happened, as `useTold` takes it
 * @param again the same function as long as it asks the same
 */
export function useFresh(of: VariablesOf<typeof HISTORY_CHANGED>, again: () => void): void {
  const told = useTold(of);
  useEffect(() => {
    if (told > 0) again();
  }, [told, again]);
}
