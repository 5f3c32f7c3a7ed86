import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FILE_KINDS, fileKindOf, isFileKind, type FileKind } from '../converting/file-kind.js';
import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { ARTICLE_FORMATS, type ArticleFormat } from '../judging/evidence.js';
import { decode, MAX_INPUT_BYTES, UnreadableInputError } from '../reading/decode.js';
import type { Notice } from '../reading/notice.js';
import { formatOf } from '../reading/read-article.js';
import { FORMAT_NAMES } from './format-names.js';
import { UsageError, type Terminal } from './terminal.js';

/** What stands for standard input among file names. */
export const STANDARD_INPUT = '-';

/** A text with the format in which it is to be read. */
export interface Input {
  /** As given on the command line. */
  readonly path: string;
  readonly text: string;
  readonly format: ArticleFormat;
  /** The kind of the file that the text was converted from; null when the file is the text. */
  readonly convertedFrom: FileKind | null;
}

/** Tells what was left out of a file when it was converted: it ends nothing. */
function tellNotices(path: string, notices: readonly Notice[], terminal: Terminal): void {
  if (notices.length > 0) terminal.progress('');
  for (const { message } of notices) terminal.error(`${path}: note: ${message}`);
}

/**
 * Reads a file, or standard input for "-". A Word document, a PDF or the JSON of an editor is converted.
 *
 * @param inputFormat a format's name in lower case; left out, the file's name decides, and standard input is plain text
 * @throws UsageError naming the file, what is wrong, and what to do
 */
export async function readInput(path: string, inputFormat: string | undefined, terminal: Terminal): Promise<Input> {
  try {
    const stream = path === STANDARD_INPUT ? terminal.input : await opened(path, terminal);
    const format = formatFor(path, inputFormat);
    const bytes = await capped(stream);
    if (!isFileKind(format)) return { path, format, text: decode(bytes), convertedFrom: null };
    // Loaded when one is there: the parsers of these files are large.
    const { convertFile } = await import('../converting/convert.js');
    const { content, format: convertedTo, notices } = await convertFile(bytes, format);
    tellNotices(path, notices, terminal);
    return { path, format: convertedTo, text: content, convertedFrom: format };
  } catch (error) {
    throw new UsageError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

/**
 * Reads a file as it is, or standard input for "-".
 *
 * @throws UsageError naming the file, what is wrong, and what to do
 */
export async function readText(path: string, terminal: Terminal): Promise<string> {
  try {
    return decode(await capped(path === STANDARD_INPUT ? terminal.input : await opened(path, terminal)));
  } catch (error) {
    throw new UsageError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

function formatFor(path: string, inputFormat: string | undefined): ArticleFormat | FileKind {
  const given = [...ARTICLE_FORMATS, ...FILE_KINDS].find((format) => format.toLowerCase() === inputFormat);
  const format = given ?? (path === STANDARD_INPUT ? 'TEXT' : (formatOf(path) ?? fileKindOf(path)));
  if (format) return format;
  throw new UsageError(`its name does not tell what format it is in; give --input-format (${FORMAT_NAMES.join(', ')})`);
}

async function opened(path: string, terminal: Terminal): Promise<AsyncIterable<Uint8Array>> {
  const entry = await stat(path);
  if (entry.isDirectory()) throw new UsageError('is a folder; name the files in it');
  if (entry.size > 1024 * 1024) terminal.progress(`Reading ${path} (${(entry.size / 1024 / 1024).toFixed(1)} MiB) …`);
  return createReadStream(path);
}

/** Everything that comes, but little more than the limit, so that an endless input ends. */
async function capped(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(part);
    bytes += part.byteLength;
    if (bytes > MAX_INPUT_BYTES) throw new UsageError('more than the limit of 20 MiB; split the text');
  }
  return Buffer.concat(chunks);
}

/** What went wrong, in words for people. @throws whatever is no error of reading */
export function whyUnreadable(error: unknown): string {
  if (error instanceof UnreadableInputError || error instanceof UnconvertibleFileError) return error.message;
  if (error instanceof UsageError) return error.message;
  if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
  const code = String(error.code);
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file; check the path',
    ENOTDIR: 'no such file; check the path',
    EISDIR: 'is a folder; name the files in it',
    EACCES: 'no permission to read it; check who owns it',
    EPERM: 'no permission to read it; check who owns it',
    ELOOP: 'a symbolic link that leads back to itself; give the file itself',
    ENAMETOOLONG: 'the path is too long; check it',
  };
  return known[code] ?? `cannot be read (${code}); check the path`;
}
