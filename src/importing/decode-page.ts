/** The text of something from the web. */
export interface DecodedPage {
  readonly text: string;
  /** Whether bytes that are none of the encoding became U+FFFD. */
  readonly isDamaged: boolean;
}

/** How far into a page its encoding may be declared, in bytes: HTML Standard, section 13.2.3.2. */
const DECLARED_WITHIN = 1024;
const META = /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:+-]{1,50})/i;
const XML = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:+-]{1,50})/i;

/**
 * Bytes from the web to text, as browsers do: by the byte order mark, the encoding that the site tells, or the one that the
 * page declares, of which those that nobody knows are left aside; without any of these it is UTF-8, and windows-1252 when it
 * cannot be. Unlike files, which their owner can save anew, a page with a few wrong bytes is read.
 *
 * @param charset as the header Content-Type names it
 */
export function decodePage(bytes: Uint8Array, charset: string | null): DecodedPage {
  const { buffer, byteOffset, byteLength } = bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(byteLength, DECLARED_WITHIN)).toString('latin1');
  const told = [markOf(start), charset, declaredIn(start)].find((each) => each !== null && isKnown(each)) ?? null;
  if (told !== null) return decodeAs(told, bytes);
  const utf8 = decodeAs('utf-8', bytes);
  return utf8.isDamaged ? decodeAs('windows-1252', bytes) : utf8;
}

/** By the Encoding Standard, section 6. */
function markOf(start: string): string | null {
  if (start.startsWith('\u00EF\u00BB\u00BF')) return 'utf-8';
  if (start.startsWith('\u00FF\u00FE')) return 'utf-16le';
  return start.startsWith('\u00FE\u00FF') ? 'utf-16be' : null;
}

/** What can be read byte by byte as far as its declaration is no UTF-16, whatever it says. */
function declaredIn(start: string): string | null {
  const declared = (META.exec(start) ?? XML.exec(start))?.[1]?.toLowerCase() ?? null;
  return declared !== null && /^utf-?16/.test(declared) ? 'utf-8' : declared;
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedPage {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isDamaged: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isDamaged: true };
  }
}
