/** The largest input that is read, in bytes. */
export const MAX_INPUT_BYTES = 20 * 1024 * 1024;

/** Why an input cannot be read: what is wrong, where, and what to do. */
export type UnreadableReason = 'NOT_UTF8' | 'EMPTY' | 'TOO_LARGE' | 'NUL_CHARACTER';

/** Thrown for an input that no reader can take. The message is for people. */
export class UnreadableInputError extends Error {
  override readonly name = 'UnreadableInputError';

  constructor(
    readonly reason: UnreadableReason,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Bytes to text, strictly.
 *
 * @param bytes the input; a UTF-8 byte order mark is dropped
 * @returns the text, to which all positions refer
 * @throws UnreadableInputError when it is larger than `MAX_INPUT_BYTES`, not UTF-8, or see `checkText`
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_INPUT_BYTES) throw tooLarge(bytes.byteLength);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    const guess = at === 0 && (bytes[0] === 0xff || bytes[0] === 0xfe) ? ' (it looks like UTF-16)' : '';
    throw new UnreadableInputError('NOT_UTF8', `not UTF-8 at byte ${at}${guess}; save the file as UTF-8 and try again`);
  }
  checkText(text);
  return text;
}

/**
 * The checks that hold for a text however it came.
 *
 * @throws UnreadableInputError when it is empty, larger than `MAX_INPUT_BYTES` as UTF-8, or has a NUL character
 */
export function checkText(text: string): void {
  // A UTF-16 unit is at least one byte of UTF-8, so the exact count is only needed in between.
  const bytes = text.length > MAX_INPUT_BYTES / 3 ? Buffer.byteLength(text) : 0;
  if (bytes > MAX_INPUT_BYTES) throw tooLarge(bytes);
  if (!/\S/.test(text)) throw new UnreadableInputError('EMPTY', 'nothing to read: the text is empty or white space');
  const nul = text.indexOf('\u0000');
  if (nul >= 0) {
    const message = `a NUL character at position ${nul}; this looks like a binary file, give the text itself`;
    throw new UnreadableInputError('NUL_CHARACTER', message);
  }
}

function tooLarge(bytes: number): UnreadableInputError {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return new UnreadableInputError('TOO_LARGE', `${size} MiB is more than the limit of 20 MiB; split the text`);
}

/** Byte offset of the first byte that is no UTF-8, by halving: a prefix is valid up to a cut character. */
function firstInvalidByte(bytes: Uint8Array): number {
  const valid = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
