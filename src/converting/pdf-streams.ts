import { inflateSync, constants } from 'node:zlib';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** What one stream of a PDF may have unpacked, and all together, in bytes. A scanned page in colour has some 25 MB. */
const MAX_STREAM = 128 * 1024 * 1024;
const MAX_TOTAL = 1024 * 1024 * 1024;
/** Streams that were packed again and again. */
const MAX_PACKED = 3;

const BEGIN = Buffer.from('stream');
const END = Buffer.from('endstream');
const [LINE_FEED, RETURN] = [0x0a, 0x0d];

/**
 * Refuses a PDF whose streams unpack to more than the memory should hold: pdf.js has no limit of its own. Streams that
 * are encrypted, or packed by another method than Flate, are not seen.
 *
 * @throws UnconvertibleFileError TOO_LARGE
 */
export function checkStreams(bytes: Uint8Array): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = data.indexOf(BEGIN); at >= 0;) {
    let start = at + BEGIN.byteLength;
    if (data[start] === RETURN) start++;
    if (data[start] === LINE_FEED) start++;
    const end = data.indexOf(END, start);
    const stop = end < 0 ? data.byteLength : end;
    total += unpackedSize(data.subarray(start, stop), MAX_PACKED);
    if (total > MAX_TOTAL) throw tooLarge();
    at = end < 0 ? -1 : data.indexOf(BEGIN, end + END.byteLength);
  }
}

/** Of what is no such stream, 0. */
function unpackedSize(packed: Buffer, depth: number): number {
  if (depth === 0 || !isFlate(packed)) return 0;
  try {
    // A stream that lacks its end is unpacked as far as it goes, as pdf.js does.
    const unpacked = inflateSync(packed, { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
    return unpacked.byteLength + unpackedSize(unpacked, depth - 1);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    return 0;
  }
}

/** The two bytes with which zlib's format begins (RFC 1950). */
const isFlate = (data: Buffer): boolean =>
  data.byteLength > 2 && (data[0]! & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;

function tooLarge(): UnconvertibleFileError {
  return new UnconvertibleFileError('TOO_LARGE', 'unpacks to more than the memory should hold; print it to a new PDF');
}
