import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useTotalsTold } from '../../parts/list/use-told.js';
import { Page } from '../../parts/page.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { AgesFigure } from './ages-figure.js';
import { BreakdownFigure } from './breakdown-figure.js';
import styles from './dashboard.module.css';
import { Filters } from './filters.js';
import { Totals } from './totals.js';
import { ScoreFigure, StandingsFigure } from './trend-figures.js';
import { useTotals } from './use-totals.js';
import { useView } from './view.js';
import { Wall } from './wall.js';

/** How the workspace or a desk stands, and has stood; on a wall, if asked. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const view = useView();
  const changes = useTotalsTold();
  const { summary, points, error, trendError, again } = useTotals(view, changes);
  if (view.isWall) {
    return <Wall view={view} summary={summary} points={points} error={error ?? trendError} again={again} />;
  }
  return (
    <Page title={t`Dashboard`} wide beside={<Filters view={view} />}>
      {error && !summary && <Failed error={error} onAgain={again} />}
      {!summary && !error && <Loading of={t`Loading the totals …`} />}
      {summary?.claims === 0 && (
        <Empty title={t`There are no claims yet`}>
          <p>
            <Trans>Import an article; its claims are counted here.</Trans>
          </p>
        </Empty>
      )}
      {summary && summary.claims > 0 && (
        <>
          <Totals summary={summary} />
          <div className={styles['charts']}>
            {points ? (
              <>
                <ScoreFigure points={points} />
                <StandingsFigure points={points} />
              </>
            ) : trendError ? (
              <Failed error={trendError} onAgain={again} />
            ) : (
              <Loading of={t`Loading the trend …`} />
            )}
            <BreakdownFigure view={view} changes={changes} />
            <AgesFigure changes={changes} />
          </div>
        </>
      )}
    </Page>
  );
}
