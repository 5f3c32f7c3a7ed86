import { askedWait } from '../fetching/retry-after.js';
import { GONE } from './disabled-cause.js';

/** What an attempt led to: a status, or why there was no answer. */
export interface Answer {
  /** Null: there was no answer. */
  readonly status: number | null;
  /** What went wrong, for people; null after success. */
  readonly error: string | null;
  /** The header Retry-After, as it came. */
  readonly retryAfter: string | null;
}

/** What is to be done after an attempt. */
export type Verdict =
  | { readonly kind: 'DELIVERED' }
  /** The same message again, not before `at`. */
  | { readonly kind: 'RETRY'; readonly at: Date }
  /** The receiver does not take this message; the next one may go well. */
  | { readonly kind: 'GIVE_UP' }
  /** Nothing more is sent until somebody looks after it. */
  | { readonly kind: 'DISABLE'; readonly reason: string };

/** The first wait, in milliseconds; each further one is `GROWTH` times as long, up to `LONGEST_MS`. */
const FIRST_MS = 5_000;
const GROWTH = 4;
const LONGEST_MS = 4 * 3_600_000;
/** Waits are longer or shorter by up to this part, so that those who failed together do not come back together. */
const JITTER = 0.25;
/** A receiver that asks for more patience than this is asked again all the same, in milliseconds. */
const LONGEST_ASKED_MS = 24 * 3_600_000;
/** How long nothing may be delivered before nothing more is sent, in milliseconds. */
export const PATIENCE_MS = 3 * 24 * 3_600_000;
/** How often a message is offered that the receiver says is wrong. */
export const ATTEMPTS_REFUSED = 4;
/**
 * What is said of a message, not of the receiver's own state: that it is malformed, too large, of the wrong type, or in
 * conflict. Others, such as 401 and 404, are of a receiver that is not set up rightly, and hold for all messages.
 */
const REFUSED = new Set([400, 406, 409, 411, 413, 415, 422, 431]);

/**
 * What follows from an answer.
 *
 * @param attempt which one of this message it was, from 1
 * @param failingSince when the first attempt failed since the last message that was delivered; null: just now
 * @param random from 0 to 1
 */
export function judgeAnswer(
  answer: Answer,
  attempt: number,
  failingSince: Date | null,
  now: Date,
  random: number,
): Verdict {
  const { status } = answer;
  if (status !== null && status >= 200 && status <= 299) return { kind: 'DELIVERED' };
  if (status === 410) {
    return { kind: 'DISABLE', reason: GONE };
  }
  if (failingSince && now.getTime() - failingSince.getTime() >= PATIENCE_MS) {
    const reason = `nothing could be delivered since ${failingSince.toISOString()}; the last time: ${answer.error ?? ''}`;
    return { kind: 'DISABLE', reason };
  }
  if (status !== null && REFUSED.has(status) && attempt >= ATTEMPTS_REFUSED) return { kind: 'GIVE_UP' };
  const usual = Math.min(FIRST_MS * GROWTH ** (attempt - 1), LONGEST_MS);
  const wait = usual * (1 + JITTER * (2 * random - 1));
  const asked = Math.min(askedWait(answer.retryAfter, now), LONGEST_ASKED_MS);
  return { kind: 'RETRY', at: new Date(now.getTime() + Math.max(wait, asked)) };
}
