import pg from 'pg';

/** As PostgreSQL writes a time to a client whose time zone is UTC, in years of four digits. */
const USUAL = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

const read = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown;

/**
 * A time as answers have it, in UTC to the millisecond: what is finer is cut off, as it is for a `Date`.
 *
 * @param text of a `timestamptz`, as PostgreSQL sends it
 * @throws RangeError for what a `Date` cannot hold
 */
export function timeText(text: string): string {
  const usual = USUAL.exec(text);
  if (!usual || text.startsWith('0000')) return timeOf(text).toISOString();
  const [, day, clock, fraction = ''] = usual;
  return `${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function timeOf(text: string): Date {
  const time = read(text);
  if (time instanceof Date) return time;
  throw new RangeError(`no time that can be told: ${text}`);
}
