import { useCallback } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { SUMMARY, TREND, type Point, type Summary } from './documents.js';
import { periodOf } from './period.js';
import { useAskedAnew, useNow } from './use-asked-anew.js';
import type { View } from './view.js';

/** A new point comes with an hour at the soonest. */
const LOOKED_AT_MS = 60_000;

export interface Totals {
  readonly summary: Summary | undefined;
  readonly points: readonly Point[] | undefined;
  /** Why there is no summary, or an old one. */
  readonly error: CombinedError | undefined;
  /** The same of the points. */
  readonly trendError: CombinedError | undefined;
  again(): void;
}

/** How what the address names stands, and has stood; asked anew when that changes, and with each hour. */
export function useTotals({ desk, period }: View, changes: number): Totals {
  const now = useNow(LOOKED_AT_MS);
  const filter = desk === null ? null : { desk };
  const [summary, askSummary] = useQuery({ query: SUMMARY, variables: { filter } });
  const [trend, askTrend] = useQuery({ query: TREND, variables: { ...periodOf(period, now), desk } });
  useAskedAnew(changes, askSummary);
  useAskedAnew(changes, askTrend);
  const again = useCallback(() => {
    askSummary({ requestPolicy: 'network-only' });
    askTrend({ requestPolicy: 'network-only' });
  }, [askSummary, askTrend]);
  return {
    summary: summary.data?.evidenceSummary,
    points: trend.data?.evidenceTrend,
    error: summary.error,
    trendError: trend.error,
    again,
  };
}
