import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import { parse, type ExecutionArgs, type ExecutionResult, type GraphQLError } from 'graphql';
import { handleProtocols, makeServer, type Context, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import type { SignInFailures } from '../../auth/sign-in-failures.js';
import { SignInRefusedError } from '../../auth/sign-in-error.js';
import type { Tokens } from '../../auth/tokens.js';
import { UnauthenticatedError } from '../../auth/unauthenticated-error.js';
import { graphql, sockets } from '../../telemetry/instruments.js';
import { GRAPHQL_PATH } from '../http-hooks.js';
import { LIMITS } from '../limits/limits.js';
import { RequestError } from '../request-error.js';
import { baseUrlOfSocket } from './base-url.js';
import { ClientSocket } from './client-socket.js';
import { Operations, type Answer, type GraphqlServer, type OperationOptions, type SocketCaller } from './operations.js';
import { Quota } from './quota.js';
import { CLOSE, SOCKET_LIMITS } from './socket-limits.js';
import { isOwnOrigin, refuseUpgrade } from './upgrade.js';

export interface SocketOptions extends Omit<OperationOptions, 'server'> {
  readonly tokens: Tokens;
  readonly failures: SignInFailures;
}

type Connection = Context<Record<string, unknown>, ClientSocket>;

/** Lets the server answer on sockets as well, at the path of the API. */
export function addSockets(server: FastifyInstance, options: SocketOptions): void {
  const sockets = new SocketServer({ ...options, server: server as GraphqlServer });
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.upgrade(request, socket, head),
  );
  // Before requests over HTTP are no longer taken: nothing else ends a socket.
  server.addHook('preClose', () => sockets.close());
}

/** `graphql-ws` tells by a document whether it is given one answer or many; what was asked is run by then. */
const ONE = parse('{ __typename }', { noLocation: true });
const MANY = parse('subscription { __typename }', { noLocation: true });

/** Speaks graphql-transport-ws: queries, mutations and subscriptions. */
class SocketServer {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.bodyBytes,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols,
  });
  private readonly clients = new Set<ClientSocket>();
  private readonly connections = new Quota(SOCKET_LIMITS.connectionsOfWorkspace, 'sockets of a workspace');
  private readonly operations: Operations;
  private readonly protocol: ReturnType<typeof makeServer<Record<string, unknown>, ClientSocket>>;
  private readonly checking: NodeJS.Timeout;
  /** Whether an address is that of a proxy which says for whom it asks. */
  private readonly isTrusted: (address: string, place: number) => boolean;
  private ended = false;

  constructor(private readonly options: SocketOptions & OperationOptions) {
    this.operations = new Operations(options);
    const { trustedProxies } = options.config;
    this.isTrusted = proxyAddress.compile(trustedProxies?.split(',').map((each) => each.trim()) ?? []);
    this.protocol = makeServer<Record<string, unknown>, ClientSocket>({
      connectionInitWaitTimeout: SOCKET_LIMITS.initMs,
      onConnect: ({ extra, connectionParams }) => this.identify(extra, connectionParams?.['authorization']),
      onSubscribe: (connection, id, payload) => this.answer(connection, id, payload),
      execute: ({ contextValue }) => contextValue as ExecutionResult,
      subscribe: ({ contextValue }) => contextValue as AsyncIterableIterator<never>,
      // Errors in it are formatted already.
      onNext: (_connection, _id, _payload, _args, result) => result,
    } satisfies ServerOptions<Record<string, unknown>, ClientSocket>);
    this.checking = setInterval(() => void this.checkTokens(), SOCKET_LIMITS.tokenMs).unref();
  }

  /** @param head what the client sent behind its request already */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const strangers = [...this.clients].filter(({ identity }) => !identity).length;
    if (request.headers.upgrade?.toLowerCase() !== 'websocket' || request.url?.split('?')[0] !== GRAPHQL_PATH) {
      refuseUpgrade(socket, 'BAD_REQUEST', `only ${GRAPHQL_PATH} takes WebSockets, and nothing takes another upgrade`);
    } else if (!isOwnOrigin(request)) {
      refuseUpgrade(socket, 'FORBIDDEN', 'pages of other sites may not connect');
    } else if (this.ended || this.clients.size >= SOCKET_LIMITS.connections || strangers >= SOCKET_LIMITS.strangers) {
      graphql.refused.inc({ limit: 'sockets' });
      refuseUpgrade(socket, 'TOO_MANY_REQUESTS', 'there are too many connections just now; try again in a moment', 503);
    } else {
      this.sockets.handleUpgrade(request, socket, head, (ws) => this.open(ws, request, socket as Socket));
    }
  }

  /** Lets what is being answered be answered, then says goodbye to all. */
  async close(): Promise<void> {
    this.ended = true;
    clearInterval(this.checking);
    const answering = [...this.clients].flatMap((client) => [...client.answering]);
    if (answering.length > 0)
      await Promise.race([Promise.allSettled(answering), sleep(SOCKET_LIMITS.drainMs, undefined, { ref: false })]);
    await Promise.all([...this.clients].map((client) => client.end(CLOSE.goingAway, 'The server is shutting down')));
    this.sockets.close();
  }

  private open(ws: ServerSocket, request: IncomingMessage, socket: Socket): void {
    const address = proxyAddress(request, this.isTrusted);
    const client = new ClientSocket(ws, socket, request, address, baseUrlOfSocket(request, this.isTrusted));
    this.clients.add(client);
    sockets.open.inc();
    const closed = this.protocol.opened(
      {
        protocol: ws.protocol,
        send: (text) => client.send(text),
        close: (code, reason) => client.close(code ?? CLOSE.goingAway, reason ?? ''),
        onMessage: (take) =>
          ws.on('message', (data: Buffer) => {
            if (client.isOpen) take(data.toString('utf8')).catch((error: unknown) => client.fail(error));
          }),
      },
      client,
    );
    ws.once('close', (code: number, reason: Buffer) => {
      this.clients.delete(client);
      sockets.open.dec();
      Promise.resolve(closed(code, reason.toString('utf8'))).catch((error: unknown) => client.fail(error));
    });
  }

  /** @returns false: the connection is closed as forbidden, unless it was closed for another reason already */
  private async identify(client: ClientSocket, given: unknown): Promise<boolean> {
    const authorization = typeof given === 'string' ? given : client.authorization;
    try {
      const viewer = await this.options.tokens.authenticate(authorization);
      const release = this.connections.take(viewer.workspaceId);
      if (!release) client.close(CLOSE.tryLater, 'Too many connections of this workspace');
      else if (!client.onClose(release)) return false;
      else client.identity = { viewer, authorization };
    } catch (error) {
      if (error instanceof UnauthenticatedError) await this.options.failures.record(client.address, error.reason);
      else if (error instanceof SignInRefusedError) await this.options.failures.record(client.address, error.message);
      else client.close(CLOSE.tryLater, UNREACHABLE);
    }
    return client.identity !== null;
  }

  private async answer(
    { extra: client, subscriptions }: Connection,
    id: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (Object.keys(subscriptions).length > SOCKET_LIMITS.operations) {
      graphql.refused.inc({ limit: 'operations of a socket' });
      const most = `${SOCKET_LIMITS.operations} operations at once are all that a connection may have`;
      return [new RequestError('TOO_MANY_REQUESTS', `${most}; wait for one to end, or connect once more`)];
    }
    if (this.ended) return [new RequestError('UNAVAILABLE', 'the server is shutting down; connect again in a moment')];
    const running = this.run(client, id, payload);
    client.answering.add(running);
    const answer = await running.finally(() => client.answering.delete(running));
    if (answer.kind === 'refused') return answer.errors;
    const { schema } = this.options.server.graphql;
    return answer.kind === 'answer'
      ? { schema, document: ONE, contextValue: answer.result }
      : { schema, document: MANY, contextValue: answer.results };
  }

  /** As over HTTP, each operation needs a token that is good by then. */
  private async run(client: ClientSocket, id: string, payload: SubscribePayload): Promise<Answer> {
    if (!(await this.checkToken(client))) return { kind: 'refused', errors: [TOKEN_GONE()] };
    const { baseUrl, address } = client;
    const caller = (): SocketCaller => ({ viewer: client.identity!.viewer, baseUrl, address });
    // The words of an answer are the same for many: they are put into this one's message as they are.
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    return await this.operations.run(payload, caller, (result) => client.send(`${head}${result}}`));
  }

  private async checkTokens(): Promise<void> {
    for (const client of this.clients) await this.checkToken(client);
  }

  /**
   * Closes a connection whose token was revoked or has expired, and learns what a token may do by now.
   *
   * @returns false when it is closed for that
   */
  private async checkToken(client: ClientSocket): Promise<boolean> {
    if (!client.identity) return true;
    const { authorization, viewer } = client.identity;
    try {
      const now = await this.options.tokens.authenticate(authorization);
      // What it listens to is of the workspace that it came to.
      if (now.workspaceId !== viewer.workspaceId) throw new UnauthenticatedError('a token of another workspace');
      client.identity = { authorization, viewer: now };
    } catch (error) {
      const isRefused = error instanceof UnauthenticatedError || error instanceof SignInRefusedError;
      // While the database is away, nothing can be asked of it either; and what a provider vouched for holds until then.
      if (!isRefused && !(viewer.until && viewer.until <= new Date())) return true;
      client.close(CLOSE.forbidden, 'The token is no longer valid');
      return false;
    }
    return true;
  }
}

const TOKEN_GONE = (): RequestError => new RequestError('UNAUTHENTICATED', 'the token is no longer valid');

const UNREACHABLE = 'The database cannot be reached just now';
