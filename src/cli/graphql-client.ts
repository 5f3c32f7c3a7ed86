import { UsageError } from './terminal.js';

/** How long one request may take, in milliseconds: a long article is read and judged in it. */
const PATIENCE_MS = 5 * 60 * 1000;

/** A mistake in the input, told by a payload's `userErrors`. */
export interface UserErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** An Obelus server, as a client sees it. */
export class GraphqlClient {
  /** Where requests go. */
  readonly endpoint: URL;

  /**
   * @param server its address; `/graphql` is added where it has no path
   * @throws UsageError when it is no http(s) address
   */
  constructor(
    server: string,
    private readonly token: string | undefined,
  ) {
    const endpoint = URL.parse(server);
    if (!endpoint || !['http:', 'https:'].includes(endpoint.protocol)) {
      throw new UsageError(`--server ${server}: no http address; write it as http://127.0.0.1:3000`);
    }
    if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
    this.endpoint = endpoint;
  }

  /**
   * @returns the answer's `data`
   * @throws UsageError when nobody answers, the token is refused, or the answer has top-level errors
   */
  async request<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const response = await this.post(JSON.stringify({ query, variables }));
    const body = await response.text().catch((error: unknown) => this.unreachable(error));
    if (response.status === 401 || response.status === 403) {
      const how = this.token === undefined ? 'give one by --token or OBELUS_TOKEN' : 'check --token or OBELUS_TOKEN';
      throw new UsageError(`${this.endpoint.href} refuses the call without a token that it knows: ${how}`);
    }
    const answer = parsed(body);
    if (!answer) {
      throw new UsageError(`${this.endpoint.href} answers ${response.status} without GraphQL; is it an Obelus server?`);
    }
    const problems = answer.errors ?? [];
    if (problems.length > 0 || answer.data === undefined || answer.data === null) {
      const told = problems.map(({ message }) => message).join('; ') || `HTTP status ${response.status}`;
      throw new UsageError(`${this.endpoint.href} answers: ${told}`);
    }
    return answer.data as T;
  }

  private async post(body: string): Promise<Response> {
    const authorization = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    try {
      return await fetch(this.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      return this.unreachable(error);
    }
  }

  private unreachable(error: unknown): never {
    // fetch says "fetch failed"; what failed is its cause.
    const { cause = error, message } = error as { cause?: unknown; message?: string };
    const { code = message } = cause as { code?: string };
    const remedy = code === 'ECONNREFUSED' ? 'start it with "npm start"' : 'check --server and try again';
    throw new UsageError(`${this.endpoint.href} cannot be reached (${code}); ${remedy}`, { cause: error });
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

function parsed(body: string): Answer | null {
  try {
    const answer = JSON.parse(body) as Answer | null;
    return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer) ? answer : null;
  } catch {
    return null;
  }
}
