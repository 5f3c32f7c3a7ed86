import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { found, unreadable, type Collected, type Place } from '../collections/collected.js';
import type { GivenRole } from '../collections/column-roles.js';
import { slugOfPath, Slugs } from '../collections/slugs.js';
import type { TableFile } from '../collections/csv-table.js';
import type { TableOptions } from '../collections/table-collection.js';
import type { CollectionKind } from './collection-kind.js';
import { findArticles } from './find-articles.js';
import { readInput, whyUnreadable } from './input.js';
import { openedFile } from './opened-file.js';
import { Settings } from './settings.js';
import { UsageError, type Terminal } from './terminal.js';

/** A file or folder that holds several articles. */
export interface CollectionFile {
  readonly path: string;
  readonly kind: CollectionKind;
}

export interface ReadOptions {
  readonly slug?: string | undefined;
  readonly slugPrefix?: string | undefined;
  readonly columns: readonly GivenRole[];
  readonly drafts: boolean;
  readonly place: Place;
}

/** What a ZIP may unpack to, one file after the other: a small one could else go on for days. In bytes. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024 * 1024;
/** Of a ZIP. Of each that is an article, its name and slug stay in memory. */
const MOST_FILES = 250_000;
/** Of a table. Of each, its name and slug stay in memory. */
const MOST_ARTICLES = 100_000;

/**
 * The articles of a collection, one by one as they are asked for: only one is in memory.
 *
 * @throws UsageError when the collection cannot be read, or not further
 */
export async function* readCollection(
  { path, kind }: CollectionFile,
  options: ReadOptions,
  terminal: Terminal,
): AsyncGenerator<Collected> {
  try {
    switch (kind) {
      case 'FOLDER':
        yield* inFolder(path, options, terminal);
        break;
      case 'ZIP':
        yield* inZip(path, options);
        break;
      case 'WXR': {
        const { wordPressCollection } = await import('../collections/wordpress.js');
        const { size } = await stat(path);
        yield* wordPressCollection(counted(createReadStream(path), size, options.place), wordPressOptions(options));
        break;
      }
      case 'CSV': {
        const { tableCollection } = await import('../collections/table-collection.js');
        yield* tableCollection(await tableFile(path), tableOptions(path, options), options.place);
      }
    }
  } catch (error) {
    throw new UsageError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

/** What comes of a stream, each part counted when the next one is asked for. */
async function* counted(stream: AsyncIterable<Uint8Array>, total: number, place: Place): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const part of stream) {
    yield part;
    place((done += part.byteLength), total);
  }
}

const wordPressOptions = ({ drafts, slugPrefix = '' }: ReadOptions) => ({ includeDrafts: drafts, slugPrefix });

/** @throws UsageError when it cannot be read twice; the errors of Node */
export async function tableFile(path: string): Promise<TableFile> {
  await (await openedFile(path)).close();
  return { open: () => createReadStream(path) };
}

/** A table is an article of the file's name, unless its rows name others. */
export function tableOptions(
  path: string,
  { slug, slugPrefix = '', columns }: Omit<ReadOptions, 'place'>,
): TableOptions {
  const name = basename(path).replace(/\.[^.]+$/, '');
  return { name, mostArticles: MOST_ARTICLES, ...(slug === undefined ? {} : { slug }), slugPrefix, columns };
}

async function* inZip(path: string, options: ReadOptions): AsyncGenerator<Collected> {
  const { zipCollection } = await import('../collections/zip-collection.js');
  const file = await openedFile(path);
  try {
    yield* zipCollection(
      file,
      { ...wordPressOptions(options), limit: MAX_UNPACKED_BYTES, mostFiles: MOST_FILES },
      options.place,
    );
  } finally {
    await file.close();
  }
}

async function* inFolder(
  folder: string,
  { slugPrefix, place }: ReadOptions,
  terminal: Terminal,
): AsyncGenerator<Collected> {
  const settings = await Settings.load({ plugin: [], rule: [] });
  const { paths, problems } = await findArticles([folder], settings);
  for (const problem of problems) yield unreadable(folder, problem.replace(`${folder}: `, ''));
  const slugs = new Slugs(slugPrefix);
  for (const [i, path] of paths.entries()) {
    place(i, paths.length);
    yield await inFile(path, folder, slugs, terminal);
  }
}

async function inFile(path: string, folder: string, slugs: Slugs, terminal: Terminal): Promise<Collected> {
  const inside = relative(resolve(folder), resolve(path)).split(sep).join('/');
  const slug = slugOfPath(inside);
  if (slug === '') return unreadable(path, 'its path has no Latin letter or digit that could make a slug; rename it');
  const taken = slugs.take(slug, path);
  if ('takenBy' in taken) return unreadable(path, `its slug “${slug}” is that of ${taken.takenBy}; rename one`);
  try {
    const { text: content, format } = await readInput(path, undefined, terminal);
    const none = { title: null, url: null, desk: null, publishedAt: null, notices: [] };
    return found({ name: path, slug: taken.slug, content, format, ...none });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return unreadable(path, error.message.replace(`${path}: `, ''));
  }
}
