import { useEffect, useState } from 'react';
import { useClient, useSubscription } from 'urql';
import { graphql, type VariablesOf } from '../../api/graphql.js';
import { ownChanges } from '../../api/own-changes.js';
import { useViewer } from '../viewer.js';
import { areAllBy } from './all-by.js';

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

/** The newest of what happened in the workspace or an article. */
const SINCE = graphql(`
  query HistorySince($subject: ID!) {
    history(subjectId: $subject, last: 50) {
      edges {
        node {
          kind
          position
          actor {
            id
            version
          }
        }
      }
    }
  }
`);

/** The last place that was told, how often it was another than before, and the first. */
interface Told {
  readonly position: number;
  readonly times: number;
  readonly first: number;
}

/** Events of which kinds, or of which article. */
type Of = VariablesOf<typeof HISTORY_CHANGED>;

/** @param of what, as the API takes it: events of some kinds, or their first words; or of an article; of all when left out */
function useHistoryTold(of: Of): Told | undefined {
  const [{ data }] = useSubscription(
    { query: HISTORY_CHANGED, variables: of },
    (told: Told | undefined, { historyChanged: { position } }): Told => {
      if (told?.position === position) return told;
      return { position, times: told ? told.times + 1 : 0, first: told?.first ?? position };
    },
  );
  return data;
}

/**
 * How often something was told to have happened since the page was opened. After a lost connection it is told again how things are, which
 * may be as they were.
 *
 * @param of what, as `useHistoryTold` takes it
 */
export const useTold = (of: Of = {}): number => useHistoryTold(of)?.times ?? 0;

/**
 * What `Anew` says of a list that what others did may have made another. What one did oneself shows at once: it is no news.
 *
 * @param of what happened, as `useTold` takes it
 * @param again brings the list anew
 */
export function useAnew(of: Of, again: () => void): { readonly isOld: boolean; readonly onAnew: () => void } {
  const client = useClient();
  const { member, workspace } = useViewer();
  const told = useHistoryTold(of);
  /** Up to where it shows, and up to where others did something; null: as far as it was told of first. */
  const [seen, setSeen] = useState<number | null>(null);
  const [news, setNews] = useState(0);
  const from = seen ?? told?.first ?? 0;
  const position = told?.position ?? 0;
  const isOwn = async (): Promise<boolean> => {
    if (!ownChanges.areRecent()) return false;
    const variables = { subject: of.articleId ?? workspace.id };
    const { data } = await client.query(SINCE, variables, { requestPolicy: 'network-only' }).toPromise();
    const events = data?.history.edges.map(({ node }) => node) ?? [];
    return areAllBy(member.id, events, { from, to: position, kinds: of.kinds ?? null });
  };
  useEffect(() => {
    if (position <= from) return;
    void isOwn().then((own) => {
      if (!own) return setNews(position);
      setSeen(position);
      again();
    });
    // Once for each time that it is told.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [position]);
  return {
    isOld: news > from,
    onAnew: () => {
      setSeen(position);
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
