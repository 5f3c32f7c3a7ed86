import type { ConvertedFile } from '../converting/convert.js';
import { sniffedKind, type FileKind } from '../converting/file-kind.js';
import type { UnconvertibleReason } from '../converting/unconvertible-file.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import type { ImportArticleData } from './import-input.js';
import { ReadingError, type ReadingPool } from './reading-pool.js';

const CODES: Readonly<Record<UnconvertibleReason, UserErrorCode>> = {
  DAMAGED: 'INVALID_INPUT',
  ENCRYPTED: 'INVALID_INPUT',
  NO_TEXT: 'INVALID_INPUT',
  TOO_LARGE: 'TOO_LARGE',
};

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * An import whose content is a file, with the text of that file in its place; other imports as they are.
 *
 * @returns the import, or what is wrong with the file
 */
export async function withFileContent(
  data: ImportArticleData,
  pool: Pick<ReadingPool, 'convert'>,
): Promise<ImportArticleData | UserErrorData> {
  const { contentBase64, ...rest } = data;
  if (contentBase64 === null || contentBase64 === undefined) return rest;
  const file = checkFile(data, contentBase64);
  if ('code' in file) return file;
  const converted = await convert(file, pool);
  return 'code' in converted ? converted : { ...rest, ...converted };
}

function checkFile(data: ImportArticleData, base64: string): { bytes: Uint8Array; kind: FileKind } | UserErrorData {
  if (data.content !== null && data.content !== undefined) {
    return wrong('give either content or contentBase64, not both', 'NOT_POSSIBLE');
  }
  if (data.format !== null && data.format !== undefined) {
    return wrong('leave it out: the file says itself what it is, and it is read as HTML', 'NOT_POSSIBLE', 'format');
  }
  // Four characters are three bytes.
  if (base64.length > (MAX_INPUT_BYTES / 3 + 1) * 4) {
    return wrong('is larger than the limit of 20 MiB; split the document', 'TOO_LARGE');
  }
  if (base64 === '') return wrong('is empty; give the bytes of a file', 'EMPTY');
  if (base64.length % 4 !== 0 || !BASE64.test(base64)) {
    return wrong('is not base64 (RFC 4648, section 4: without line breaks, filled up with "=")');
  }
  const bytes = Buffer.from(base64, 'base64');
  const kind = sniffedKind(bytes);
  if (!kind) return wrong('is neither a Word document (.docx) nor a PDF; give a text as content');
  return { bytes, kind };
}

async function convert(
  file: { bytes: Uint8Array; kind: FileKind },
  pool: Pick<ReadingPool, 'convert'>,
): Promise<ConvertedFile | UserErrorData> {
  try {
    const result = await pool.convert(file);
    return 'reason' in result ? wrong(result.message, CODES[result.reason]) : result;
  } catch (error) {
    if (error instanceof ReadingError) return wrong(error.message, error.code);
    throw error;
  }
}

function wrong(message: string, code: UserErrorCode = 'INVALID_INPUT', field = 'contentBase64'): UserErrorData {
  return { code, message, field: [field] };
}
