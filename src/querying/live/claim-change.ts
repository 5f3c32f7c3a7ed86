import { decodeCursor, encodeCursor } from '../../graphql/cursor.js';
import type { Standing } from '../../judging/evidence.js';

/** What an event did to one claim. UUIDs. */
export interface ClaimChange {
  readonly claimUuid: string;
  readonly articleUuid: string;
  /** Null: the claim is new. */
  readonly previousStanding: Standing | null;
  readonly standing: Standing;
  readonly opened: readonly string[];
  readonly fixed: readonly string[];
  readonly at: Date;
  /** The event's place in the order of the workspace. */
  readonly position: number;
  /** How many more claims the event changed than are told. */
  readonly omitted: number;
  /** All that was told up to this change. */
  readonly place: ChangePlace;
}

/** An event of a workspace, and what it did to claims. */
export interface EventChanges {
  /** Its place in the order of the workspace, from 1 and without a gap. */
  readonly seq: number;
  /** What happened: "claim.updated". */
  readonly kind: string;
  readonly articleUuid: string;
  /** In the order of the claims' ids, which is that in which they were made. */
  readonly changes: readonly ClaimChange[];
}

/** How far somebody is in the changes of a workspace. */
export interface ChangePlace {
  /** All of the events up to this one are told. */
  readonly seq: number;
  /** Of the event after it, the changes of claims up to this one; null: none. */
  readonly claim: string | null;
}

const ORDER = 'claim changes';
const NO_CLAIM = '00000000-0000-0000-0000-000000000000';

export const toChangeCursor = ({ seq, claim }: ChangePlace): string =>
  encodeCursor(ORDER, [String(seq), claim ?? NO_CLAIM]);

/** The place that a cursor of a change holds; null for any other text. */
export function fromChangeCursor(cursor: string): ChangePlace | null {
  const key = decodeCursor(cursor, ORDER, ['bigint', 'uuid']);
  if (!key) return null;
  const [seq, claim] = key as [string, string];
  return { seq: Number(seq), claim: claim === NO_CLAIM ? null : claim };
}
