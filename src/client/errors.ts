/** An error at the top of an answer: a call that is forbidden, makes no sense or is too much, or a fault of the server. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
}

/** Why a mutation did not do what was asked: one of its payload's `userErrors`, as far as it was asked for. */
export interface UserErrorAnswer {
  /** One of the API's `UserErrorCode`. */
  readonly code?: string;
  readonly message: string;
  readonly field?: readonly string[] | null;
}

/**
 * What the client says itself: UNREACHABLE, nobody answers; TIMEOUT, it takes longer than `timeoutMs`; NO_GRAPHQL,
 * what answers is no Obelus server; NO_PROGRESS, a page came again, so the query does not use its cursor; TOO_SLOW, a
 * subscription was not read as fast as things happened. All others are the server's, as `extensions.code` has them.
 */
export type ClientErrorCode = 'UNREACHABLE' | 'TIMEOUT' | 'NO_GRAPHQL' | 'NO_PROGRESS' | 'TOO_SLOW';

interface Details {
  readonly status?: number;
  readonly errors?: readonly AnswerError[];
  readonly data?: unknown;
  readonly cause?: unknown;
}

/** Thrown when a request was not answered, or with errors at the top. */
export class ObelusError extends Error {
  override readonly name: string = 'ObelusError';
  /** Of the first error. */
  readonly code: string;
  /** The HTTP status, where there was an answer over HTTP. */
  readonly status: number | null;
  /** All errors of the answer. */
  readonly errors: readonly AnswerError[];
  /** What was answered beside the errors; null where nothing was. */
  readonly data: unknown;
  /** After how many seconds the same may be asked again, where the server says so. */
  readonly retryAfterSeconds: number | null;

  constructor(code: ClientErrorCode | (string & {}), message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.errors = details.errors ?? [];
    this.data = details.data ?? null;
    this.retryAfterSeconds = this.errors[0]?.extensions?.retryAfterSeconds ?? null;
  }

  /** Of the errors of an answer, at least one. */
  static of(errors: readonly AnswerError[], details: Omit<Details, 'errors'> = {}): ObelusError {
    const message = errors.map((each) => each.message).join('; ');
    return new ObelusError(errors[0]?.extensions?.code ?? 'INTERNAL_SERVER_ERROR', message, { ...details, errors });
  }
}

/** Thrown by `done` when a mutation did nothing, as its input is wrong. `code` is that of the first error. */
export class InputRefused extends ObelusError {
  override readonly name = 'InputRefused';

  /** @param userErrors at least one */
  constructor(readonly userErrors: readonly UserErrorAnswer[]) {
    super(userErrors[0]?.code ?? 'INVALID_INPUT', userErrors.map(toldOf).join('; '));
  }
}

const toldOf = ({ field, message }: UserErrorAnswer): string => (field ? `${field.join('.')}: ${message}` : message);

/**
 * The payload of a mutation that was done.
 *
 * @param payload a field of the answer, with its `userErrors`
 * @throws InputRefused when there are any
 */
export function done<P extends { readonly userErrors: readonly UserErrorAnswer[] }>(payload: P | null): P {
  if (payload === null) throw new ObelusError('NO_GRAPHQL', 'the mutation was answered with nothing');
  if (payload.userErrors.length > 0) throw new InputRefused(payload.userErrors);
  return payload;
}
