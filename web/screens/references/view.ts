import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

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
  const [search, setSearch] = useSearchParams();
  const asked = search.get('list');
  const setText = useCallback(
    (text: string) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (text === '') next.delete('text');
          else next.set('text', text);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const beside = (name: string, value: string | null): string => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return `?${next.toString()}`;
  };
  return {
    list: isList(asked) ? asked : 'missing',
    text: search.get('text') ?? '',
    source: search.get('source'),
    sourceAddress: (id) => beside('source', id),
    listAddress: (list) => `?${new URLSearchParams({ list }).toString()}`,
    back: beside('source', null),
    search: setText,
  };
}
