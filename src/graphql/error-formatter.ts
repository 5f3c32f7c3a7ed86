import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { SignInRefusedError, SignInUnavailableError } from '../auth/sign-in-error.js';
import { UnauthenticatedError } from '../auth/unauthenticated-error.js';
import { DatabaseUnavailableError, StatementTimeoutError } from '../database/errors.js';
import { graphql } from '../telemetry/instruments.js';
import { LIMITS } from './limits/limits.js';
import { RequestError, STATUS, type RequestErrorCode } from './request-error.js';

/** Told what went wrong inside, with the id that the caller was given. */
export type FaultLog = (id: string, error: unknown) => void;

export interface FormattedAnswer {
  readonly statusCode: number;
  readonly response: { data?: Record<string, unknown> | null; errors: GraphQLFormattedError[] };
}

export interface FormatOptions {
  /** The caller understands `application/graphql-response+json`, in which the status tells of the request. */
  readonly graphqlResponse: boolean;
  readonly log: FaultLog;
}

/** When to try again while the database is away, in seconds: a failover takes several of them. */
const UNAVAILABLE_FOR_S = 2;

/** Codes that are about the document or its variables, not about HTTP. */
const OF_THE_DOCUMENT: ReadonlySet<RequestErrorCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_LARGE',
]);

/** What callers are told of errors of the HTTP server, by its codes. */
const OF_HTTP: Readonly<Record<string, readonly [RequestErrorCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['PAYLOAD_TOO_LARGE', `the body is larger than ${LIMITS.bodyBytes / 1024 / 1024} MiB`],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'UNSUPPORTED_MEDIA_TYPE',
    'send JSON, with the header content-type: application/json',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['BAD_REQUEST', 'the body is empty; send JSON with a "query"'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['BAD_REQUEST', 'the body is no JSON'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BAD_REQUEST', 'the body is not as long as content-length says'],
  MER_ERR_METHOD_NOT_ALLOWED: ['METHOD_NOT_ALLOWED', 'only queries can be sent by GET; send a POST'],
};

/**
 * An answer with errors, as it may leave the server: errors that the caller can mend as they are, all others masked by
 * an id that the log has. A request that was refused as a whole has no `data`, and a status that says so.
 */
export function formatErrors(
  execution: Pick<ExecutionResult, 'data'> & { readonly errors?: readonly Error[] },
  options: FormatOptions,
): FormattedAnswer {
  const executed = execution.data !== undefined;
  const told = toldErrors(execution.errors ?? [], executed, options.log);
  const errors = told.map((error): GraphQLFormattedError => error.toJSON());
  if (executed) return { statusCode: 200, response: { data: execution.data, errors } };
  const code = codeOf(told[0]);
  // In plain JSON an old client takes any status but 200 for a failure of the transport.
  const statusCode = OF_THE_DOCUMENT.has(code) && !options.graphqlResponse ? 200 : STATUS[code];
  return { statusCode, response: { errors } };
}

/** Says over HTTP when to try again, where an error does. */
export function tellWhenAgain(reply: FastifyReply | undefined, errors: readonly GraphQLFormattedError[]): void {
  const waits = errors
    .map(({ extensions }) => extensions?.['retryAfterSeconds'])
    .filter((wait) => typeof wait === 'number');
  if (reply && waits.length > 0) void reply.header('retry-after', Math.max(...waits));
}

/**
 * Errors as they may leave the server, at most `LIMITS.errors` of them.
 *
 * @param executed whether the document was found to be right, and run
 */
export function toldErrors(errors: readonly Error[], executed: boolean, log: FaultLog): GraphQLError[] {
  const all = errors.flatMap(listed);
  const told = all.slice(0, LIMITS.errors).map((error) => toldError(error, executed, log));
  for (const each of told) graphql.errors.inc({ code: codeOf(each) });
  return told;
}

/** Several errors may come as one: those of a validation. One that is known by its code is told as that. */
function listed(error: Error): Error[] {
  const inner = originalOf(error) as { errors?: unknown; code?: string };
  if (inner.code !== undefined && inner.code in OF_HTTP) return [error];
  return Array.isArray(inner.errors) && inner.errors.length > 0 ? (inner.errors as Error[]) : [error];
}

/** Whether the database did not answer: the same can be asked again later. */
export const isOfDatabaseAway = (error: Error): boolean => originalOf(error) instanceof DatabaseUnavailableError;

const originalOf = (error: Error): Error => (error instanceof GraphQLError && error.originalError) || error;

const codeOf = (error: GraphQLError | undefined): RequestErrorCode =>
  (error?.extensions.code as RequestErrorCode | undefined) ?? 'INTERNAL_SERVER_ERROR';

function toldError(error: Error, executed: boolean, log: FaultLog): GraphQLError {
  const original = originalOf(error);
  const [code, message, more] = explain(error, original, executed) ?? fault(original, log);
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : EMPTY;
  const told = new GraphQLError(message, { nodes, source, positions, path, extensions: { ...more, code } });
  // Of a compiled query only the places are known.
  const { locations } = error as GraphQLError;
  if (!told.locations && locations) Object.defineProperty(told, 'locations', { value: locations, enumerable: true });
  return told;
}

const EMPTY: Partial<GraphQLError> = {};

type Explained = readonly [RequestErrorCode, string, Readonly<Record<string, unknown>>?];

/** What the caller may know; null for a fault of the program. */
function explain(error: Error, original: Error, executed: boolean): Explained | null {
  if (original instanceof RequestError) return [original.code, original.message, original.extensions];
  if (original instanceof UnauthenticatedError) return ['UNAUTHENTICATED', original.message];
  if (original instanceof SignInRefusedError) return ['FORBIDDEN', original.message];
  if (original instanceof SignInUnavailableError) return ['UNAVAILABLE', original.message];
  if (original instanceof StatementTimeoutError) {
    return [
      'QUERY_TIMEOUT',
      'The question took the database too long. Narrow it with a filter (articleIds, standings, rules), or ask for a smaller page.',
    ];
  }
  if (original instanceof DatabaseUnavailableError) {
    return [
      'UNAVAILABLE',
      'The database cannot be reached just now; try again in a moment.',
      { retryAfterSeconds: UNAVAILABLE_FOR_S },
    ];
  }
  const known = OF_HTTP[(original as { code?: string }).code ?? ''];
  if (known) return known;
  const { statusCode } = original as { statusCode?: number };
  if (!executed && statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return ['BAD_REQUEST', 'the request cannot be read; send JSON with a "query"'];
  }
  // The rules of GraphQL speak about the document; while a query runs, only a fault speaks without a cause.
  if (!executed && original instanceof GraphQLError) {
    return [
      original.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED',
      error.message,
    ];
  }
  return null;
}

function fault(error: unknown, log: FaultLog): Explained {
  const id = randomUUID();
  log(id, error);
  return ['INTERNAL_SERVER_ERROR', `Something went wrong on our side; the server's log has it under ${id}.`, { id }];
}
