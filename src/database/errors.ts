import { QueryFailedError } from 'typeorm';

/** A statement ran longer than it may. Ask for less, or for something more selective. */
export class StatementTimeoutError extends Error {
  override readonly name = 'StatementTimeoutError';
}

/** No connection: the database is down, restarting, or all connections are taken. Trying again later may help. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** Another row has the value already. */
export class UniqueViolationError extends Error {
  override readonly name = 'UniqueViolationError';

  constructor(
    /** The name of the index or constraint. */
    readonly constraint: string,
    options?: ErrorOptions,
  ) {
    super(`another row has the value (${constraint})`, options);
  }
}

/** Two transactions stood in each other's way, and this one was ended (deadlock, serialization, lock timeout). */
export class WriteConflictError extends Error {
  override readonly name = 'WriteConflictError';
}

/** Codes of the driver and of Node that say that there is no connection. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNABORTED',
  'ECONNRESET',
  'EHOSTDOWN',
  'ENETDOWN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** What PostgreSQL says to a change where none may be made. */
const READ_ONLY = '25006';

/** True when it is a worker of a Citus cluster that is away: the coordinator, which says so, is there. */
export const isWorkerGone = (error: unknown): boolean =>
  /connection to the remote node|connection marked as essential/.test(fieldsOf(error).message);

/** True when nobody answers at the address, or the server is starting, stopping or full; or a worker of it is away. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = fieldsOf(error);
  if (isWorkerGone(error)) return true;
  // 57P: operator intervention (shutdown, crash, starting up), but 57014 is a cancelled statement.
  if (code !== undefined) return GONE.has(code) || /^(08|57P|53300)/.test(code);
  return /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|Query read timeout/.test(
    message,
  );
}

/** True when it is the server that is gone, not when all connections are taken. */
export function isServerGone(error: unknown): boolean {
  const { code, message } = fieldsOf(error);
  if (code !== undefined) return GONE.has(code) || /^(08|57P)/.test(code);
  return /Connection terminated|not queryable|Query read timeout/.test(message);
}

/** True when a server has no connection left to give. */
export const isFull = (error: unknown): boolean => fieldsOf(error).code === '53300';

/** True when PostgreSQL refused a statement: then nothing of its transaction was stored. */
export const isRefused = (error: unknown): boolean => {
  const { code } = fieldsOf(causeOf(error));
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
};

/** Of a transaction that may write: the server has become another one's follower, or is closed to changes. */
export function asFollower(error: unknown): unknown {
  if (fieldsOf(error).code !== READ_ONLY) return error;
  return new DatabaseUnavailableError('the server can only be read', { cause: error });
}

/** True when a replica ended a statement that stood in the way of what it had to take over: the primary can answer it. */
export const isOfReplaying = (error: unknown): boolean => fieldsOf(causeOf(error)).code === '40001';

const TRANSLATED = [StatementTimeoutError, UniqueViolationError, WriteConflictError];

/** What was translated, as the database said it. */
function causeOf(error: unknown): unknown {
  if (error instanceof QueryFailedError) return error.driverError;
  return TRANSLATED.some((each) => error instanceof each) ? (error as Error).cause : error;
}

/** The database's error as one of the classes above where there is one for it; else as it is. */
export function translate(error: unknown): unknown {
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message, constraint } = fieldsOf(cause);
  if (code === '57014' && /statement timeout/.test(message)) {
    return new StatementTimeoutError('the statement ran too long', { cause });
  }
  if (code === '23505') return new UniqueViolationError(constraint ?? nameIn(message), { cause });
  if (code === '40001' || code === '40P01' || code === '55P03') return new WriteConflictError(message, { cause });
  if (isUnreachable(cause)) return new DatabaseUnavailableError('the database cannot be reached', { cause });
  return error;
}

/** Citus passes on what a worker said, without the name; and in what it said, the shard's number is behind it. */
const nameIn = (message: string): string => /unique constraint "(.+?)(?:_\d{6,})?"/.exec(message)?.[1] ?? '';

/** By shape, not by class: errors can come from another realm (a worker, a test's sandbox). */
function fieldsOf(error: unknown): { code?: string; message: string; constraint?: string } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { code, constraint, message, errors } = error as Partial<Record<string, unknown>>;
  // Node tries all addresses of a host and reports them together.
  if (code === undefined && Array.isArray(errors) && errors.length > 0) return fieldsOf(errors[0]);
  return {
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    message: String(message),
  };
}
