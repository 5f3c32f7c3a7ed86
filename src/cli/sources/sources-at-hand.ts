import { join } from 'node:path';
import { compareArticle } from '../../judging/comparing/compare-article.js';
import { indexSnapshot, type SnapshotIndex } from '../../judging/comparing/snapshot.js';
import type { Article } from '../../judging/evidence.js';
import { citedSources } from '../../judging/text/cited.js';
import { readPageText } from '../../reading/page-text.js';
import { readInput } from '../input.js';
import { counted } from '../layout.js';
import { UsageError, type Terminal } from '../terminal.js';
import { sourceFilesIn, sourceFolderOf } from './source-folder.js';

/** What was compared, and what is to be told of it. */
export interface ComparedWithFiles {
  readonly article: Article;
  /** Files that could not be read, a line each. */
  readonly problems: readonly string[];
}

/** Texts of all files together. In UTF-16 units: their indexes take some ten times as many bytes. */
const MOST_TEXT = 100 * 1024 * 1024;
/** Strays are named, so many at most. */
const NAMED = 5;

/**
 * Compares an article with the files of a folder that hold the texts of its sources. A file that cannot be read is told, and the
 * others are compared.
 *
 * @param path of the article
 * @param given the folder that `--sources` names
 * @param alone whether it is the only article
 * @throws UsageError when the folder cannot be read
 */
export async function compareWithFiles(
  article: Article,
  { path, given, alone }: { readonly path: string; readonly given: string; readonly alone: boolean },
  terminal: Terminal,
): Promise<ComparedWithFiles> {
  const folder = await sourceFolderOf(path, given, alone);
  if (folder === null) {
    terminal.error(`${path}: note: ${given} has no folder with its name, so it is compared with no sources`);
    return { article, problems: [] };
  }
  const labels = article.references.map(({ label }) => label);
  const { byLabel, strays } = await sourceFilesIn(folder, labels);
  const problems: string[] = [];
  const snapshots = new Map<string, SnapshotIndex[]>();
  let length = 0;
  for (const [label, names] of byLabel) {
    for (const name of names) {
      const file = join(folder, name);
      terminal.progress(`Reading ${file} …`);
      try {
        if (length > MOST_TEXT)
          throw new UsageError(`${file}: the files before it have over 100 MiB of text; it is left out`);
        const { text, format } = await readInput(file, undefined, terminal);
        const page = readPageText(text, format);
        length += page.text.length;
        const index = indexSnapshot({ name, ...page, extent: 'FULL' });
        snapshots.set(label, [...(snapshots.get(label) ?? []), index]);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        problems.push(error.message);
      }
    }
  }
  const compared = compareArticle(article, {
    snapshotsOf: (label) => snapshots.get(label) ?? [],
    progress: (done) => terminal.progress(`Comparing claim ${done + 1} of ${article.claims.length} of ${path} …`),
  });
  terminal.progress('');
  for (const note of notesOf(compared, strays)) terminal.error(`${path}: note: ${note}`);
  return { article: compared, problems };
}

function notesOf(compared: Article, strays: readonly { readonly name: string; readonly why: string }[]): string[] {
  const cited = citedSources(compared.references);
  const without = cited.filter(({ source }) => source.snapshots === 0).map(({ labels }) => labels[0]!);
  const lacking = without.length > 0 ? `; none is there for ${listed(without)}` : '';
  const notes = [
    `compared with the texts of ${cited.length - without.length} of ${counted(cited.length, 'cited source')}${lacking}`,
  ];
  for (const [why, same] of Map.groupBy(strays, (stray) => stray.why)) {
    notes.push(`left out ${listed(same.map(({ name }) => name))}: ${why}`);
  }
  return notes;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
