import { useMemo, useState, useSyncExternalStore } from 'react';
import { useSubscription } from 'urql';
import { useViewer } from '../../parts/viewer.js';
import { CHANGES, type Row } from './documents.js';
import { addressOf, matches, type QueueFilters } from './filters.js';
import { QueueList } from './queue-list.js';

/**
 * The list of what filters show, kept up to date in place.
 *
 * @returns the list, what tells it from others, and `renew`, which begins it anew with what waits
 */
export function useQueue(filters: QueueFilters): {
  readonly list: QueueList<Row>;
  readonly listKey: string;
  readonly renew: () => void;
} {
  const { member: me } = useViewer();
  const [generation, setGeneration] = useState(0);
  const address = addressOf(filters);
  // What it is of are its dependencies: other filters, or the same anew, are another list.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const list = useMemo(() => new QueueList<Row>(), [address, generation]);
  useSyncExternalStore(list.subscribe, list.version);
  useSubscription({ query: CHANGES }, (_, change) => {
    const { claim } = change.claimChanged;
    list.changed(claim, matches(claim, filters, me.id));
    return change;
  });
  return { list, listKey: `${generation} ${address}`, renew: () => setGeneration((now) => now + 1) };
}
