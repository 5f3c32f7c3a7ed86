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
  /** In the server's words. */
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
export function problemOf(error: Pick<CombinedError, 'graphQLErrors' | 'networkError' | 'message'>): Problem {
  const [first] = error.graphQLErrors;
  if (!first)
    return { kind: 'unreachable', message: error.networkError?.message ?? error.message, retryAfterSeconds: null };
  const { code, retryAfterSeconds } = first.extensions as { code?: string; retryAfterSeconds?: number };
  return {
    kind: KINDS[code ?? ''] ?? 'fault',
    message: first.message,
    retryAfterSeconds: retryAfterSeconds ?? null,
  };
}
