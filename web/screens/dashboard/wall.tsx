import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { countsOf, sumOf, UNSUPPORTED } from '../../parts/standing.js';
import { Failed, Loading } from '../../parts/states.js';
import { useViewer } from '../../parts/viewer.js';
import { ScoreChart } from './chart/score-chart.js';
import type { Point, Summary } from './documents.js';
import { Figure } from './figure.js';
import type { View } from './view.js';
import styles from './wall.module.css';
import { CHECKABLE, useWords } from './words.js';

/** Nobody stands by to press a button. */
const AGAIN_MS = 15_000;

/** One screen to be read from across a room. It asks again by itself; Esc leads back. */
export function Wall({
  view,
  summary,
  points,
  error,
  again,
}: {
  readonly view: View;
  readonly summary: Summary | undefined;
  readonly points: readonly Point[] | undefined;
  readonly error: CombinedError | undefined;
  readonly again: () => void;
}): ReactNode {
  const { t } = useLingui();
  const { workspace } = useViewer();
  const place = view.desk ?? workspace.name;
  useKeys({ close: () => view.change('wall', null), back: () => view.change('wall', null) });
  // What is around screens is not shown then, and all is dark, what tells of a lost connection too.
  useEffect(() => {
    document.documentElement.dataset['wall'] = '';
    return () => {
      delete document.documentElement.dataset['wall'];
    };
  }, []);
  useEffect(() => {
    if (!error) return;
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [error, again]);
  return (
    <main id="content" className={styles['wall']}>
      <title>{t`${place} · Obelus`}</title>
      <header className={styles['head']}>
        <h1>{place}</h1>
        <button type="button" className="button button-plain" onClick={() => view.change('wall', null)}>
          <Trans>Back to the dashboard</Trans>
        </button>
      </header>
      {!summary && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the totals …`} />)}
      {summary && <Figures summary={summary} points={points ?? []} />}
    </main>
  );
}

function Figures({ summary, points }: { readonly summary: Summary; readonly points: readonly Point[] }): ReactNode {
  const { t } = useLingui();
  const { share, count, day } = useWords();
  const counts = countsOf(summary.byStanding);
  const moments = points.map((point) => {
    const [at, score, checked] = [day(point.from), share(point.score), share(point.checkedShare)];
    return { ...point, key: point.from, label: at, says: t`${at}: score ${score}, looked at ${checked}` };
  });
  return (
    <>
      <dl className={styles['figures']}>
        <Figure name={t`Score`}>{share(summary.score)}</Figure>
        <Figure name={t`Unsupported`}>{count(sumOf(counts, UNSUPPORTED))}</Figure>
        <Figure name={t`Looked at`}>{share(summary.checkedShare)}</Figure>
      </dl>
      <ul role="list" className={styles['standings']}>
        {CHECKABLE.map((standing) => (
          <li key={standing}>
            <StandingSign standing={standing} withName />
            <strong>{count(counts.get(standing) ?? 0)}</strong>
          </li>
        ))}
      </ul>
      {moments.length > 1 && <ScoreChart label={t`Score over time`} moments={moments} />}
    </>
  );
}
