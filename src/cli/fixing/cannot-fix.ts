/** Thrown where a fix is not safe: the text stays as it is, and the message says why. */
export class CannotFix extends Error {
  override readonly name = 'CannotFix';
}
