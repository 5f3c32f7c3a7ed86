import { useSubscription } from 'urql';
import { countsOf, type StandingCounts, sumOf, UNSUPPORTED } from '../../parts/standing.js';
import { TOTALS } from './documents.js';
import { isWholeArticles, type QueueFilters } from './filters.js';

export interface Totals {
  /** Claims of each standing, in the workspace or in the article that is filtered by; null while they are on their way. */
  readonly byStanding: StandingCounts | null;
  /** Of those, the unsupported ones. */
  readonly unsupported: number | null;
  /** How long the list is; null where the totals do not tell. */
  readonly listed: number | null;
}

/** Totals as they are, live. */
export function useTotals(filters: QueueFilters): Totals {
  const [{ data }] = useSubscription({ query: TOTALS, variables: { article: filters.article } });
  if (!data) return { byStanding: null, unsupported: null, listed: null };
  const byStanding = countsOf(data.summaryChanged.byStanding);
  return {
    byStanding,
    unsupported: sumOf(byStanding, UNSUPPORTED),
    listed: isWholeArticles(filters) ? sumOf(byStanding, filters.standings) : null,
  };
}
