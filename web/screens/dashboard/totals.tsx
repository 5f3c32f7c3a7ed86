import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StandingSign } from '../../parts/standing-sign.js';
import { STANDINGS, UNSUPPORTED } from '../../parts/standing.js';
import { PATHS } from '../../paths.js';
import styles from './dashboard.module.css';
import type { Summary } from './documents.js';
import { countsOf, useWords } from './words.js';

/** How things stand now, in figures. */
export function Totals({ summary }: { readonly summary: Summary }): ReactNode {
  const { t } = useLingui();
  const { share, count } = useWords();
  const counts = countsOf(summary.byStanding);
  const unsupported = [...counts].reduce((sum, [standing, many]) => sum + (UNSUPPORTED.has(standing) ? many : 0), 0);
  return (
    <section aria-label={t`Now`} className={styles['totals']}>
      <dl className={styles['figures']}>
        <div>
          <dt>
            <Trans>Score</Trans>
          </dt>
          <dd>{share(summary.score)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Looked at</Trans>
          </dt>
          <dd>{share(summary.checkedShare)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Unsupported</Trans>
          </dt>
          <dd>
            <Link to={PATHS.queue}>{count(unsupported)}</Link>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>To check</Trans>
          </dt>
          <dd>{count(summary.checkable)}</dd>
        </div>
      </dl>
      <ul role="list" className={styles['standings']}>
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <StandingSign standing={standing} withName />
            <span className={styles['count']}>{count(counts.get(standing) ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
