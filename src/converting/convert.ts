import type { ArticleFormat } from '../judging/evidence.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import type { Notice } from '../reading/notice.js';
import { docxToHtml } from './docx.js';
import { editorJsonToHtml } from './editor-json.js';
import type { FileKind } from './file-kind.js';
import { pdfToHtml } from './pdf.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** What a file became: the text that is read and stored, to which all positions refer. */
export interface ConvertedFile {
  readonly content: string;
  readonly format: ArticleFormat;
  /** What people should know of it: what was left out of it, in sentences without a capital. */
  readonly notices: readonly Notice[];
}

/**
 * Makes the text of an article of a file that is none.
 *
 * @throws UnconvertibleFileError
 */
export async function convertFile(bytes: Uint8Array, kind: FileKind): Promise<ConvertedFile> {
  if (bytes.byteLength > MAX_INPUT_BYTES) throw tooLarge('is larger than the limit of 20 MiB');
  const { html: content, notices } = await htmlOf(bytes, kind);
  if (Buffer.byteLength(content) > MAX_INPUT_BYTES) throw tooLarge('has more than 20 MiB of text');
  return { content, format: 'HTML', notices };
}

async function htmlOf(bytes: Uint8Array, kind: FileKind): Promise<{ html: string; notices: readonly Notice[] }> {
  switch (kind) {
    case 'DOCX':
      return { html: await docxToHtml(bytes), notices: [] };
    case 'PDF':
      return { html: await pdfToHtml(bytes), notices: [] };
    case 'JSON':
      return editorJsonToHtml(bytes);
  }
}

function tooLarge(what: string): UnconvertibleFileError {
  return new UnconvertibleFileError('TOO_LARGE', `${what}; split the document`);
}
