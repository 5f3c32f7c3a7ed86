import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './chart.module.css';
import { TimeFrame, type Moment, type Plot } from './time-frame.js';

/** The score at a time, and the share that was looked at: 0 to 1; null where nothing was to check. */
export interface ScoreMoment extends Moment {
  readonly score: number | null;
  readonly checkedShare: number | null;
}

const LINES = [0, 0.25, 0.5, 0.75, 1];

/** Both shares as lines: the score a full one with squares, what was looked at a dashed one. */
export function ScoreChart({
  label,
  moments,
}: {
  readonly label: string;
  readonly moments: readonly ScoreMoment[];
}): ReactNode {
  const { i18n } = useLingui();
  const axis = LINES.map((at) => ({ at, label: i18n.number(at, { style: 'percent' }) }));
  return (
    <TimeFrame label={label} moments={moments} axis={axis}>
      {(plot) => (
        <>
          <path
            className={styles['checked']}
            d={lineOf(
              moments.map(({ checkedShare }) => checkedShare),
              plot,
            )}
          />
          <path
            className={styles['score']}
            d={lineOf(
              moments.map(({ score }) => score),
              plot,
            )}
          />
          {moments.map(({ key, score }, i) =>
            score !== null && plot.band >= 8 ? (
              <rect key={key} className={styles['dot']} x={plot.x(i) - 3} y={plot.y(score) - 3} width="6" height="6" />
            ) : null,
          )}
        </>
      )}
    </TimeFrame>
  );
}

/** A line through what is known; where nothing is, it has a gap. */
function lineOf(shares: readonly (number | null)[], plot: Plot): string {
  return shares
    .map((share, i) => {
      if (share === null) return '';
      const isFirst = (shares[i - 1] ?? null) === null;
      return `${isFirst ? 'M' : 'L'}${plot.x(i).toFixed(1)} ${plot.y(share).toFixed(1)}`;
    })
    .join('');
}
