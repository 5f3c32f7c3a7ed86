import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import type { NodeType } from '../graphql/global-id.js';
import type { CurrentState, UserErrorCode, UserErrorData } from '../graphql/user-error.js';

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
export function expectVersion(current: CurrentState, expected: number | null | undefined): void {
  const error = versionError(current, expected, 'expectedVersion');
  if (error) throw new UserFault(error);
}

/** What the caller is told who saw another version than the one there is; null when it is the same. */
export function versionError(
  current: CurrentState,
  expected: number | null | undefined,
  ...field: string[]
): UserErrorData | null {
  const { type, version } = current;
  if (expected === null || expected === undefined || expected === version) return null;
  const what = `the ${type.toLowerCase()} is at version ${version}, not ${expected}`;
  const message = `${what}: somebody changed it; look at it again, then repeat with ${version}`;
  return { code: 'CONFLICT', message, field, current };
}

/** The version of an object that is held. */
export const currentOf = (
  type: NodeType,
  { id, version }: { readonly id: string; readonly version: number },
): CurrentState => ({
  type,
  uuid: id,
  version,
});

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
