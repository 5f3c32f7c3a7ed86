import { useState, type ReactNode } from 'react';
import styles from './chart.module.css';
import { Readable } from './readable.js';
import { useWidth } from './use-width.js';

export interface Column {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** The count as people write it. */
  readonly figure: string;
  readonly says: string;
}

const HEIGHT = 200;
const TOP = 24;
const BOTTOM = 40;
const LINE = 14;
/** About as wide as a letter of a name is. */
const LETTER = 6.4;

/** A few columns beside each other, each with its count above and its name below. */
export function ColumnsChart({
  label,
  columns,
}: {
  readonly label: string;
  readonly columns: readonly Column[];
}): ReactNode {
  const [ref, width] = useWidth();
  const [read, setRead] = useState<number | null>(null);
  const band = width / Math.max(1, columns.length);
  const room = HEIGHT - TOP - BOTTOM;
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return (
    <div ref={ref}>
      <p className={styles['reading']}>{columns[read ?? columns.length - 1]?.says}</p>
      {width > 0 && (
        <svg data-chart="" width={width} height={HEIGHT} role="group" aria-label={label} className={styles['drawing']}>
          <g aria-hidden="true">
            <path className={styles['grid']} d={`M0 ${HEIGHT - BOTTOM}h${width}`} />
            {columns.map(({ key, name, count, figure }, i) => {
              const [middle, height] = [band * (i + 0.5), (count / most) * room];
              return (
                <g key={key}>
                  <rect
                    className={styles['bar']}
                    x={middle - band * 0.3}
                    y={HEIGHT - BOTTOM - height}
                    width={band * 0.6}
                    height={height}
                  />
                  <text className={styles['name']} x={middle} y={HEIGHT - BOTTOM - height - 6} textAnchor="middle">
                    {figure}
                  </text>
                  <text className={styles['label']} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
                    {lines(name, band).map((line, at) => (
                      <tspan key={line} x={middle} dy={at * LINE}>
                        {line}
                      </tspan>
                    ))}
                  </text>
                </g>
              );
            })}
          </g>
          <Readable
            onRead={setRead}
            places={columns.map(({ key, says }, i) => ({
              key,
              says,
              x: band * i,
              y: 0,
              width: band,
              height: HEIGHT - BOTTOM,
            }))}
          />
        </svg>
      )}
    </div>
  );
}

/** A name in one line, or in two where it is wider than its column. */
function lines(name: string, width: number): string[] {
  const cut = name.lastIndexOf(' ');
  return cut < 0 || name.length * LETTER <= width ? [name] : [name.slice(0, cut), name.slice(cut + 1)];
}
