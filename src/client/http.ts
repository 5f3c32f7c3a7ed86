import { ObelusError, type AnswerError } from './errors.js';

/** What is asked of `fetch`. */
export interface SentRequest {
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What is used of its answers. */
export interface Answered {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** `fetch`, or as much of it as is needed here. */
export type Fetch = (address: URL, request: SentRequest) => Promise<Answered>;

/** Where requests go, and how. */
export interface Connection {
  readonly endpoint: URL;
  /** The header's value; null: none. */
  readonly authorization: () => Promise<string | null>;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  /** How often a request is sent again that was not answered, or not yet. */
  readonly retries: number;
  /** How far the log of changes was in the last answer: whoever answers next is to have seen as much. Null: not told. */
  readonly seen: { position: string | null };
}

export interface HttpRequest {
  readonly query: string;
  readonly variables: unknown;
  /** Null: a query, which may be sent as often as one likes. */
  readonly idempotencyKey: string | null;
  readonly signal: AbortSignal | undefined;
}

/** Servers with replicas tell it, and show nothing older to who sends it. */
const POSITION = 'obelus-position';

/** Codes after which the same request may be answered. */
const PASSING: ReadonlySet<string> = new Set([
  'UNREACHABLE',
  'UNAVAILABLE',
  'TOO_MANY_REQUESTS',
  'IDEMPOTENCY_KEY_IN_USE',
]);
const FIRST_WAIT_MS = 250;
/** Who is told to wait for longer is told so, instead of waiting. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends a request, again when nobody answered or the server asks for that. A mutation goes with its key, so that it is
 * done once however often it is sent.
 *
 * @returns the answer's `data`
 * @throws ObelusError
 */
export async function send(connection: Connection, request: HttpRequest): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce(connection, request);
    } catch (error) {
      const wait = error instanceof ObelusError ? waitAfter(error, attempt) : null;
      if (wait === null || attempt >= connection.retries || request.signal?.aborted) throw error;
      await pause(wait, request.signal);
    }
  }
}

/** Milliseconds; null: the same would be answered the same. */
function waitAfter({ code, retryAfterSeconds }: ObelusError, attempt: number): number | null {
  if (!PASSING.has(code)) return null;
  const wait = retryAfterSeconds === null ? FIRST_WAIT_MS * 2 ** attempt : retryAfterSeconds * 1000;
  return wait > LONGEST_WAIT_MS ? null : wait * (1 + Math.random() / 4);
}

/** @throws the signal's reason */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

async function sendOnce(connection: Connection, { query, variables, idempotencyKey, signal }: HttpRequest) {
  const { endpoint, headers, timeoutMs, seen } = connection;
  const authorization = await connection.authorization();
  // The signal of `AbortSignal.timeout` stays until its time is over, and the request with it.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  let status: number;
  let body: string;
  try {
    const response = await connection.fetch(endpoint, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
        ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
        ...(seen.position === null ? {} : { [POSITION]: seen.position }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    status = response.status;
    seen.position = response.headers.get(POSITION) ?? seen.position;
    body = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    if (patience.signal.aborted) {
      throw new ObelusError('TIMEOUT', `${endpoint.href} did not answer within ${timeoutMs} ms`, { cause: error });
    }
    throw new ObelusError('UNREACHABLE', `${endpoint.href} cannot be reached (${reasonOf(error)})`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
  const answer = parsed(body);
  if (!answer || (answer.data == null && !answer.errors?.length)) {
    throw new ObelusError('NO_GRAPHQL', `${endpoint.href} answers ${status} without GraphQL; is it an Obelus server?`, {
      status,
    });
  }
  const { data, errors = [] } = answer;
  if (errors.length > 0) throw ObelusError.of(errors, { status, data });
  return data;
}

/** `fetch` says "fetch failed"; what failed is its cause. */
function reasonOf(error: unknown): string {
  const { cause = error, message } = error as { cause?: unknown; message?: string };
  return (cause as { code?: string }).code ?? message ?? 'no reason is told';
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

function parsed(body: string): Answer | null {
  try {
    const answer = JSON.parse(body) as Answer | null;
    if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) return null;
    return answer.errors === undefined || Array.isArray(answer.errors) ? answer : null;
  } catch {
    return null;
  }
}
