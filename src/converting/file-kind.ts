/** The kinds of files that are converted before they are read. */
export const FILE_KINDS = ['DOCX', 'PDF', 'JSON'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const isFileKind = (kind: string | null): kind is FileKind => FILE_KINDS.some((each) => each === kind);

/** Their media types. */
export const FILE_TYPES: Readonly<Record<FileKind, string>> = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  PDF: 'application/pdf',
  JSON: 'application/json',
};

const EXTENSION = /\.(docx|pdf|json)$/i;
/** A PDF may have some bytes before its mark (ISO 32000, Annex H). */
const PDF_WITHIN = 1024;
/** An object with a key, a list of objects, or either with nothing in it, behind a byte order mark of UTF-8 or none. */
const JSON_START = /^(?:\u00EF\u00BB\u00BF)?\s*(?:\{\s*["}]|\[\s*[{\]])/;

/** What a file's name says of its kind; null when it names none of these. */
export function fileKindOf(path: string): FileKind | null {
  const extension = EXTENSION.exec(path)?.[1]?.toUpperCase();
  return FILE_KINDS.find((kind) => kind === extension) ?? null;
}

/**
 * What a file's first bytes say of its kind: a PDF's mark, that of a ZIP, which a .docx is, or the bracket with which JSON begins.
 * Null for all others.
 */
export function sniffedKind(bytes: Uint8Array): FileKind | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_WITHIN)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) return 'DOCX';
  if (start.includes('%PDF-')) return 'PDF';
  return JSON_START.test(start) ? 'JSON' : null;
}
