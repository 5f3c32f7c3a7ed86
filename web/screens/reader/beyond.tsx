import { Plural } from '@lingui/react/macro';
import { useEffect, useMemo, useState, type ReactNode, type RefObject } from 'react';
import type { Claim } from './documents.js';
import type { Section } from './sections.js';
import styles from './beyond.module.css';

/**
 * Which sections are on the screen, first and last.
 *
 * @param root holds one child for each section, in their order
 */
export function useOnScreen(root: RefObject<HTMLElement | null>, count: number): readonly [number, number] {
  const [range, setRange] = useState<readonly [number, number]>([0, Number.MAX_SAFE_INTEGER]);
  useEffect(() => {
    const rows = [...(root.current?.children ?? [])];
    const visible = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const i = rows.indexOf(target);
        if (isIntersecting) visible.add(i);
        else visible.delete(i);
      }
      if (visible.size > 0) setRange([Math.min(...visible), Math.max(...visible)]);
    });
    for (const row of rows) observer.observe(row);
    return () => observer.disconnect();
  }, [root, count]);
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
