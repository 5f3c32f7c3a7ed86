/** A stretch of time in milliseconds since 1970, UTC, `end` exclusive. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const DATE = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$/;

/**
 * The time that a date covers, as precise as it is stated: a year, half, quarter, month or day. Null for a date without a
 * year, and for one that no calendar has.
 */
export function periodOf(date: string): Period | null {
  const match = DATE.exec(date);
  if (!match) return null;
  const [, year, month, day, quarter, half] = match.map((part) => (part === undefined ? null : Number(part)));
  if (quarter) return months(year!, (quarter - 1) * 3, 3);
  if (half) return months(year!, (half - 1) * 6, 6);
  if (!month) return month === null ? months(year!, 0, 12) : null;
  if (month > 12) return null;
  if (day === null) return months(year!, month - 1, 1);
  const start = Date.UTC(year!, month - 1, day);
  return new Date(start).getUTCDate() === day ? { start, end: start + DAY } : null;
}

/** In milliseconds. */
export const DAY = 86_400_000;

const months = (year: number, first: number, count: number): Period => ({
  start: Date.UTC(year, first, 1),
  end: Date.UTC(year, first + count, 1),
});
