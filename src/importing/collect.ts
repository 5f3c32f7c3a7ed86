import type { Collected, CollectionFormat } from '../collections/collected.js';
import type { TablePreview, TableOptions } from '../collections/table-collection.js';
import { inMemory } from '../converting/random-access.js';
import type { Unconvertible } from './reading.worker.js';

/** What holds several articles, as a worker thread is given it. Everything in it can be copied between threads. */
export interface CollectTask extends TableOptions {
  readonly format: CollectionFormat;
  readonly bytes: Uint8Array;
  readonly includeDrafts: boolean;
}

/** Loads the parsers of a format with the first collection of it. @throws UnconvertibleFileError */
export async function collectArticles(task: CollectTask): Promise<Collected[]> {
  const { format, bytes } = task;
  const all: Collected[] = [];
  for await (const each of await articlesIn(format, bytes, task)) all.push(each);
  return all;
}

async function articlesIn(
  format: CollectionFormat,
  bytes: Uint8Array,
  task: CollectTask,
): Promise<Iterable<Collected> | AsyncIterable<Collected>> {
  switch (format) {
    case 'ZIP':
      return (await import('../collections/zip-collection.js')).zipCollection(inMemory(bytes), task);
    case 'WXR':
      return (await import('../collections/wordpress.js')).wordPressCollection([bytes], task);
    case 'CSV':
      return (await import('../collections/table-collection.js')).tableCollection({ open: () => [bytes] }, task);
  }
}

export type CollectResult = { readonly collected: readonly Collected[] } | Unconvertible;
export type PreviewResult = { readonly preview: TablePreview } | Unconvertible;
