import { useEffect, useRef, type RefObject } from 'react';

/** Marks the claim that is looked at, in place, and brings it into sight. */
export function useCurrentMark(
  root: RefObject<HTMLElement | null>,
  current: string | null,
  sections: unknown,
  shown: unknown,
): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    for (const each of root.current?.querySelectorAll('[data-current]') ?? []) {
      each.removeAttribute('data-current');
      each.removeAttribute('aria-current');
    }
    if (current === null) {
      seen.current = null;
      return;
    }
    const pieces = root.current?.querySelectorAll(`[data-claims~="${CSS.escape(current)}"]`) ?? [];
    for (const piece of pieces) {
      piece.setAttribute('data-current', '');
      piece.setAttribute('aria-current', 'true');
    }
    if (pieces.length === 0 || seen.current === current) return;
    seen.current = current;
    pieces[0]!.scrollIntoView({ block: 'center' });
    // A filter draws the text anew, as what came does.
  }, [root, current, sections, shown]);
}
