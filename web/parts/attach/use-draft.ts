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
 * @returns the draft, what changes its fields, and what leaves its keeping to others
 */
export function useDraft(
  store: DraftStore | null,
  blank: Draft,
): [draft: Draft, set: (change: Partial<AttachValues>) => void, letGo: () => void] {
  const [draft, setDraft] = useState(blank);
  const isTouched = useRef(false);
  const { key } = blank;
  useEffect(() => {
    let isHere = true;
    void store?.get(key).then((kept) => {
      if (isHere && kept && !isTouched.current) setDraft(kept.state === 'editing' ? takenUp(kept, blank) : kept);
    });
    return () => {
      isHere = false;
    };
  }, [store, key, blank]);
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
    () => {
      isTouched.current = false;
    },
  ];
}

/** What was written goes on; who takes it up sees the claim as it is by now. */
const takenUp = (kept: Draft, { claim, citation, seenVersion }: Draft): Draft => ({
  ...kept,
  claim,
  citation,
  seenVersion,
});
