import { Plural } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Claim } from './documents.js';
import type { Section } from './sections.js';
import styles from './beyond.module.css';

/**
 * Which sections are on the screen, first and last.
 *
 * @param root holds one child for each section that is drawn, in their order
 */
export function useOnScreen(
  root: RefObject<HTMLElement | null>,
  sections: unknown,
  drawn: number,
): readonly [number, number] {
  const [range, setRange] = useState<readonly [number, number]>([0, Number.MAX_SAFE_INTEGER]);
  const watch = useRef<(row: Element) => void>(undefined);
  useEffect(() => {
    const visible = new Set<Element>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
      }
      const rows = [...(root.current?.children ?? [])];
      const places = [...visible].map((row) => rows.indexOf(row)).filter((place) => place >= 0);
      if (places.length === 0) return;
      const [first, last] = [Math.min(...places), Math.max(...places)];
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    });
    const watched = new WeakSet<Element>();
    watch.current = (row) => {
      if (watched.has(row)) return;
      watched.add(row);
      observer.observe(row);
    };
    return () => observer.disconnect();
  }, [root]);
  useEffect(() => {
    for (const row of root.current?.children ?? []) watch.current?.(row);
  }, [root, sections, drawn]);
  return range;
}

/** How many claims with findings are further up or down, and a way to the nearest. */
export function Beyond({
  side,
  sections,
  onScreen: [first, last],
  noted,
  onChoose,
}: {
  readonly side: 'above' | 'below';
  readonly sections: readonly Section[];
  readonly onScreen: readonly [number, number];
  readonly noted: (claim: Claim) => boolean;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const claims = useMemo(
    () =>
      (side === 'above' ? sections.slice(0, first) : sections.slice(last + 1)).flatMap((each) =>
        each.claims.filter(noted),
      ),
    [side, sections, first, last, noted],
  );
  const nearest = side === 'above' ? claims.at(-1) : claims[0];
  return (
    <div className={styles['beyond']} data-side={side}>
      {nearest && (
        <button type="button" className={styles['way']} onClick={() => onChoose(nearest.id)}>
          <span aria-hidden="true">{side === 'above' ? '↑' : '↓'}</span>
          {side === 'above' ? (
            <Plural value={claims.length} one="# above" other="# above" />
          ) : (
            <Plural value={claims.length} one="# below" other="# below" />
          )}
        </button>
      )}
    </div>
  );
}
