import type { TrendInterval } from '../../api/graphql.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far back one looks, and how long a point of the charts is then: enough to see, few enough to tell apart. */
const PERIODS = {
  week: { days: 7, interval: 'DAY' },
  month: { days: 30, interval: 'DAY' },
  quarter: { days: 91, interval: 'WEEK' },
  year: { days: 365, interval: 'WEEK' },
} as const satisfies Readonly<Record<string, { readonly days: number; readonly interval: TrendInterval }>>;

export type PeriodName = keyof typeof PERIODS;
export const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[];

export const isPeriod = (text: string | null): text is PeriodName =>
  (PERIOD_NAMES as readonly (string | null)[]).includes(text);

/** What the API is asked for. The same all through an hour, so that what is cached answers. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly interval: TrendInterval;
}

/** @param now milliseconds since 1970 */
export function periodOf(name: PeriodName, now: number): Period {
  const { days, interval } = PERIODS[name];
  const to = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return { from: new Date(to - days * DAY_MS).toISOString(), to: new Date(to).toISOString(), interval };
}
