import { useState } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '../../api/graphql.js';

const CHANGED = graphql(`
  subscription TotalsChanged {
    summaryChanged {
      claims
    }
  }
`);

/** How often the totals of the workspace were told to be others since the page was opened: then a list may be another. */
export function useTold(): number {
  const [{ data }] = useSubscription({ query: CHANGED }, (told: number | undefined) => (told ?? 0) + 1);
  // The first tells how things are.
  return Math.max(0, (data ?? 0) - 1);
}

/** What `Anew` says of a list that any change may have made another. @param again brings the list anew */
export function useAnew(again: () => void): { readonly isOld: boolean; readonly onAnew: () => void } {
  const told = useTold();
  const [seen, setSeen] = useState(0);
  return {
    isOld: told > seen,
    onAnew: () => {
      setSeen(told);
      again();
    },
  };
}
