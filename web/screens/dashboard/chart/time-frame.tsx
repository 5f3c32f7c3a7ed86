import { useState, type ReactNode } from 'react';
import styles from './chart.module.css';
import { Readable } from './readable.js';
import { shownLabels } from './scale.js';
import { useWidth } from './use-width.js';

/** A point of time of a chart. */
export interface Moment {
  readonly key: string;
  /** Below the chart: "12 May". */
  readonly label: string;
  /** All that the chart tells of it. */
  readonly says: string;
}

/** Where things are drawn: pixels from the left and the top of the drawing. */
export interface Plot {
  readonly height: number;
  readonly width: number;
  /** The middle of a moment. */
  readonly x: (moment: number) => number;
  /** The height of a share of the axis, 0 to 1. */
  readonly y: (share: number) => number;
  /** How wide a moment is. */
  readonly band: number;
}

const LEFT = 44;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;
const HEIGHT = 220;
const LABEL = 64;

/**
 * The frame of a chart over time: lines to read heights by, days below, and places to read.
 *
 * @param label what it shows, for those who hear it
 * @param axis the lines, each at a share of the height from 0 to 1
 * @param children what is drawn in it
 */
export function TimeFrame({
  label,
  moments,
  axis,
  children,
}: {
  readonly label: string;
  readonly moments: readonly Moment[];
  readonly axis: readonly { readonly at: number; readonly label: string }[];
  readonly children: (plot: Plot) => ReactNode;
}): ReactNode {
  const [ref, width] = useWidth();
  const [read, setRead] = useState<number | null>(null);
  const room = Math.max(0, width - LEFT - RIGHT);
  const band = room / Math.max(1, moments.length);
  const height = HEIGHT - TOP - BOTTOM;
  const plot: Plot = {
    height,
    width: room,
    band,
    x: (moment) => LEFT + band * (moment + 0.5),
    y: (share) => TOP + height * (1 - share),
  };
  const labels = shownLabels(moments.length, room, LABEL);
  const says = moments[read ?? -1]?.says;
  return (
    <div ref={ref}>
      <p className={styles['reading']}>{says ?? moments.at(-1)?.says}</p>
      {width > 0 && (
        <svg data-chart="" width={width} height={HEIGHT} role="group" aria-label={label} className={styles['drawing']}>
          <g aria-hidden="true">
            {axis.map(({ at, label: line }) => (
              <g key={at}>
                <path className={styles['grid']} d={`M${LEFT} ${plot.y(at)}h${room}`} />
                <text className={styles['label']} x={LEFT - 6} y={plot.y(at) + 4} textAnchor="end">
                  {line}
                </text>
              </g>
            ))}
            {moments.map(({ key, label: day }, i) =>
              labels.has(i) ? (
                <text
                  key={key}
                  className={styles['label']}
                  x={Math.min(plot.x(i), LEFT + room - LABEL / 2 + RIGHT)}
                  y={HEIGHT - 8}
                  textAnchor="middle"
                >
                  {day}
                </text>
              ) : null,
            )}
            {children(plot)}
            {read !== null && <path data-reading="" className={styles['at']} d={`M${plot.x(read)} ${TOP}v${height}`} />}
          </g>
          <Readable
            onRead={setRead}
            places={moments.map(({ key, says: told }, i) => ({
              key,
              says: told,
              x: LEFT + band * i,
              y: TOP,
              width: band,
              height,
            }))}
          />
        </svg>
      )}
    </div>
  );
}
