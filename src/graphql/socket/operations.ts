import type { FastifyInstance } from 'fastify';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import type { Config } from '../../config/config.js';
import type { Database } from '../../database/database.js';
import { sockets } from '../../telemetry/instruments.js';
import { traceMessage } from '../../telemetry/tracing.js';
import { toldErrors } from '../error-formatter.js';
import { faultLog } from '../fault-log.js';
import { documentRules } from '../graphql-options.js';
import { checkQuery, operationTypeOf, readRequest, type GraphqlRequest } from '../graphql-request.js';
import { checkKey, once, RETRY_AFTER_S } from '../idempotency/once.js';
import { BASE_COST, type Payer, type RateLimits } from '../limits/rate.js';
import { following } from '../reading-place.js';
import { contextFor, type RequestContext } from '../request-context.js';
import { RequestError } from '../request-error.js';
import { Audiences } from './audience.js';
import { Quota } from './quota.js';
import { SOCKET_LIMITS } from './socket-limits.js';
import { SubscribedDocuments } from './subscribed-document.js';
import { openSubscription, type Tell } from './subscription.js';

/** What an operation is run with. */
interface OperationContext extends RequestContext {
  readonly asked: GraphqlRequest;
  readonly payer: Payer;
  /** Set while it runs: what the caller is to send with the next one, see `reading-place.ts`. */
  position?: string;
}

/** Mercurius, as far as it is used without a request over HTTP. */
export type GraphqlServer = FastifyInstance & {
  readonly graphql: {
    readonly schema: GraphQLSchema;
    (
      source: string,
      context: OperationContext,
      variables: Readonly<Record<string, unknown>>,
      operationName: string | null,
    ): Promise<ExecutionResult>;
  };
};

/** Who asks over a socket. */
export interface SocketCaller {
  /** As their token says by now. */
  readonly viewer: Viewer;
  readonly baseUrl: string;
  /** Where they are. */
  readonly address: string;
}

export interface OperationOptions {
  readonly server: GraphqlServer;
  readonly database: Database;
  readonly config: Config;
  readonly rates: RateLimits;
}

export type Answer =
  | { readonly kind: 'answer'; readonly result: ExecutionResult }
  | { readonly kind: 'subscription'; readonly results: AsyncIterableIterator<never> }
  /** The operation was not run. */
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] };

/** Runs what is asked over sockets as it is run over HTTP: the same documents in the same cache, limits, errors and keys. */
export class Operations {
  private readonly log = faultLog();
  private readonly subscriptions = new Quota(SOCKET_LIMITS.subscriptionsOfWorkspace, 'subscriptions of a workspace');

  private readonly audiences = new Audiences();
  private readonly documents: SubscribedDocuments;

  constructor(private readonly options: OperationOptions) {
    this.documents = new SubscribedDocuments(documentRules(options.config));
  }

  /**
   * @param caller asked again for each thing that a subscription tells
   * @param tell sends what a subscription tells
   */
  run(payload: unknown, caller: () => SocketCaller, tell: Tell): Promise<Answer> {
    return traceMessage(() => this.answer(payload, caller, tell));
  }

  private async answer(payload: unknown, caller: () => SocketCaller, tell: Tell): Promise<Answer> {
    try {
      this.options.rates.charge(payerOf(caller()), BASE_COST);
      const asked = readRequest(payload);
      checkQuery(asked.query);
      const key = asked.extensions['idempotencyKey'];
      const type = this.typeOf(asked, key !== undefined);
      if (type === 'subscription') return { kind: 'subscription', results: await this.subscribe(asked, caller, tell) };
      const result =
        type === 'mutation' && key !== undefined
          ? await this.once(asked, caller(), checkKey(key, 'extensions.idempotencyKey'))
          : await this.execute(asked, caller());
      return { kind: 'answer', result };
    } catch (error) {
      return { kind: 'refused', errors: refusal(toldErrors([error as Error], false, this.log)) };
    }
  }

  /** Null: Mercurius finds out. Most documents need no look of their own before it has them. */
  private typeOf(asked: GraphqlRequest, hasKey: boolean): ReturnType<typeof operationTypeOf> {
    if (this.documents.has(asked)) return 'subscription';
    return hasKey || /\bsubscription\b/.test(asked.query) ? operationTypeOf(asked) : null;
  }

  private async subscribe(
    asked: GraphqlRequest,
    caller: () => SocketCaller,
    tell: Tell,
  ): Promise<AsyncIterableIterator<never>> {
    const { server } = this.options;
    const release = this.subscriptions.take(caller().viewer.workspaceId);
    if (!release) throw new RequestError('TOO_MANY_REQUESTS', 'too many subscriptions of this workspace; end some');
    sockets.subscriptions.inc();
    let isOpen = true;
    const end = (): void => {
      if (isOpen) sockets.subscriptions.dec();
      isOpen = false;
      release();
    };
    try {
      return await openSubscription(asked, {
        schema: server.graphql.schema,
        documents: this.documents,
        audiences: this.audiences,
        viewer: () => caller().viewer,
        baseUrl: caller().baseUrl,
        charge: (objects) => this.options.rates.charge(payerOf(caller()), objects),
        tell,
        log: this.log,
        onEnd: end,
      });
    } catch (error) {
      end();
      throw error;
    }
  }

  private async once(asked: GraphqlRequest, caller: SocketCaller, key: string): Promise<ExecutionResult> {
    const { database } = this.options;
    const told: { position?: string } = {};
    const viewer = following(database, caller.viewer, (position) => (told.position = position));
    const { text, isReplayed } = await once(database, viewer, key, asked, (scope, secrets) =>
      this.execute(asked, { ...caller, viewer: scope }, secrets),
    );
    const result = extended(JSON.parse(text) as ExecutionResult, told);
    return isReplayed ? extended(result, { idempotencyReplayed: true }) : result;
  }

  private async execute(asked: GraphqlRequest, caller: SocketCaller, secrets?: Set<string>): Promise<ExecutionResult> {
    const { query, variables, operationName } = asked;
    const context: OperationContext = { ...contextOf(caller, secrets), asked, payer: payerOf(caller) };
    const result = await this.options.server.graphql(query, context, variables, operationName);
    return context.position === undefined ? result : extended(result, { position: context.position });
  }
}

/** What is told beside the answer. */
function extended(result: ExecutionResult, more: Readonly<Record<string, unknown>>): ExecutionResult {
  return Object.keys(more).length === 0 ? result : { ...result, extensions: { ...result.extensions, ...more } };
}

const contextOf = ({ baseUrl, viewer }: SocketCaller, secrets?: Set<string>): RequestContext =>
  contextFor(baseUrl, viewer, secrets);

const payerOf = ({ viewer, address }: SocketCaller): Payer => ({ address, tokenId: viewer.tokenId });

/** There are no headers to say when to try again. */
function refusal(errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.map((error) => {
    const { code } = error.extensions as { code?: RequestError['code'] };
    if (code !== 'IDEMPOTENCY_KEY_IN_USE') return error;
    return new GraphQLError(error.message, { extensions: { ...error.extensions, retryAfterSeconds: RETRY_AFTER_S } });
  });
}
