import type { ArticleFormat } from '../judging/evidence.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { docxToHtml } from './docx.js';
import type { FileKind } from './file-kind.js';
import { pdfToHtml } from './pdf.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** What a file became: the text that is read and stored, to which all positions refer. */
export interface ConvertedFile {
  readonly content: string;
  readonly format: ArticleFormat;
}

/**
 * Makes the text of an article of a file that is none.
 *
 * @throws UnconvertibleFileError
 */
export async function convertFile(bytes: Uint8Array, kind: FileKind): Promise<ConvertedFile> {
  if (bytes.byteLength > MAX_INPUT_BYTES) throw tooLarge('is larger than the limit of 20 MiB');
  const content = kind === 'DOCX' ? await docxToHtml(bytes) : await pdfToHtml(bytes);
  if (Buffer.byteLength(content) > MAX_INPUT_BYTES) throw tooLarge('has more than 20 MiB of text');
  return { content, format: 'HTML' };
}

function tooLarge(what: string): UnconvertibleFileError {
  return new UnconvertibleFileError('TOO_LARGE', `${what}; split the document`);
}
