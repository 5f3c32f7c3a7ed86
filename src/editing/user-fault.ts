import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';

/** Thrown where a caller asks for what cannot be done: the change is undone, and the answer says why. */
export class UserFault extends Error {
  override readonly name = 'UserFault';
  readonly userErrors: readonly UserErrorData[];

  constructor(first: UserErrorData, ...more: readonly UserErrorData[]) {
    super(first.message);
    this.userErrors = [first, ...more];
  }
}

export function fault(code: UserErrorCode, message: string, ...field: string[]): UserFault {
  return new UserFault({ code, message, field: field.length > 0 ? field : null });
}

/** @throws UserFault CONFLICT when the caller saw another version than the one there is */
export function expectVersion(what: string, is: number, expected: number | null | undefined): void {
  const error = versionError(what, is, expected, 'expectedVersion');
  if (error) throw new UserFault(error);
}

/** What the caller is told who saw another version than the one there is; null when it is the same. */
export function versionError(
  what: string,
  is: number,
  expected: number | null | undefined,
  ...field: string[]
): UserErrorData | null {
  if (expected === null || expected === undefined || expected === is) return null;
  const message = `${what} is at version ${is}, not ${expected}: somebody changed it; look at it again, then repeat with ${is}`;
  return { code: 'CONFLICT', message, field };
}

/** What the caller is told of an error; null for a fault of the program, which is not theirs. */
export function userErrorsOf(error: unknown): readonly UserErrorData[] | null {
  if (error instanceof UserFault) return error.userErrors;
  if (error instanceof StatementTimeoutError) {
    return [{ code: 'TIMEOUT', message: 'the change took the database too long; try again', field: null }];
  }
  if (error instanceof WriteConflictError) {
    return [{ code: 'CONFLICT', message: 'others changed the same at the same time; try again', field: null }];
  }
  return null;
}
