import { badInput } from '../../graphql/request-error.js';

/** Lengths of the intervals of a trend. */
export type Interval = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

/** A stretch of time between two boundaries in UTC: from the first, up to the second and without it. */
export interface TimeSpan {
  readonly from: Date;
  readonly to: Date;
}

/** Points of one trend. */
export const MAX_POINTS = 1_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The boundary at or before a moment, in UTC. Weeks begin on Mondays, as ISO 8601 has them. */
export function intervalStart(interval: Interval, at: Date): Date {
  const start = new Date(at);
  if (interval === 'HOUR') return new Date(start.setUTCMinutes(0, 0, 0));
  start.setUTCHours(0, 0, 0, 0);
  if (interval === 'WEEK') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7));
  if (interval === 'MONTH') start.setUTCDate(1);
  return start;
}

/** The boundary after one. */
export function nextStart(interval: Interval, start: Date): Date {
  if (interval === 'HOUR') return new Date(start.getTime() + HOUR_MS);
  if (interval === 'DAY') return new Date(start.getTime() + DAY_MS);
  if (interval === 'WEEK') return new Date(start.getTime() + 7 * DAY_MS);
  const next = new Date(start);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}

/**
 * The whole intervals that have a moment in common with the time from `from` up to `to`, in order; none that begins after
 * `now`.
 *
 * @throws RequestError BAD_USER_INPUT when `from` is not the earlier one, or there would be too many of them
 */
export function intervalsBetween(interval: Interval, { from, to }: TimeSpan, now: Date): TimeSpan[] {
  if (from >= to) throw badInput(['from'], 'is not before `to`; name the earlier time first');
  const spans: TimeSpan[] = [];
  for (let start = intervalStart(interval, from); start < to && start <= now;) {
    const next = nextStart(interval, start);
    spans.push({ from: start, to: next });
    if (spans.length > MAX_POINTS) {
      const many = `more than ${MAX_POINTS.toLocaleString('en')} intervals of one ${interval}`;
      throw badInput(['interval'], `there are ${many} in this time; take longer ones, or a shorter time`);
    }
    start = next;
  }
  return spans;
}
