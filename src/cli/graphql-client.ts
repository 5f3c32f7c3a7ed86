import { Client, ObelusError, type ClientOptions } from '../client/index.js';
import { postByNode } from './post-by-node.js';
import { UsageError } from './terminal.js';

/** A mistake in the input, told by a payload's `userErrors`. */
export interface UserErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** @throws UsageError when the server's address is none */
export function clientOf(options: ClientOptions): Client {
  try {
    return new Client(options);
  } catch (error) {
    throw new UsageError(`--server ${(error as TypeError).message}`, { cause: error });
  }
}

/** What to do when an address refuses a call. */
export function tokenRefused(href: string, token: string | undefined): string {
  const how = token === undefined ? 'give one by --token or OBELUS_TOKEN' : 'check --token or OBELUS_TOKEN';
  return `${href} refuses the call without a token that it knows: ${how}`;
}

/** An Obelus server, as commands see it: what goes wrong is told in words about their options. */
export class GraphqlClient {
  /** Where requests go. */
  readonly endpoint: URL;
  private readonly client: Client;

  /**
   * @param server its address; `/graphql` is added where it has no path
   * @throws UsageError when it is no http(s) address
   */
  constructor(
    server: string,
    private readonly token: string | undefined,
  ) {
    this.client = clientOf({ server, token, retries: 0, fetch: postByNode });
    this.endpoint = this.client.endpoint;
  }

  /**
   * @returns the answer's `data`
   * @throws UsageError when nobody answers, the token is refused, or the answer has top-level errors
   */
  async request<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    try {
      return (await this.client.request(query, variables)) as T;
    } catch (error) {
      if (error instanceof ObelusError) throw new UsageError(this.told(error), { cause: error });
      throw error;
    }
  }

  private told({ status, code, message, cause }: ObelusError): string {
    const { href } = this.endpoint;
    if (status === 401 || status === 403) return tokenRefused(href, this.token);
    if (code === 'NO_GRAPHQL') return message;
    if (code === 'TIMEOUT') return `${message}; check --server and try again`;
    if (code === 'UNREACHABLE') {
      const refused = (cause as { code?: string }).code === 'ECONNREFUSED';
      return `${message}; ${refused ? 'start it with "npm start"' : 'check --server and try again'}`;
    }
    return `${href} answers: ${message}`;
  }
}
