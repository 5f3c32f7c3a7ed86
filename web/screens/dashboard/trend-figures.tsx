import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { countsOf, STANDING_NAMES } from '../../parts/standing.js';
import { ChartFigure } from './chart/figure.js';
import { Legend } from './chart/legend.js';
import { ScoreChart } from './chart/score-chart.js';
import type { Cell } from './chart/sheet.js';
import { StandingsChart } from './chart/standings-chart.js';
import chart from './chart/chart.module.css';
import type { Point } from './documents.js';
import { CHECKABLE, useWords } from './words.js';

/** The score, and what was looked at, over time. */
export function ScoreFigure({ points }: { readonly points: readonly Point[] }): ReactNode {
  const { t } = useLingui();
  const { day, share, count } = useWords();
  const title = t`Score over time`;
  const moments = points.map((point) => {
    const [at, score, checked] = [day(point.from), share(point.score), share(point.checkedShare)];
    return { ...point, key: point.from, label: at, says: t`${at}: score ${score}, looked at ${checked}` };
  });
  return (
    <ChartFigure
      title={title}
      note={<ScoreKey />}
      sheet={{
        columns: [
          { name: t`From` },
          { name: t`Score`, isNumber: true },
          { name: t`Looked at`, isNumber: true },
          { name: t`To check`, isNumber: true },
          { name: t`Findings opened`, isNumber: true },
          { name: t`Findings fixed`, isNumber: true },
        ],
        rows: points.map((point) => [
          { shown: day(point.from), raw: point.from },
          { shown: share(point.score), raw: point.score },
          { shown: share(point.checkedShare), raw: point.checkedShare },
          { shown: count(point.checkable), raw: point.checkable },
          { shown: count(point.opened), raw: point.opened },
          { shown: count(point.fixed), raw: point.fixed },
        ]),
      }}
    >
      <ScoreChart label={title} moments={moments} />
    </ChartFigure>
  );
}

function ScoreKey(): ReactNode {
  return (
    <>
      <span className={chart['key']}>
        <svg width="24" height="10" aria-hidden="true">
          <path className={chart['score']} d="M0 5h24" />
          <rect className={chart['dot']} x="9" y="2" width="6" height="6" />
        </svg>
        <Trans>Score: cited, adequate or waived</Trans>
      </span>{' '}
      <span className={chart['key']}>
        <svg width="24" height="10" aria-hidden="true">
          <path className={chart['checked']} d="M0 5h24" />
        </svg>
        <Trans>Looked at: adequate</Trans>
      </span>
    </>
  );
}

/** How many claims stood how, over time. */
export function StandingsFigure({ points }: { readonly points: readonly Point[] }): ReactNode {
  const { t, i18n } = useLingui();
  const { day, count, standings } = useWords();
  const title = t`Standings over time`;
  const moments = points.map((point) => {
    const counts = countsOf(point.byStanding);
    const [at, told] = [day(point.from), standings(counts, CHECKABLE)];
    return { key: point.from, label: at, says: t`${at}: ${told}`, counts };
  });
  return (
    <ChartFigure
      title={title}
      sheet={{
        columns: [
          { name: t`From` },
          ...CHECKABLE.map((standing) => ({ name: i18n._(STANDING_NAMES[standing]), isNumber: true })),
        ],
        rows: moments.map(({ key, label, counts }) => [
          { shown: label, raw: key },
          ...CHECKABLE.map((standing): Cell => {
            const many = counts.get(standing) ?? 0;
            return { shown: count(many), raw: many };
          }),
        ]),
      }}
    >
      <StandingsChart label={title} moments={moments} standings={CHECKABLE} />
      <Legend standings={CHECKABLE} />
    </ChartFigure>
  );
}
