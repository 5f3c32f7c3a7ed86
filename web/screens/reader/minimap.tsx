import { memo, useEffect, useRef, type ReactNode } from 'react';
import type { Standing } from '../../api/graphql.js';
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
      {[...linesOf(claims, end)].map(([standing, lines]) => (
        <path key={standing} data-standing={standing} className={styles['line']} d={lines} />
      ))}
    </svg>
  );
});

/** By standing one outline of all its lines: a thousand parts of the page would take as long as the text does. */
function linesOf(claims: readonly Claim[], end: number): ReadonlyMap<Standing, string> {
  const lines = new Map<Standing, string>();
  for (const { standing, selector } of claims) {
    const width = WIDTHS[standing] ?? 5;
    const height = UNSUPPORTED.has(standing) ? 3 : 1.5;
    const top = ((selector.start ?? 0) / Math.max(1, end)) * (HEIGHT - 3);
    const line = `M${16 - width} ${top.toFixed(1)}h${width}v${height}h-${width}z`;
    lines.set(standing, (lines.get(standing) ?? '') + line);
  }
  return lines;
}

const distance = ({ selector }: Claim, at: number): number => Math.abs((selector.start ?? 0) - at);
