import type { ArticleFilter, ArticleOrder } from '../../api/graphql.js';
import { useAddress } from '../../parts/use-address.js';

/** What stands in the address. */
type Name = 'text' | 'desk' | 'archived' | 'order';

/** What the address says of which articles are shown, and in which order. */
export interface View {
  /** Part of a title; empty: all. */
  readonly text: string;
  /** Null: all desks. */
  readonly desk: string | null;
  /** Those that are archived, instead of those that are not. */
  readonly isArchived: boolean;
  readonly order: ArticleOrder;
  /** The same as the API takes it. */
  readonly filter: ArticleFilter;
  /** @param value null takes it out of the address: what holds then is the default */
  change(name: Name, value: string | null): void;
  /** Shows all. */
  clear(): void;
}

export function viewOf(address: URLSearchParams): Omit<View, 'change' | 'clear'> {
  const [text, desk] = [address.get('text') ?? '', address.get('desk') || null];
  const isArchived = address.has('archived');
  return {
    text,
    desk,
    isArchived,
    order: address.get('order') === 'title' ? 'TITLE' : 'UPDATED',
    filter: {
      ...(text !== '' && { title: text }),
      ...(desk !== null && { desk }),
      ...(isArchived && { archived: true }),
    },
  };
}

/** The address holds all of it, so that a link or a reload shows the same. */
export function useView(): View {
  const { asked, change } = useAddress();
  return {
    ...viewOf(asked),
    change: (name, value) => change({ [name]: value }),
    clear: () => change({ text: null, desk: null, archived: null, order: null }),
  };
}
