import { useId, useState, type ReactNode } from 'react';
import type { Standing } from '../../../api/graphql.js';
import styles from './chart.module.css';
import { patternId, Patterns } from './patterns.js';
import { Readable } from './readable.js';
import { cut } from './scale.js';
import { stacked } from './stack.js';
import { useWidth } from './use-width.js';

/** A bar, and what it is of. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Beside it, at the right: "14 of 60". */
  readonly figure: string;
  readonly says: string;
  readonly counts: ReadonlyMap<Standing, number>;
}

const ROW = 46;
const NAME = 16;
const BAR = 16;
/** About as wide as a letter of a name is. */
const LETTER = 7.4;

/** Bars below each other, each as long as what it counts, with its standings beside each other, the worst first. */
export function BarsChart({
  label,
  bars,
  standings,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly standings: readonly Standing[];
}): ReactNode {
  const [ref, width] = useWidth();
  const [read, setRead] = useState<number | null>(null);
  const id = useId().replaceAll(/\W/g, '');
  const rows = bars.map((bar) => ({ ...bar, parts: stacked(bar.counts, standings) }));
  const most = Math.max(1, ...rows.map(({ parts }) => parts.at(-1)?.to ?? 0));
  const height = rows.length * ROW;
  return (
    <div ref={ref}>
      <p className={styles['reading']}>{rows[read ?? 0]?.says}</p>
      {width > 0 && (
        <svg data-chart="" width={width} height={height} role="group" aria-label={label} className={styles['drawing']}>
          <g aria-hidden="true">
            <Patterns of={id} />
            {rows.map(({ key, name, figure, parts }, i) => (
              <g key={key}>
                <text className={styles['name']} x="0" y={i * ROW + NAME}>
                  {cut(name, Math.max(4, Math.floor((width - figure.length * LETTER - 16) / LETTER)))}
                </text>
                <text className={styles['label']} x={width} y={i * ROW + NAME} textAnchor="end">
                  {figure}
                </text>
                {parts.map(({ standing, from, to }) => (
                  <rect
                    key={standing}
                    className={styles['part']}
                    data-standing={standing}
                    x={(from / most) * width}
                    y={i * ROW + NAME + 6}
                    width={((to - from) / most) * width}
                    height={BAR}
                    fill={`url(#${patternId(id, standing)})`}
                  />
                ))}
              </g>
            ))}
          </g>
          <Readable
            onRead={setRead}
            places={rows.map(({ key, says }, i) => ({ key, says, x: 0, y: i * ROW, width, height: ROW - 4 }))}
          />
        </svg>
      )}
    </div>
  );
}
