import { t } from '@lingui/core/macro';
import type { CombinedError } from 'urql';

/** What went wrong, as far as a person can do something about it. */
export type ProblemKind =
  /** Nobody answers. */
  | 'unreachable'
  /** Nobody is signed in, or not any more. */
  | 'signed-out'
  /** The role does not allow it. */
  | 'forbidden'
  /** Too much was asked in a minute. */
  | 'too-many'
  /** What is asked for is not there. */
  | 'not-found'
  /** The server cannot answer now, and may in a moment. */
  | 'unavailable'
  /** A fault of the server or of this page. */
  | 'fault';

export interface Problem {
  readonly kind: ProblemKind;
  /** In the reader's language; what only the server knows, in its words. */
  readonly message: string;
  /** When to ask again, where the server says so. */
  readonly retryAfterSeconds: number | null;
}

const KINDS: Readonly<Record<string, ProblemKind>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  TOO_MANY_REQUESTS: 'too-many',
  NOT_FOUND: 'not-found',
  UNAVAILABLE: 'unavailable',
  TIMEOUT: 'unavailable',
};

/** The server answers in errors of GraphQL also where the status tells of one; without any, nobody answered. */
export function problemOf(error: Pick<CombinedError, 'graphQLErrors'>): Problem {
  const [first] = error.graphQLErrors;
  if (!first) return { kind: 'unreachable', message: messageOf('unreachable', ''), retryAfterSeconds: null };
  const { code, retryAfterSeconds } = first.extensions as { code?: string; retryAfterSeconds?: number };
  const kind = KINDS[code ?? ''] ?? 'fault';
  return { kind, message: messageOf(kind, first.message), retryAfterSeconds: retryAfterSeconds ?? null };
}

/** What browsers and libraries say of a lost answer is in their language and helps nobody. @param words of the server */
function messageOf(kind: ProblemKind, words: string): string {
  switch (kind) {
    case 'unreachable':
      return t`There was no answer. Look whether you are connected to the network, and try again.`;
    case 'signed-out':
      return t`Sign in again to go on.`;
    case 'forbidden':
      return t`Your role does not allow it.`;
    case 'too-many':
      return t`Wait a moment, and try again.`;
    case 'unavailable':
      return t`It has too much to do, or is being looked after. Try again in a moment.`;
    case 'not-found':
      return t`It may have been taken away, or the link is wrong.`;
    case 'fault':
      return words;
  }
}
