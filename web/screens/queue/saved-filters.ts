import { preference } from '../../preferences/preference.js';

/** A filter that somebody keeps in this browser. @param address as `addressOf` has it */
export interface SavedFilter {
  readonly name: string;
  readonly address: string;
}

/** More is no list to choose from any more. */
export const MOST_SAVED = 50;

const isSaved = (kept: unknown): boolean =>
  typeof kept === 'object' &&
  kept !== null &&
  typeof (kept as SavedFilter).name === 'string' &&
  typeof (kept as SavedFilter).address === 'string';

export const savedFilters = preference<readonly SavedFilter[]>(
  'queue-filters',
  [],
  (kept) => Array.isArray(kept) && kept.every(isSaved),
);

/** Keeps a filter; one that has the name is replaced. */
export function withSaved(saved: readonly SavedFilter[], filter: SavedFilter): readonly SavedFilter[] {
  const others = saved.filter(({ name }) => name !== filter.name);
  return [...others, filter].sort((a, b) => a.name.localeCompare(b.name)).slice(0, MOST_SAVED);
}
