/** Thrown when a call bears no token, or one that is unknown, expired or revoked. Which, is not told. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';

  /** @param reason for the log, without what was sent */
  constructor(readonly reason: string) {
    super('a valid token is needed: send the header "Authorization: Bearer <token>"');
  }
}
