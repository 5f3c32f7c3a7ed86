import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileKindOf } from '../../converting/file-kind.js';
import { formatOf } from '../../reading/read-article.js';
import { STANDARD_INPUT, whyUnreadable } from '../input.js';
import { UsageError } from '../terminal.js';

/** More entries than this are no folder of an article's sources. */
const MOST_ENTRIES = 5000;

/**
 * The folder with the texts of an article's sources: one in the given folder that is named as the article's file is, without
 * its extension; else the given one itself, when it is for this article alone.
 *
 * @param given what `--sources` said
 * @param alone whether one article is checked
 * @returns null when several articles are checked, and this one has no folder
 * @throws UsageError when the given one is no folder
 */
export async function sourceFolderOf(path: string, given: string, alone: boolean): Promise<string | null> {
  if (!(await isFolder(given))) throw new UsageError(`--sources ${given}: is no folder; give one that holds the texts`);
  const own = join(given, basename(path, extname(path)));
  if (path !== STANDARD_INPUT && (await isFolder(own))) return own;
  return alone ? given : null;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw new UsageError(`--sources ${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Files of a folder, by what their names say that they are. */
export interface SourceFiles {
  /** The label of the article's reference, and the names of its files, in their order. */
  readonly byLabel: ReadonlyMap<string, readonly string[]>;
  /** Names that fit no reference, or that no reader takes. */
  readonly strays: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Which file of a folder belongs to which reference. Its name without the extension is the label (`4.txt`, `note.html`,
 * `okoro-2024.md` for "Okoro 2024"), or begins with the number (`04-harbour-report.pdf`). Hidden files and folders are left out.
 *
 * @param labels of the article's references
 * @throws UsageError when the folder cannot be read
 */
export async function sourceFilesIn(folder: string, labels: readonly string[]): Promise<SourceFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(`--sources ${folder}: ${whyUnreadable(error)}`, { cause: error });
  });
  if (entries.length > MOST_ENTRIES) {
    throw new UsageError(`--sources ${folder}: has ${entries.length} entries, and may have ${MOST_ENTRIES}`);
  }
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const known = new Map(labels.map((label) => [formOf(label), label]));
  const byLabel = new Map<string, string[]>();
  const strays: { name: string; why: string }[] = [];
  for (const name of names.sort()) {
    const stem = basename(name, extname(name));
    const label = known.get(formOf(stem)) ?? known.get(numberOf(stem) ?? '');
    if (formatOf(name) === null && fileKindOf(name) === null) strays.push({ name, why: 'its format is not known' });
    else if (label === undefined) strays.push({ name, why: 'no reference of the article has that number or label' });
    else if (byLabel.has(label)) byLabel.get(label)!.push(name);
    else byLabel.set(label, [name]);
  }
  return { byLabel, strays };
}

/** Letters and figures alone, so that "Okoro 2024" is okoro-2024, and 04 is 4. */
const formOf = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^0+(?=\d+$)/, '');

/** The number with which a name begins: "04-harbour-report". */
const numberOf = (stem: string): string | null => /^0*(\d+)(?![\p{L}\p{N}])/u.exec(stem)?.[1] ?? null;
