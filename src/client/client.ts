import type { Client as Socket } from 'graphql-ws/client';
import { textOf, type Given, type TypedDocument } from './documents.js';
import { ObelusError } from './errors.js';
import { send, type Connection, type Fetch } from './http.js';
import { openSocket, subscribe } from './subscriptions.js';

export interface ClientOptions {
  /** The server's address, such as "http://127.0.0.1:3000"; `/graphql` is added where it has no path. */
  readonly server: string | URL;
  /** The token, or what gives one: it is asked before each request, so that tokens may change. */
  readonly token?: string | null | (() => string | null | Promise<string | null>);
  /** How long a request may take, in milliseconds; 5 minutes when left out, for a long article is judged in one. */
  readonly timeoutMs?: number;
  /** How often a request is sent again that nobody answered or that the server asks to repeat; 2 when left out. */
  readonly retries?: number;
  /** Sent with each request over HTTP. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the `fetch` that is there. */
  readonly fetch?: Fetch;
  /** A WebSocket class where there is none: that of the package ws, before Node 22. */
  readonly webSocket?: unknown;
}

export interface RequestOptions {
  /** Ends the request. */
  readonly signal?: AbortSignal;
}

export interface MutationOptions extends RequestOptions {
  /** Names this call, so that it is done once however often it is sent; made up when left out. */
  readonly idempotencyKey?: string;
}

export interface SubscriptionOptions<Result, Variables> extends RequestOptions {
  /**
   * The variables with which to go on behind a result: `({ claimChanged }) => ({ after: claimChanged.cursor })`. With
   * it nothing is missed when the connection breaks.
   */
  readonly resume?: (data: Result) => Partial<Variables>;
}

/** A page of anything, as far as it takes to turn it. */
export interface PageOf<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const TIMEOUT_MS = 5 * 60 * 1000;
const RETRIES = 2;

/** @throws TypeError for an address that is none of http(s) */
export const createClient = (options: ClientOptions): Client => new Client(options);

/** An Obelus server, as one member's program sees it. */
export class Client {
  /** Where requests go. */
  readonly endpoint: URL;
  private readonly connection: Connection;
  private socket: Socket | null = null;

  /** @throws TypeError for an address that is none of http(s) */
  constructor(private readonly options: ClientOptions) {
    this.endpoint = endpointOf(options.server);
    this.connection = {
      endpoint: this.endpoint,
      authorization: () => authorizationOf(options.token),
      headers: options.headers ?? {},
      fetch: options.fetch ?? ((...request) => fetch(...request)),
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      retries: options.retries ?? RETRIES,
      seen: { position: null },
    };
  }

  /** Asks. @returns what the query selects. @throws ObelusError */
  async query<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...[variables, options]: Given<Variables, RequestOptions>
  ): Promise<Result> {
    return (await this.request(textOf(document), variables, null, options)) as Result;
  }

  /**
   * Changes something, once. What was wrong with the input is in the payload's `userErrors`; `done` throws it.
   *
   * @throws ObelusError
   */
  async mutate<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...[variables, options]: Given<Variables, MutationOptions>
  ): Promise<Result> {
    const key = options?.idempotencyKey ?? randomKey();
    return (await this.request(textOf(document), variables, key, options)) as Result;
  }

  /**
   * Asks by the text of a query or mutation, without types.
   *
   * @param variables by name
   * @param idempotencyKey of a mutation, so that it is done once
   * @returns the answer's `data`
   * @throws ObelusError
   */
  request(
    text: string,
    variables?: unknown,
    idempotencyKey: string | null = null,
    { signal }: RequestOptions = {},
  ): Promise<unknown> {
    return send(this.connection, { query: text, variables: variables ?? {}, idempotencyKey, signal });
  }

  /**
   * All rows of a connection, page by page as they are read.
   *
   * @param document takes `$after: String`, gives it to the connection, and selects `pageInfo { hasNextPage endCursor }`
   * @param pageOf the connection in an answer; null: there is none, and so no row
   * @throws ObelusError
   */
  async *each<Result, Variables extends { after?: string | null }, Node>(
    document: TypedDocument<Result, Variables>,
    variables: Omit<Variables, 'after'> & { after?: string | null },
    pageOf: (data: Result) => PageOf<Node> | null | undefined,
    options: RequestOptions = {},
  ): AsyncGenerator<Node, void, undefined> {
    const text = textOf(document);
    for (let after = variables.after ?? null; ;) {
      const page = pageOf((await this.request(text, { ...variables, after }, null, options)) as Result);
      if (!page) return;
      for (const { node } of page.edges) yield node;
      const { hasNextPage, endCursor } = page.pageInfo;
      if (!hasNextPage) return;
      if (endCursor === null || endCursor === after) {
        throw new ObelusError('NO_PROGRESS', 'the same page came again; give the connection `after: $after`');
      }
      after = endCursor;
    }
  }

  /**
   * What happens, as it happens, over a WebSocket that is made again when it breaks. Leave the loop to end it.
   *
   * @throws ObelusError
   */
  async *subscribe<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...[variables, options = {}]: Given<Variables, SubscriptionOptions<Result, Variables>>
  ): AsyncGenerator<Result, void, undefined> {
    const { endpoint, authorization } = this.connection;
    this.socket ??= openSocket({ endpoint, authorization, webSocket: this.options.webSocket });
    const results = subscribe(this.socket, {
      query: textOf(document),
      variables: (variables ?? {}) as Record<string, unknown>,
      resume: (options.resume as ((data: unknown) => Record<string, unknown>) | undefined) ?? null,
      signal: options.signal,
    });
    yield* results as AsyncGenerator<Result, void, undefined>;
  }

  /** Ends all subscriptions. */
  async close(): Promise<void> {
    await this.socket?.dispose();
    this.socket = null;
  }
}

function endpointOf(server: string | URL): URL {
  // `URL.parse` is not in Node 20.
  const endpoint = URL.canParse(String(server)) ? new URL(server) : null;
  if (!endpoint || !['http:', 'https:'].includes(endpoint.protocol)) {
    throw new TypeError(`${String(server)}: no http address; write it as http://127.0.0.1:3000`);
  }
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  return endpoint;
}

/** `randomUUID` is missing in pages that did not come over https. */
const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function authorizationOf(token: ClientOptions['token']): Promise<string | null> {
  const value = typeof token === 'function' ? await token() : token;
  return value == null || value === '' ? null : `Bearer ${value}`;
}
