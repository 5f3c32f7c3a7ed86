import { useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import type { Standing } from '../../../api/graphql.js';
import styles from './chart.module.css';
import { patternId, Patterns } from './patterns.js';
import { ticks } from './scale.js';
import { stacked } from './stack.js';
import { TimeFrame, type Moment } from './time-frame.js';

export interface StandingsMoment extends Moment {
  readonly counts: ReadonlyMap<Standing, number>;
}

/** How many claims stand how, a column a moment; the worst at the bottom, where heights compare best. */
export function StandingsChart({
  label,
  moments,
  standings,
}: {
  readonly label: string;
  readonly moments: readonly StandingsMoment[];
  readonly standings: readonly Standing[];
}): ReactNode {
  const { i18n } = useLingui();
  const id = useId().replaceAll(/\W/g, '');
  const columns = moments.map(({ counts }) => stacked(counts, standings));
  const lines = ticks(Math.max(0, ...columns.map((parts) => parts.at(-1)?.to ?? 0)));
  const top = lines.at(-1)!;
  const axis = lines.map((line) => ({ at: line / top, label: i18n.number(line, { notation: 'compact' }) }));
  return (
    <TimeFrame label={label} moments={moments} axis={axis}>
      {({ x, y, band }) => {
        const width = Math.max(1, Math.min(band * 0.8, 40));
        return (
          <>
            <Patterns of={id} />
            {columns.map((parts, i) =>
              parts.map(({ standing, from, to }) => (
                <rect
                  key={`${moments[i]!.key} ${standing}`}
                  className={styles['part']}
                  data-standing={standing}
                  x={x(i) - width / 2}
                  y={y(to / top)}
                  width={width}
                  height={y(from / top) - y(to / top)}
                  fill={`url(#${patternId(id, standing)})`}
                />
              )),
            )}
          </>
        );
      }}
    </TimeFrame>
  );
}
