import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Of 0 to 11: from here on each step gains little and takes several times as long. See docs/decisions/0035. */
const QUALITY = 5;
/** More than a text of `LONGEST_TEXT` can have as UTF-8: what is stored was written by us, and is not believed all the same. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The longest text of a source that is kept, in UTF-16 units. */
export const LONGEST_TEXT = 5_000_000;

/** A text as it is stored. Works beside the main thread. */
export function packText(text: string): Promise<Buffer> {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  return compress(bytes, { params });
}

/** The text of what is stored. */
export async function unpackText(packed: Buffer): Promise<string> {
  return (await decompress(packed, { maxOutputLength: MOST_BYTES })).toString('utf8');
}
