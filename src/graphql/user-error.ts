import type { NodeType } from './global-id.js';

/**
 * What a caller did that cannot be done, as a value: mutations answer with it, they do not throw. Codes are stable, for
 * programs; messages are for people and say what to do.
 */
export const USER_ERROR_CODES = [
  /** A value that can never be right: a slug with a slash, a date that is none. */
  'INVALID_INPUT',
  /** An id or slug that names nothing in the caller's workspace. */
  'NOT_FOUND',
  /** The object changed since the caller read it, or another one has the name. */
  'CONFLICT',
  /** More than the limit. */
  'TOO_LARGE',
  /** Nothing where something is needed. */
  'EMPTY',
  /** The caller's role may not do it. */
  'FORBIDDEN',
  /** Asked for together, but one excludes the other, or the state of things does. */
  'NOT_POSSIBLE',
  /** A statement, or what an address leads to, took too long. */
  'TIMEOUT',
  /** An address leads where the server does not go: a private network, a port that is not the web's. */
  'REFUSED_ADDRESS',
  /** The site of an address asks programs, by its robots.txt, not to fetch it. */
  'REFUSED_BY_ROBOTS',
  /** What an address names cannot be had: nobody answers, or with something else. It may go better later. */
  'UNREACHABLE',
  /** What an address leads to is of a kind that cannot be read. */
  'UNSUPPORTED_TYPE',
] as const;

export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** What there is of an object where the caller saw another version. */
export interface CurrentState {
  readonly type: NodeType;
  readonly uuid: string;
  readonly version: number;
}

export interface UserErrorData {
  readonly code: UserErrorCode;
  readonly message: string;
  /** The path to the input's field that it is about, outermost first; null when it is about no one field. */
  readonly field: string[] | null;
  /** Of a conflict about one object. */
  readonly current?: CurrentState;
}
