import { memo, useEffect, useRef, type ReactNode } from 'react';
import { UNSUPPORTED } from '../../parts/standing.js';
import type { Claim } from './documents.js';
import styles from './minimap.module.css';

/** Height of the drawing, in its own units. */
const HEIGHT = 1_000;
const WIDTHS = { REFUTED: 16, CONTESTED: 14, MISSING: 12, WEAK: 9 } as Readonly<Record<string, number>>;

/**
 * The whole article as a strip: a line for each claim, the worse the longer. For the eye and the pointer; by keyboard the
 * claims themselves are gone through.
 */
export const Minimap = memo(function Minimap({
  claims,
  end,
  onChoose,
}: {
  readonly claims: readonly Claim[];
  /** Where the text ends. */
  readonly end: number;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const strip = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const here = strip.current;
    if (!here) return undefined;
    const choose = (event: PointerEvent): void => {
      const { top, height } = here.getBoundingClientRect();
      const at = ((event.clientY - top) / height) * end;
      const nearest = claims.reduce<Claim | null>(
        (best, claim) => (best === null || distance(claim, at) < distance(best, at) ? claim : best),
        null,
      );
      if (nearest) onChoose(nearest.id);
    };
    here.addEventListener('pointerdown', choose);
    return () => here.removeEventListener('pointerdown', choose);
  }, [claims, end, onChoose]);
  return (
    <svg
      ref={strip}
      className={styles['map']}
      viewBox={`0 0 16 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {claims.map(({ id, standing, selector }) => (
        <rect
          key={id}
          data-standing={standing}
          className={styles['line']}
          x={16 - (WIDTHS[standing] ?? 5)}
          y={((selector.start ?? 0) / Math.max(1, end)) * (HEIGHT - 3)}
          width={WIDTHS[standing] ?? 5}
          height={UNSUPPORTED.has(standing) ? 3 : 1.5}
        />
      ))}
    </svg>
  );
});

const distance = ({ selector }: Claim, at: number): number => Math.abs((selector.start ?? 0) - at);
