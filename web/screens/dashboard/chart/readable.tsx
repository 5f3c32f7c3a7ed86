import { useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './chart.module.css';

/** A place of a chart that can be gone to, and what it says there. */
export interface Place {
  readonly key: string;
  /** "12 May: score 62 %". */
  readonly says: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * What lies over a chart to read it: Tab enters it, arrow keys go from place to place, and each tells what is there. It
 * is not part of what is saved.
 *
 * @param onRead told the place that is read, by key or pointer; null: none
 */
export function Readable({
  places,
  onRead,
}: {
  readonly places: readonly Place[];
  readonly onRead: (place: number | null) => void;
}): ReactNode {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = places.length - 1;
  const entry = chosen === null ? last : Math.min(chosen, last);
  const go = (event: KeyboardEvent<SVGElement>): void => {
    const to = STEPS[event.key]?.(entry, last);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll<SVGElement>('[role=img]')[to]?.focus();
  };
  return (
    <g data-reading="" onKeyDown={go}>
      {places.map(({ key, says, x, y, width, height }, i) => (
        <rect
          key={key}
          className={styles['place']}
          role="img"
          aria-label={says}
          tabIndex={i === entry ? 0 : -1}
          x={x}
          y={y}
          width={width}
          height={height}
          onFocus={() => {
            setChosen(i);
            onRead(i);
          }}
          onBlur={() => onRead(null)}
          onPointerEnter={() => onRead(i)}
          onPointerLeave={() => onRead(null)}
        />
      ))}
    </g>
  );
}
