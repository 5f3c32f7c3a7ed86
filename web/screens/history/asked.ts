import { useCallback } from 'react';
import { useAddress } from '../../parts/use-address.js';

const VIEWS = ['events', 'diff', 'asof'] as const;
export type HistoryView = (typeof VIEWS)[number];

/** What the address says of the history. */
export interface Asked {
  readonly view: HistoryView;
  readonly article: string | null;
  /** The id of a member; "none": what happened by itself. */
  readonly member: string | null;
  /** A kind of event: "claim.updated". */
  readonly kind: string | null;
  /** Numbers of revisions; null: the newest two. */
  readonly from: number | null;
  readonly to: number | null;
  /** What became of claims, one of it; null: all. */
  readonly became: string | null;
  /** A day: "2031-04-30". */
  readonly on: string | null;
}

/** @returns what is asked for, and what changes it; null takes out */
export function useAsked(): [Asked, (changes: Partial<Record<keyof Asked, string | null>>) => void] {
  const { asked: search, change: changeAddress } = useAddress();
  const change = useCallback(
    (changes: Partial<Record<keyof Asked, string | null>>) =>
      changeAddress(Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || null])), true),
    [changeAddress],
  );
  const view = search.get('view');
  return [
    {
      view: VIEWS.find((each) => each === view) ?? 'events',
      article: search.get('article'),
      member: search.get('member'),
      kind: search.get('kind'),
      from: revisionNumber(search.get('from')),
      to: revisionNumber(search.get('to')),
      became: search.get('became'),
      on: search.get('on'),
    },
    change,
  ];
}

/** A number of a revision; null for what is none. */
const revisionNumber = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
