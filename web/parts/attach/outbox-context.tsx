import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useClient } from 'urql';
import { connection } from '../../api/connection.js';
import { useViewer } from '../viewer.js';
import { delivery } from './deliver.js';
import type { Draft } from './draft.js';
import { browserDrafts } from './draft-store.js';
import { Outbox } from './outbox.js';

/** A server may be there and not able to answer. */
const AGAIN_MS = 30_000;
/** What tabs of this browser take turns by. */
const LOCK = 'obelus-outbox';

/** One tab at a time, where the browser can tell: two that send the same draft would be told of each other. */
const inTurn = async (act: () => Promise<void>): Promise<void> => {
  if ('locks' in navigator) await navigator.locks.request(LOCK, act);
  else await act();
};

const Context = createContext<Outbox | null>(null);

/** Keeps what was saved without a connection, on every screen, and sends it when there is one. */
export function OutboxProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useClient();
  const { member, workspace } = useViewer();
  const box = useMemo(
    () => new Outbox(`${workspace.id} ${member.id}`, browserDrafts(), delivery(client), inTurn),
    [client, member.id, workspace.id],
  );
  const isWaiting = useSyncExternalStore(box.subscribe, () => box.drafts().some(({ state }) => state === 'waiting'));
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (connection.isThere()) void box.flush();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [box, isWaiting]);
  useEffect(() => {
    void box.flush();
    return connection.subscribe(() => {
      if (connection.isThere()) void box.flush();
    });
  }, [box]);
  return <Context value={box}>{children}</Context>;
}

export function useOutbox(): Outbox {
  const box = useContext(Context);
  if (!box) throw new Error('nothing here keeps drafts');
  return box;
}

/** Those that are saved and not with the server, the oldest first. */
export function useSavedDrafts(): readonly Draft[] {
  const box = useOutbox();
  return useSyncExternalStore(box.subscribe, box.drafts);
}
