import { createClient, type Client as Socket } from 'graphql-ws/client';
import { ObelusError, type AnswerError } from './errors.js';

/** Where sockets are opened, and how. */
export interface SocketConnection {
  readonly endpoint: URL;
  readonly authorization: () => Promise<string | null>;
  /** A class as browsers have it; undefined: the one of this program's surroundings. */
  readonly webSocket: unknown;
}

export interface Subscribed {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables with which to go on behind a result; null: what is missed is missed. */
  readonly resume: ((data: unknown) => Readonly<Record<string, unknown>>) | null;
  readonly signal: AbortSignal | undefined;
}

/** How many results may wait to be read. */
const MAX_WAITING = 10_000;
const TOO_SLOW: ReadonlySet<string> = new Set(['TOO_SLOW', 'SUBSCRIBER_TOO_SLOW']);

/** @throws ObelusError UNREACHABLE where there are no WebSockets */
export function openSocket({ endpoint, authorization, webSocket }: SocketConnection): Socket {
  if (webSocket === undefined && !('WebSocket' in globalThis)) {
    const advice = 'give createClient the WebSocket of the package ws as webSocket, or use Node 22 or newer';
    throw new ObelusError('UNREACHABLE', `there are no WebSockets here: ${advice}`);
  }
  const url = new URL(endpoint);
  url.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  return createClient({
    url: url.href,
    webSocketImpl: webSocket,
    connectionParams: async () => {
      const value = await authorization();
      return value === null ? {} : { authorization: value };
    },
    retryAttempts: Infinity,
    // A server that restarts, a proxy that lets go: try again. A token that is refused stays refused.
    shouldRetry: (closed) => (closed as { code?: number }).code !== 4403,
  });
}

/**
 * The results of a subscription, until the server ends it or who reads them stops. The connection is made again when it
 * breaks; with `resume`, what was missed comes first then, and none comes twice.
 *
 * @throws ObelusError
 */
export async function* subscribe(socket: Socket, asked: Subscribed): AsyncGenerator<unknown, void, undefined> {
  const { query, resume, signal } = asked;
  // Sent anew with each connection, so that it is changed and not replaced.
  const variables: Record<string, unknown> = { ...asked.variables };
  for (;;) {
    const waiting = new Waiting();
    const stop = socket.subscribe<unknown>(
      { query, variables },
      {
        next({ data, errors }) {
          if (errors) return waiting.end(ObelusError.of(errors as readonly AnswerError[], { data }));
          if (!waiting.add(data)) return stop();
          if (resume) Object.assign(variables, resume(data));
        },
        error: (error) => waiting.end(toError(error)),
        complete: () => waiting.end(null),
      },
    );
    const abort = (): void => waiting.end(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    try {
      yield* waiting.results();
      return;
    } catch (error) {
      const isBehind = error instanceof ObelusError && TOO_SLOW.has(error.code);
      if (!isBehind || !resume) throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
      stop();
    }
  }
}

/** Results that came and were not read yet, and how they end. */
class Waiting {
  private readonly results_: unknown[] = [];
  private ended: { readonly error: Error | null } | null = null;
  private wake: () => void = () => undefined;

  /** @returns false when there are too many: then it has ended */
  add(result: unknown): boolean {
    if (this.ended) return false;
    if (this.results_.length >= MAX_WAITING) {
      this.end(new ObelusError('TOO_SLOW', `${MAX_WAITING} results of a subscription wait to be read`));
      return false;
    }
    this.results_.push(result);
    this.wake();
    return true;
  }

  /** The first end counts. */
  end(error: Error | null): void {
    this.ended ??= { error };
    this.wake();
  }

  async *results(): AsyncGenerator<unknown, void, undefined> {
    for (;;) {
      while (this.results_.length > 0) yield this.results_.shift();
      if (this.ended?.error) throw this.ended.error;
      if (this.ended) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Of what the library tells: errors of the server, how the socket was closed, or an error. */
function toError(told: unknown): Error {
  if (Array.isArray(told)) return ObelusError.of(told as AnswerError[]);
  const { code, reason, message } = told as { code?: number; reason?: string; message?: string };
  if (code === 4403) return new ObelusError('UNAUTHENTICATED', reason || 'the token is refused', { cause: told });
  const why = reason || message || (code === undefined ? 'no reason is told' : `closed with ${code}`);
  return new ObelusError('UNREACHABLE', `the socket cannot be used: ${why}`, { cause: told });
}
