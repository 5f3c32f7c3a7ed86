import { entryAt } from './entry-at.js';
import { STANDARD_INPUT } from './input.js';

/** What holds several articles on a disk. */
export type CollectionKind = 'FOLDER' | 'ZIP' | 'WXR' | 'CSV';

const KINDS: Readonly<Record<string, CollectionKind>> = { zip: 'ZIP', xml: 'WXR', csv: 'CSV', tsv: 'CSV' };

/**
 * What kind of collection a path names; null for a single article.
 *
 * @param inputFormat a format that was given: then a file is one article of it, whatever its name
 */
export function collectionKindOf(path: string, inputFormat: string | undefined): CollectionKind | null {
  if (path === STANDARD_INPUT) return null;
  if (entryAt(path)?.isDirectory()) return 'FOLDER';
  if (inputFormat !== undefined) return null;
  return KINDS[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
}
