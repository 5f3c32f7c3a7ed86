import { useEffect, useRef, useState } from 'react';
import { isWritten, type AttachValues, type Draft } from './draft.js';
import type { DraftStore } from './draft-store.js';

/** How long nothing is typed before it is kept. */
const KEPT_AFTER_MS = 400;

/**
 * The fields of a draft, kept in this browser while they are written: who leaves the page finds them again.
 *
 * @param store null keeps nothing
 * @param blank the draft where none is kept yet
 */
export function useDraft(
  store: DraftStore | null,
  blank: Draft,
): [draft: Draft, set: (change: Partial<AttachValues>) => void, forget: () => Promise<void>] {
  const [draft, setDraft] = useState(blank);
  const isTouched = useRef(false);
  const { key } = blank;
  useEffect(() => {
    let isHere = true;
    void store?.get(key).then((kept) => {
      if (isHere && kept && !isTouched.current) setDraft(kept);
    });
    return () => {
      isHere = false;
    };
  }, [store, key]);
  useEffect(() => {
    if (!store || !isTouched.current) return;
    const timer = setTimeout(() => {
      if (!isTouched.current) return;
      void (isWritten(draft.values) ? store.put({ ...draft, changedAt: Date.now() }) : store.delete(key));
    }, KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [store, key, draft]);
  return [
    draft,
    (change) => {
      isTouched.current = true;
      setDraft((now) => ({ ...now, state: 'editing', values: { ...now.values, ...change } }));
    },
    async () => {
      isTouched.current = false;
      await store?.delete(key);
    },
  ];
}
