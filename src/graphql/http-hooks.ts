import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayDo } from '../auth/roles.js';
import { authorizationOf } from '../auth/session-cookie.js';
import type { SignInFailures } from '../auth/sign-in-failures.js';
import { SignInRefusedError } from '../auth/sign-in-error.js';
import type { Tokens } from '../auth/tokens.js';
import { UnauthenticatedError } from '../auth/unauthenticated-error.js';
import type { Viewer } from '../auth/viewer.js';
import { addGraphiqlFiles, sendGraphiql } from './graphiql.js';
import { sendErrors } from './exception.filter.js';
import { faultLog } from './fault-log.js';
import { bad, checkQuery, readRequest, type GraphqlRequest } from './graphql-request.js';
import { LIMITS } from './limits/limits.js';
import { BASE_COST, type Payer, type RateLimits } from './limits/rate.js';
import { RequestError } from './request-error.js';

export const GRAPHQL_PATH = '/graphql';
/** What stands below this path needs a token as the API does. */
export const EXPORT_PATH = '/export';
/** Where a browser changes its token for a cookie, and gives it back. */
export const SESSION_PATH = '/session';
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; null until the token was looked up, and outside the API. */
    viewer: Viewer | null;
  }
}

export interface HookOptions {
  readonly tokens: Tokens;
  readonly failures: SignInFailures;
  readonly rates: RateLimits;
  /** Whether the page to try queries is served. */
  readonly graphiql: boolean;
}

/**
 * What happens to a request before GraphQL sees it. For the API: a token is asked for before anything else, even before
 * the body is read, so that nobody without one costs more than a look at the headers; then the content type, so that
 * no plain form of another site comes through.
 */
export function addHttpHooks(server: FastifyInstance, options: HookOptions): void {
  const { rates, graphiql } = options;
  server.decorateRequest('viewer', null);
  if (graphiql) addGraphiqlFiles(server, GRAPHQL_PATH);
  const log = faultLog();
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS);
    const { url } = request.routeOptions;
    const isExport = url?.startsWith(`${EXPORT_PATH}/`) === true;
    if (isExport || (url === SESSION_PATH && request.method === 'POST')) {
      try {
        // A session begins with a token that a page sends on purpose, never with a cookie that comes by itself.
        await admit(
          request,
          reply,
          options,
          isExport ? authorizationOf(request.headers) : request.headers.authorization,
        );
        if (isExport) refuseHead(request, reply, 'GET');
        return undefined;
      } catch (error) {
        return sendErrors(reply, error, log);
      }
    }
    if (url !== GRAPHQL_PATH) return undefined;
    if (graphiql && wantsPage(request)) return sendGraphiql(reply);
    void reply.headers({
      'content-type': `${wantsGraphqlResponse(request) ? GRAPHQL_RESPONSE : 'application/json'}; charset=utf-8`,
    });
    const viewer = await admit(request, reply, options, authorizationOf(request.headers));
    checkMethod(request, reply);
    checkLength(request, viewer);
    return undefined;
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.url === GRAPHQL_PATH) void reply.headers(rates.headersFor(payerOf(request)));
    return payload;
  });
}

/** Who pays for a request. */
export const payerOf = ({ ip, viewer }: FastifyRequest): Payer => ({ address: ip, tokenId: viewer?.tokenId ?? null });

/** Lets the caller pay, and says when to ask again where that is not enough. @throws whatever `pay` throws */
export function charged(reply: FastifyReply, pay: (payer: Payer) => void): void {
  try {
    pay(payerOf(reply.request));
  } catch (error) {
    const seconds = error instanceof RequestError ? error.extensions['retryAfterSeconds'] : undefined;
    if (typeof seconds === 'number') void reply.header('retry-after', seconds);
    throw error;
  }
}

/** Finds out who asks, and lets them pay. What they are answered is theirs alone. @throws UnauthenticatedError; RequestError */
async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { tokens, failures, rates }: HookOptions,
  authorization: string | undefined,
): Promise<Viewer> {
  void reply.header('cache-control', 'no-store');
  charged(reply, (payer) => rates.charge(payer, BASE_COST, ['address']));
  let viewer: Viewer;
  try {
    viewer = request.viewer = await tokens.authenticate(authorization);
  } catch (error) {
    if (error instanceof UnauthenticatedError) await failures.record(request.ip, error.reason);
    if (error instanceof SignInRefusedError) await failures.record(request.ip, error.message);
    else void reply.header('www-authenticate', 'Bearer realm="obelus"');
    throw error;
  }
  charged(reply, (payer) => rates.charge(payer, BASE_COST, ['token']));
  return viewer;
}

/** No other site may read, frame or sniff what is answered here; nothing here loads anything from elsewhere. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Whether the caller reads the media type in which the status tells of the request. */
export function wantsGraphqlResponse(request: FastifyRequest): boolean {
  return request.headers.accept?.includes(GRAPHQL_RESPONSE) ?? false;
}

function wantsPage(request: FastifyRequest): boolean {
  const { query } = request.query as { query?: unknown };
  return request.method === 'GET' && query === undefined && /\btext\/html\b/.test(request.headers.accept ?? '');
}

function checkMethod(request: FastifyRequest, reply: FastifyReply): void {
  // Mercurius would let a HEAD run a mutation.
  refuseHead(request, reply, 'GET, POST');
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (request.method === 'POST' && type !== 'application/json') {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', 'send JSON, with the header content-type: application/json');
  }
}

/** Fastify answers HEAD wherever it answers GET. @param allowed the methods that have an answer */
function refuseHead(request: FastifyRequest, reply: FastifyReply, allowed: string): void {
  if (request.method !== 'HEAD') return;
  void reply.header('allow', allowed);
  throw new RequestError('METHOD_NOT_ALLOWED', `HEAD has no answer here; send ${allowed.replace(', ', ' or ')}`);
}

/** Only articles are long, and only those who may import send them. */
function checkLength(request: FastifyRequest, viewer: Viewer): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > LIMITS.readerBodyBytes && !mayDo(viewer, 'importArticle')) {
    throw new RequestError('PAYLOAD_TOO_LARGE', 'the body is larger than 1 MiB, which only an import may be');
  }
}

/**
 * Checks a request's form, after its body was read. Mercurius's own check coerces and says less.
 *
 * @throws RequestError BAD_REQUEST, PAYLOAD_TOO_LARGE, QUERY_TOO_LARGE or GRAPHQL_PARSE_FAILED
 */
export function checkGraphqlRequest(request: FastifyRequest): Promise<void> {
  checkQuery(readGraphqlRequest(request).query);
  return Promise.resolve();
}

/** @throws RequestError BAD_REQUEST, QUERY_TOO_LARGE */
export function readGraphqlRequest(request: FastifyRequest): GraphqlRequest {
  if (request.method !== 'GET') return readRequest(request.body);
  const given = request.query as Readonly<Record<string, unknown>>;
  const [variables, extensions] = ['variables', 'extensions'].map((name) => fromQuery(name, given[name]));
  return readRequest({ ...given, variables, extensions });
}

function fromQuery(name: string, value: unknown): unknown {
  if (value === undefined || value === '') return undefined;
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    throw bad(`"${name}" must be a JSON object`);
  }
}
