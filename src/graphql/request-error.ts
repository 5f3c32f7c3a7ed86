import { GraphQLError } from 'graphql';

/**
 * Codes of top-level errors, under `extensions.code`. Stable, for programs. What a mutation refuses for the sake of
 * its input is no such error: that is a `UserError`.
 */
export type RequestErrorCode =
  /** No token, or one that is unknown, revoked or expired. */
  | 'UNAUTHENTICATED'
  /** The token's role may not do it. */
  | 'FORBIDDEN'
  /** What the address of an export names is not there. */
  | 'NOT_FOUND'
  /** An argument that can never be right: a page of −1, a broken cursor, an id of another type. */
  | 'BAD_USER_INPUT'
  /** The request is no GraphQL request: no JSON, no query, a document that does not parse or fit the schema. */
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The document asks for more than one request may: see `limits/`. */
  | 'QUERY_TOO_LARGE'
  /** The database gave up: the question was too broad. */
  | 'QUERY_TIMEOUT'
  | 'PAYLOAD_TOO_LARGE'
  /** The header Idempotency-Key names another request of the last 24 hours. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A request with the same Idempotency-Key is being answered just now. */
  | 'IDEMPOTENCY_KEY_IN_USE'
  /** More at once than one connection or workspace may have; or more in a minute than a token or an address may. */
  | 'TOO_MANY_REQUESTS'
  /** A subscriber took what it was told more slowly than things happened. */
  | 'SUBSCRIBER_TOO_SLOW'
  /** The database cannot be reached just now. */
  | 'UNAVAILABLE'
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** A fault of the program. The message carries an id that the log has. */
  | 'INTERNAL_SERVER_ERROR';

/** HTTP status of a request that was refused as a whole. */
export const STATUS: Readonly<Record<RequestErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  QUERY_TOO_LARGE: 400,
  QUERY_TIMEOUT: 503,
  PAYLOAD_TOO_LARGE: 413,
  IDEMPOTENCY_KEY_REUSED: 422,
  IDEMPOTENCY_KEY_IN_USE: 409,
  TOO_MANY_REQUESTS: 429,
  SUBSCRIBER_TOO_SLOW: 503,
  UNAVAILABLE: 503,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL_SERVER_ERROR: 500,
};

/** An error that the caller may read as it is: its message says what is wrong and what to do. */
export class RequestError extends GraphQLError {
  readonly statusCode: number;

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    /** The argument that it is about, outermost name first. */
    argument?: readonly string[],
    /** What programs are told besides. */
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { extensions: { code, ...(argument ? { argument } : {}), ...more } });
    this.statusCode = STATUS[code];
  }
}

export const badInput = (argument: readonly string[], message: string): RequestError =>
  new RequestError('BAD_USER_INPUT', `${argument.join('.')}: ${message}`, argument);
