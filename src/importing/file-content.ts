import type { ConvertedFile } from '../converting/convert.js';
import { sniffedKind, type FileKind } from '../converting/file-kind.js';
import type { UnconvertibleReason } from '../converting/unconvertible-file.js';
import { InputCheck } from '../editing/input-check.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import type { Notice } from '../reading/notice.js';
import type { ImportArticleData } from './import-input.js';
import { ReadingError, type ReadingPool } from './reading-pool.js';
import type { Unconvertible } from './reading.worker.js';

const CODES: Readonly<Record<UnconvertibleReason, UserErrorCode>> = {
  DAMAGED: 'INVALID_INPUT',
  ENCRYPTED: 'INVALID_INPUT',
  NO_TEXT: 'INVALID_INPUT',
  TOO_LARGE: 'TOO_LARGE',
  UNKNOWN: 'INVALID_INPUT',
};

/** An import whose content is a text. */
export interface ReadableImport {
  readonly data: ImportArticleData;
  /** What editors should know of what the text was converted from. */
  readonly notices: readonly Notice[];
}

/** How JSON begins that is no text of another kind: an object with a key, or a list of objects. */
const JSON_START = /^\uFEFF?\s{0,1000}(?:\{\s{0,1000}"|\[\s{0,1000}\{)/;

/**
 * An import whose content is a file or the JSON of an editor, with the text of that in its place; other imports as they are.
 *
 * @returns the import, or what is wrong with the file
 */
export async function withFileContent(
  data: ImportArticleData,
  pool: Pick<ReadingPool, 'convert'>,
): Promise<ReadableImport | UserErrorData> {
  const { contentBase64, ...rest } = data;
  if (contentBase64 === null || contentBase64 === undefined) return withEditorJson(rest, pool);
  const file = checkFile(data, contentBase64);
  return 'code' in file ? file : withConverted(rest, file, pool, 'contentBase64');
}

/**
 * An import with the text of a file as its content.
 *
 * @param field of the input, which told of the file
 * @returns the import, or what is wrong with the file
 */
export async function withConverted(
  data: ImportArticleData,
  file: { readonly bytes: Uint8Array; readonly kind: FileKind },
  pool: Pick<ReadingPool, 'convert'>,
  field: string,
): Promise<ReadableImport | UserErrorData> {
  const converted = await convert(file, pool, field);
  if ('code' in converted) return converted;
  return 'reason' in converted ? refusal(converted, field) : readable(data, converted);
}

/** The JSON of an editor may come as a text. What begins like it and is no JSON is a text of its own. */
async function withEditorJson(
  data: ImportArticleData,
  pool: Pick<ReadingPool, 'convert'>,
): Promise<ReadableImport | UserErrorData> {
  const { content, format } = data;
  if ((format ?? null) !== null || typeof content !== 'string' || !JSON_START.test(content)) {
    return { data, notices: [] };
  }
  const result = await convert({ bytes: Buffer.from(content), kind: 'JSON' }, pool, 'content');
  if ('code' in result) return result;
  if (!('reason' in result)) return readable(data, result);
  return result.reason === 'DAMAGED' ? { data, notices: [] } : refusal(result, 'content');
}

/** What was noticed, as editors are told it. */
export const sentenceOf = (notice: string): string => `${notice.charAt(0).toUpperCase()}${notice.slice(1)}.`;

const readable = (data: ImportArticleData, { content, format, notices }: ConvertedFile): ReadableImport => ({
  data: { ...data, content, format },
  notices: notices.map((notice) => ({ ...notice, message: sentenceOf(notice.message) })),
});

function checkFile(data: ImportArticleData, base64: string): { bytes: Uint8Array; kind: FileKind } | UserErrorData {
  if (data.content !== null && data.content !== undefined) {
    return wrong('give either content or contentBase64, not both', 'NOT_POSSIBLE');
  }
  if (data.format !== null && data.format !== undefined) {
    return wrong('leave it out: the file says itself what it is, and it is read as HTML', 'NOT_POSSIBLE', 'format');
  }
  const check = new InputCheck();
  const bytes = check.bytes(base64, 'contentBase64', '; split the document');
  if (bytes === null) return check.found[0]!;
  const kind = sniffedKind(bytes);
  if (!kind) return wrong('is neither a Word document (.docx) nor a PDF nor JSON; give a text as content');
  return { bytes, kind };
}

async function convert(
  file: { readonly bytes: Uint8Array; readonly kind: FileKind },
  pool: Pick<ReadingPool, 'convert'>,
  field: string,
): Promise<ConvertedFile | Unconvertible | UserErrorData> {
  try {
    return await pool.convert(file);
  } catch (error) {
    if (error instanceof ReadingError) return wrong(error.message, error.code, field);
    throw error;
  }
}

const refusal = ({ reason, message }: Unconvertible, field: string): UserErrorData =>
  wrong(message, CODES[reason], field);

function wrong(message: string, code: UserErrorCode = 'INVALID_INPUT', field = 'contentBase64'): UserErrorData {
  return { code, message, field: [field] };
}
