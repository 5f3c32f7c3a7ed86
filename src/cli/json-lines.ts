import { UsageError } from './terminal.js';

/** One line of an input, as bytes. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null when it is longer than the limit; the rest of it is left out, and the lines behind it are read. */
  readonly bytes: Uint8Array | null;
}

const LINE_BREAK = 0x0a;

/** Parts a stream into lines, at most one of which is held at a time. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>, longest: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const keep = (part: Uint8Array): void => {
    length += part.byteLength;
    if (length > longest) parts = [];
    else if (part.byteLength > 0) parts.push(part);
  };
  const line = (): Line => ({ number, bytes: length > longest ? null : Buffer.concat(parts) });
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, from)) {
      keep(bytes.subarray(from, at));
      yield line();
      [parts, length, number, from] = [[], 0, number + 1, at + 1];
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) yield line();
}

/**
 * The object that a line holds; null when the line is empty.
 *
 * @throws UsageError saying what is wrong, without the number of the line
 */
export function objectOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  let text: string;
  try {
    // Drops a byte order mark, too.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('it is not in UTF-8');
  }
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`it is not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError('it is not an object');
  return value as Readonly<Record<string, unknown>>;
}
