/** Why the database cannot be used. Stable names, for programs and tests. */
export type StartErrorCode =
  /** Another process uses the data folder. */
  | 'DATA_DIR_IN_USE'
  /** The data folder belongs to another user, or cannot be written. */
  | 'DATA_DIR_OWNER'
  /** The data folder was made by another major version of PostgreSQL. */
  | 'DATA_DIR_VERSION'
  /** The data folder lacks a part, or holds something else. */
  | 'DATA_DIR_BROKEN'
  /** The embedded PostgreSQL is not there, or does not start. */
  | 'EMBEDDED_FAILED'
  /** Nobody answers at the database's address. */
  | 'DATABASE_DOWN'
  /** It answers, and refuses: a wrong password, an unknown database. */
  | 'DATABASE_REFUSED'
  | 'DATABASE_TOO_OLD'
  /** The tables or the program's role cannot be made with the rights at hand. */
  | 'DATABASE_RIGHTS'
  /** The tables cannot be spread over a Citus cluster as it is. */
  | 'CLUSTER_UNFIT'
  /** The program's own connection could see other workspaces. */
  | 'WALL_OPEN';

/** Thrown when the program cannot start. The message is one line for people: what is wrong, where, what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
