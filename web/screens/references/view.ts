import { useCallback } from 'react';
import { searchWith } from '../../parts/search-with.js';
import { useAddress } from '../../parts/use-address.js';

/** The lists there are, in the order of their tabs. */
export const LISTS = ['missing', 'sources', 'duplicates', 'retracted', 'failing'] as const;
export type ListName = (typeof LISTS)[number];

const isList = (text: string | null): text is ListName => (LISTS as readonly (string | null)[]).includes(text);

/** What the address says of what is shown. */
export interface View {
  readonly list: ListName;
  /** Part of a title or an address; empty: all. */
  readonly text: string;
  /** The source whose page is open; null: the list is. */
  readonly source: string | null;
  /** The address of a source's page, beside the list that it is opened from. */
  sourceAddress(id: string): string;
  /** The address of a list. */
  listAddress(list: ListName): string;
  /** The address of the list that a source was opened from. */
  readonly back: string;
  search(text: string): void;
}

/** The address holds list, search and source, so that a link or a reload shows the same. */
export function useView(): View {
  const { asked, change } = useAddress();
  const list = asked.get('list');
  const besideSource = (id: string | null): string => `?${searchWith(asked.toString(), { source: id })}`;
  return {
    list: isList(list) ? list : 'missing',
    text: asked.get('text') ?? '',
    source: asked.get('source'),
    sourceAddress: besideSource,
    listAddress: (of) => `?${searchWith('', { list: of })}`,
    back: besideSource(null),
    search: useCallback((text) => change({ text: text || null }), [change]),
  };
}
