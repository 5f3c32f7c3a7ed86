import type { SourceInput } from '../converting/source-text.js';
import { FILE_TYPES, sniffedKind } from '../converting/file-kind.js';
import type { InputCheck } from '../editing/input-check.js';
import { decodePage } from '../importing/decode-page.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';

/** What is read of each media type. */
export const SOURCE_TYPES: Readonly<Record<string, SourceInput['kind']>> = {
  'text/html': 'HTML',
  'application/xhtml+xml': 'HTML',
  'text/plain': 'TEXT',
  'text/markdown': 'TEXT',
  [FILE_TYPES.PDF]: 'PDF',
  [FILE_TYPES.DOCX]: 'DOCX',
  [FILE_TYPES.JSON]: 'JSON',
};
export const WANTED = 'a page (HTML), plain text, a PDF, a Word document (.docx) or the JSON of an editor';

/** What is captured, before its words are taken. */
export interface CapturedContent {
  readonly input: SourceInput;
  readonly mediaType: string;
}

const PAGE_START =
  /^\uFEFF?\s{0,1000}(?:<!--[^]{0,2000}?-->\s{0,100})?<(?:!doctype\s+html|html|head|body|article|main)\b/i;

/** What somebody gives as the text of a source; null when they give nothing, or something wrong, which was told. */
export function givenContent(
  given: {
    readonly content?: string | null | undefined;
    readonly contentBase64?: string | null | undefined;
    readonly mediaType?: string | null | undefined;
  },
  check: InputCheck,
): CapturedContent | null {
  const { content, contentBase64 } = given;
  const mediaType = typeGiven(given.mediaType, check);
  if (content != null && contentBase64 != null) {
    check.wrong('contentBase64', 'give either content or contentBase64, not both', 'NOT_POSSIBLE');
    return null;
  }
  if (content != null) return textGiven(content, mediaType, check);
  if (contentBase64 != null) return fileGiven(contentBase64, mediaType, check);
  if (mediaType !== null) check.wrong('mediaType', 'leave it out: an address says itself what it is', 'NOT_POSSIBLE');
  return null;
}

function typeGiven(given: string | null | undefined, check: InputCheck): string | null {
  const type = given?.split(';', 1)[0]!.trim().toLowerCase();
  if (!type) return null;
  if (!Object.hasOwn(SOURCE_TYPES, type)) {
    check.wrong(
      'mediaType',
      `is ${JSON.stringify(type.slice(0, 80))}; it must be that of ${WANTED}`,
      'UNSUPPORTED_TYPE',
    );
  }
  return type;
}

function textGiven(text: string, mediaType: string | null, check: InputCheck): CapturedContent | null {
  if (Buffer.byteLength(text) > MAX_INPUT_BYTES)
    check.wrong('content', 'is larger than the limit of 20 MiB', 'TOO_LARGE');
  else if (!/\S/.test(text)) check.wrong('content', 'is empty; give the text of the source', 'EMPTY');
  else if (text.includes('\0')) check.wrong('content', 'has a NUL character; give a file as contentBase64');
  const type = mediaType ?? (PAGE_START.test(text) ? 'text/html' : 'text/plain');
  const kind = SOURCE_TYPES[type];
  if (kind === 'PDF' || kind === 'DOCX') {
    check.wrong('mediaType', `a file of the type ${type} is no text; give it as contentBase64`, 'NOT_POSSIBLE');
    return null;
  }
  if (kind === 'JSON') return { input: { kind, bytes: Buffer.from(text) }, mediaType: type };
  return { input: { kind: kind ?? 'TEXT', text }, mediaType: type };
}

function fileGiven(base64: string, mediaType: string | null, check: InputCheck): CapturedContent | null {
  const field = 'contentBase64';
  const bytes = check.bytes(base64, field, '');
  if (bytes === null) return null;
  const found = contentOf(bytes, mediaType, null);
  if (typeof found !== 'string') return found;
  check.wrong(field, found);
  return null;
}

/**
 * What bytes are. What they begin with goes before what is said of them: servers and people are mistaken.
 *
 * @param mediaType as it is said; null: nothing is
 * @param charset as the header Content-Type names it
 * @returns or what is wrong with them, for people
 */
export function contentOf(
  bytes: Uint8Array,
  mediaType: string | null,
  charset: string | null,
): CapturedContent | string {
  const said = mediaType === null ? null : (SOURCE_TYPES[mediaType] ?? null);
  const sniffed = sniffedKind(bytes);
  const file = sniffed === 'JSON' && said !== 'JSON' && said !== null ? null : sniffed;
  if (file !== null) {
    if (said !== null && said !== file)
      return `is said to be ${mediaType}, and begins as ${FILE_TYPES[file]} does; say what it is`;
    return { input: { kind: file, bytes }, mediaType: FILE_TYPES[file] };
  }
  if (said === 'PDF' || said === 'DOCX' || said === 'JSON') {
    return `is said to be ${mediaType}, and does not begin as such a file does; it may be damaged, or something else`;
  }
  const { text, isDamaged } = decodePage(bytes, charset);
  if (isBinary(text, isDamaged)) return `is no text, and no file that can be read; it must be ${WANTED}`;
  const type = mediaType !== null && said !== null ? mediaType : PAGE_START.test(text) ? 'text/html' : 'text/plain';
  return { input: { kind: SOURCE_TYPES[type] === 'HTML' ? 'HTML' : 'TEXT', text }, mediaType: type };
}

/** Control characters that no text has, beyond a stray one: what pictures and programs are full of. */
function isBinary(text: string, isDamaged: boolean): boolean {
  const start = text.slice(0, 10_000);
  const odd = start.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return start.includes('\0') || odd > start.length / (isDamaged ? 20 : 50);
}
