/** Why a file makes no article. */
export type UnconvertibleReason = 'DAMAGED' | 'ENCRYPTED' | 'NO_TEXT' | 'TOO_LARGE' | 'UNKNOWN';

/** Thrown for a file that cannot be converted. The message says what is wrong and what to do. */
export class UnconvertibleFileError extends Error {
  override readonly name = 'UnconvertibleFileError';

  constructor(
    readonly reason: UnconvertibleReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
