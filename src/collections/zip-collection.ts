import { convertFile } from '../converting/convert.js';
import { isEditorJson } from '../converting/editor-json.js';
import { fileKindOf } from '../converting/file-kind.js';
import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import type { RandomAccess } from '../converting/random-access.js';
import { ZipReader } from '../converting/zip-reader.js';
import type { ZipEntry } from '../converting/zip-records.js';
import { decode, MAX_INPUT_BYTES, UnreadableInputError } from '../reading/decode.js';
import { formatOf } from '../reading/read-article.js';
import { found, skipped, unreadable, type Collected, type Place } from './collected.js';
import { Others } from './others.js';
import { slugOfPath, Slugs } from './slugs.js';
import { isWordPressExport, wordPressCollection, type WordPressOptions } from './wordpress.js';

export interface ZipOptions extends Pick<WordPressOptions, 'includeDrafts'> {
  readonly slugPrefix?: string;
  /** Bytes that its articles may have together, unpacked. */
  readonly limit?: number;
  /** Files that it may list. */
  readonly mostFiles?: number;
}

/** Unpacked articles of one ZIP that are held in memory at once, in bytes. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 10_000;

/** Parts of paths that hold nothing of a person's: what macOS adds, hidden files, packages. */
const NOT_OURS = /(?:^|\/)(?:__MACOSX|node_modules|\.(?!\.(?:\/|$))[^/]*)(?:\/|$)/;
/** Out of the folder, from its root, or on a drive. */
const LEADS_OUT = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\\/;
const ANOTHER_ZIP = /\.(?:zip|7z|rar|tar|gz|tgz|bz2|xz)$/i;
const SPREADSHEET = /\.(?:csv|tsv|xlsx?|ods)$/i;

/**
 * The articles of a ZIP: files that are read or converted by their names, and exports of WordPress. They are unpacked one
 * by one; nothing is written to disk. What makes no article is named, with the reason; pictures and other files are
 * counted by their kinds.
 *
 * @throws UnconvertibleFileError when it is no ZIP, or holds too many files
 */
export async function* zipCollection(
  file: RandomAccess,
  options: ZipOptions = {},
  place: Place = () => undefined,
): AsyncGenerator<Collected> {
  const zip = await ZipReader.open(file, options.mostFiles ?? MOST_FILES);
  const root = await commonRoot(zip);
  const slugs = new Slugs(options.slugPrefix);
  const others = new Others('file', (kind) => kind);
  let left = options.limit ?? MAX_UNPACKED_BYTES;
  const seen = new Set<string>();
  let reached = 0;
  for await (const entry of zip.entries()) {
    place(reached++, zip.count);
    const { name } = entry;
    if (name.endsWith('/') || NOT_OURS.test(name)) continue;
    const path = name.slice(root.length);
    const why = whyLeftOut(entry, seen);
    seen.add(name);
    if (why !== null) {
      yield isWanted(path) ? unreadable(printable(path), why) : skipped(printable(path), why);
      continue;
    }
    if (!isWanted(path)) {
      others.add(/\.[^./]{1,10}$/.exec(path)?.[0].toLowerCase() ?? 'without an extension');
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = await zip.unpack(entry, Math.min(left, MAX_INPUT_BYTES));
    } catch (error) {
      if (!(error instanceof UnconvertibleFileError)) throw error;
      const isFull = error.reason === 'TOO_LARGE' && left < MAX_INPUT_BYTES;
      yield unreadable(
        printable(path),
        isFull ? 'the files before it unpack to as much as is read at once; split the ZIP' : error.message,
      );
      continue;
    }
    left -= bytes.byteLength;
    if (/\.xml$/i.test(path)) yield* ofWordPress(path, bytes, options, slugs);
    else yield await articleOf(path, bytes, slugs);
  }
  const rest = others.entry((kinds) => `no articles by their names (${kinds})`);
  if (rest) yield rest;
}

/** Its one folder, where all lies in one, as when a folder was packed. */
async function commonRoot(zip: ZipReader): Promise<string> {
  let root: string | null = null;
  for await (const { name } of zip.entries()) {
    if (NOT_OURS.test(name)) continue;
    root ??= /^[^/]+\//.exec(name)?.[0] ?? '';
    if (root === '' || !name.startsWith(root)) return '';
  }
  return root ?? '';
}

function whyLeftOut({ name, isLink, encrypted }: ZipEntry, seen: ReadonlySet<string>): string | null {
  if (LEADS_OUT.test(name)) return 'its path leads out of the ZIP';
  if (seen.has(name)) return 'a file of this name came before it';
  if (ANOTHER_ZIP.test(name)) return 'an archive within the ZIP; unpack it, and import what is in it';
  if (SPREADSHEET.test(name))
    return 'a spreadsheet; import it by itself, as CSV, and look at the mapping of its columns';
  if (isLink && isWanted(name)) return 'a link to another file; pack the file itself';
  if (encrypted && isWanted(name)) return 'is protected by a password; pack it without one';
  return null;
}

const isWanted = (path: string): boolean =>
  formatOf(path) !== null || fileKindOf(path) !== null || /\.xml$/i.test(path);

async function articleOf(path: string, bytes: Uint8Array, slugs: Slugs): Promise<Collected> {
  const slug = slugOfPath(path);
  if (slug === '')
    return unreadable(printable(path), 'its path has no Latin letter or digit that could make a slug; rename it');
  try {
    const kind = fileKindOf(path);
    // JSON is mostly configuration and data: only the documents of editors are articles.
    if (kind === 'JSON' && !isEditorJson(bytes))
      return skipped(printable(path), 'JSON that is no document of an editor');
    const read = kind
      ? await convertFile(bytes, kind)
      : { content: decode(bytes), format: formatOf(path)!, notices: [] };
    const taken = slugs.take(slug, path);
    if ('takenBy' in taken)
      return unreadable(printable(path), `its slug “${slug}” is that of ${taken.takenBy}; rename one`);
    const none = { title: null, url: null, desk: null, publishedAt: null };
    const notices = read.notices.map(({ message }) => message);
    return found({ name: printable(path), slug: taken.slug, ...read, ...none, notices });
  } catch (error) {
    if (error instanceof UnreadableInputError || error instanceof UnconvertibleFileError) {
      return unreadable(printable(path), error.message);
    }
    throw error;
  }
}

async function* ofWordPress(
  path: string,
  bytes: Uint8Array,
  options: ZipOptions,
  slugs: Slugs,
): AsyncGenerator<Collected> {
  if (!isWordPressExport(bytes)) {
    yield skipped(printable(path), 'XML that is no export of WordPress');
    return;
  }
  try {
    yield* wordPressCollection([bytes], { includeDrafts: options.includeDrafts ?? false, slugs });
  } catch (error) {
    if (!(error instanceof UnconvertibleFileError)) throw error;
    yield unreadable(printable(path), error.message);
  }
}

/** A name as it can be told: control characters could rewrite a terminal's line. */
const printable = (path: string): string => path.replace(/\p{Cc}/gu, '�');
