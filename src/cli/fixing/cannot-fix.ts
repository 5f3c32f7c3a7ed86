/** Thrown where a fix is not safe: the text stays as it is, and the message says why. */
export class CannotFix extends Error {
  override readonly name = 'CannotFix';
}

/** A message names so many things at most. */
const MOST_TOLD = 10;

/** Things as a message names them: the first, with an ellipsis for more. */
export function theFirst(all: readonly string[]): string {
  return [...all.slice(0, MOST_TOLD), ...(all.length > MOST_TOLD ? ['…'] : [])].join(', ');
}
