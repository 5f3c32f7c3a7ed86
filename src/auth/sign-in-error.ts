/** Thrown when somebody is known by the provider of sign-ins, and may not come in here. The message says why. */
export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError';
  readonly code = 'FORBIDDEN';
}

/** Thrown when the provider of sign-ins cannot be asked. Trying again may help. */
export class SignInUnavailableError extends Error {
  override readonly name = 'SignInUnavailableError';
  readonly code = 'UNAVAILABLE';

  constructor(options?: ErrorOptions) {
    super(
      'who you are cannot be found out just now: the provider of sign-ins does not answer; try again in a moment',
      options,
    );
  }
}
