/**
 * How far a server has come in the log of all changes (PostgreSQL's LSN): the number of a byte. Of two positions, the
 * greater one has all that the other one has.
 */
export type Position = bigint;

/** The statement for it: on a primary, all that is committed is before it; on a replica, all that can be seen there. */
export const POSITION = `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
  WHEN current_setting('synchronous_commit') = 'off' THEN pg_current_wal_insert_lsn()
  ELSE pg_current_wal_flush_lsn() END AS position`;

/** @param text as PostgreSQL writes it: "16/B374D848". @returns null when it is no position */
export function readPosition(text: string): Position | null {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  return high === undefined || low === undefined ? null : (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export const writePosition = (position: Position): string =>
  `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase();

/** A server's word at one moment. */
interface Mark {
  readonly position: Position;
  /** Of this process's clock, in milliseconds. */
  at: number;
}

/** Where the primary was at which moment, so that the position of a replica tells how old is what it shows. */
export class Marks {
  /** The oldest first. */
  private readonly marks: Mark[] = [];

  constructor(private readonly kept = 1_000) {}

  /** @param at a moment before the primary said so */
  add(position: Position, at: number): void {
    const last = this.marks.at(-1);
    // After a failover the log can be shorter than it was: what was told of the former primary says nothing of this one.
    if (last && position < last.position) this.marks.length = 0;
    if (last && position === last.position) last.at = at;
    else this.marks.push({ position, at });
    if (this.marks.length > this.kept) this.marks.splice(0, this.marks.length - this.kept);
  }

  /** @returns the moment up to which all that was committed is before a position; null: not known */
  momentOf(position: Position): number | null {
    return this.marks.findLast((mark) => mark.position <= position)?.at ?? null;
  }
}
