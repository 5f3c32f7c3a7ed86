import type { CollectionFormat } from '../../api/graphql.js';

/** What the server takes of one import. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** A file as the API takes it: text by its words, everything else by its bytes. */
export type FileInput =
  | { readonly as: 'article'; readonly content: string }
  | { readonly as: 'article'; readonly contentBase64: string }
  | { readonly as: 'collection'; readonly contentBase64: string; readonly format: CollectionFormat };

/** Files that are several articles, by the ending of their names. */
const COLLECTIONS: Readonly<Record<string, CollectionFormat>> = { zip: 'ZIP', csv: 'CSV', xml: 'WXR' };
/** Files whose bytes the server takes apart itself. */
const BINARY = new Set(['docx', 'pdf', 'json']);

/** Endings that a chooser of files offers. */
export const ACCEPTED = [
  ...['.md', '.markdown', '.txt', '.html', '.htm', '.wiki', '.wikitext'],
  ...[...BINARY, ...Object.keys(COLLECTIONS)].map((ending) => `.${ending}`),
];

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file is several articles. */
export const isCollection = (name: string): boolean => endingOf(name) in COLLECTIONS;

/** Reads a file in the browser; nothing of it is sent yet. */
export async function readFile(file: File): Promise<FileInput> {
  const ending = endingOf(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = COLLECTIONS[ending];
  if (format) return { as: 'collection', contentBase64: base64Of(bytes), format };
  if (BINARY.has(ending) || isBinary(bytes)) return { as: 'article', contentBase64: base64Of(bytes) };
  return { as: 'article', content: textOf(bytes) };
}

/** Documents that come without an ending are told by their first bytes: ZIP, as of Word, and PDF. */
function isBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  return start === 'PK\u0003\u0004' || start === '%PDF';
}

/** The words of a text file: in UTF-8 or UTF-16, as a page says of itself, or else as Windows wrote it. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const said = /charset\s*=\s*["']?([\w-]+)/i.exec(String.fromCharCode(...bytes.subarray(0, 1024)))?.[1];
    return decoderOf(said).decode(bytes);
  }
}

function decoderOf(label: string | undefined): TextDecoder {
  try {
    return new TextDecoder(label ?? 'windows-1252');
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** Piece by piece: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return btoa(pieces.join(''));
}
