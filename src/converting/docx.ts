import mammoth from 'mammoth';
import { UnconvertibleFileError } from './unconvertible-file.js';
import { unzip, zipped } from './zip.js';

/** What a document's parts may have unpacked, in bytes: some thousand pages. Pictures are not unpacked. */
const MAX_UNPACKED = 24 * 1024 * 1024;
const DOCUMENT = /^word\/document\d*\.xml$/;
const PART = /(?:\.xml|\.rels)$/i;
/** How a file begins in which Office keeps what is encrypted, and what its versions before 2007 wrote. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Word's own name for the style of a title, whatever language it speaks. Mammoth knows the headings already. */
const STYLES = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Quote'] => blockquote > p:fresh"];
const TITLE = '<h1 class="title">';

/**
 * A Word document (.docx) as HTML: headings, paragraphs, lists, tables, links, and footnotes and endnotes as links to a
 * list at the end. What was deleted while changes were tracked, comments and pictures are left out.
 *
 * @throws UnconvertibleFileError
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) {
    throw new UnconvertibleFileError(
      'ENCRYPTED',
      'is protected by a password, or of a Word before 2007; save it as .docx without a password and try again',
    );
  }
  const parts = unzip(bytes, (name) => PART.test(name), MAX_UNPACKED);
  if (![...parts.keys()].some((name) => DOCUMENT.test(name))) {
    throw new UnconvertibleFileError('DAMAGED', 'holds no Word document; save it as .docx and try again');
  }
  const html = await converted(zipped(parts));
  if (!/>[^<]*\S/.test(html)) {
    throw new UnconvertibleFileError('NO_TEXT', 'has no text; if its pages are pictures, run OCR on them first');
  }
  return lined(headed(titled(html)));
}

async function converted(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        convertImage: noImage,
      },
    );
    return value;
  } catch (cause) {
    throw new UnconvertibleFileError('DAMAGED', 'is damaged; open it in Word, save it again and try again', { cause });
  }
}

/** Of a picture, nothing. Mammoth asks for the brand and calls it with the picture. */
const noImage = Object.assign(() => Promise.resolve([]), { __mammothBrand: 'ImageConverter' as const });

/** A title stands above all headings, so they go down by one. */
function titled(html: string): string {
  if (!html.includes(TITLE)) return html;
  const lowered = html.replace(
    /<(\/?)h([1-5])>/g,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`,
  );
  return lowered.replace(/<h1 class="title">([^]*?)<\/h2>/g, '<h1>$1</h1>');
}

const BOLD_ROW =
  /<table><tr>((?:<td>(?:<p><strong>[^<]{0,500}<\/strong><\/p>)?<\/td>)+)<\/tr>(?!<tr><td><p><strong>|<\/table>)/g;
const CELL = /<td>(?:<p><strong>([^<]*)<\/strong><\/p>)?<\/td>/g;

/** A first row in bold over one that is not is the heading of its table, where Word was not told that it is one. */
const headed = (html: string): string =>
  html.replace(BOLD_ROW, (_, row: string) => {
    const heads = row.replace(CELL, (_cell, text: string | undefined) => `<th>${text ?? ''}</th>`);
    return `<table><tr>${heads}</tr>`;
  });

/** One block a line: people are told lines. */
const lined = (html: string): string => html.replace(/<\/(?:p|h[1-6]|li|tr|table|ul|ol|blockquote)>/g, '$&\n');
