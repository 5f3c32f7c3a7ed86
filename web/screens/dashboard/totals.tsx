import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StandingSign } from '../../parts/standing-sign.js';
import { countsOf, STANDINGS, sumOf, UNSUPPORTED } from '../../parts/standing.js';
import { PATHS } from '../../paths.js';
import styles from './dashboard.module.css';
import type { Summary } from './documents.js';
import { Figure } from './figure.js';
import { useWords } from './words.js';

/** How things stand now, in figures. */
export function Totals({ summary }: { readonly summary: Summary }): ReactNode {
  const { t } = useLingui();
  const { share, count } = useWords();
  const counts = countsOf(summary.byStanding);
  return (
    <section aria-label={t`Now`} className={styles['totals']}>
      <dl className={styles['figures']}>
        <Figure name={t`Score`}>{share(summary.score)}</Figure>
        <Figure name={t`Looked at`}>{share(summary.checkedShare)}</Figure>
        <Figure name={t`Unsupported`}>
          <Link to={PATHS.queue}>{count(sumOf(counts, UNSUPPORTED))}</Link>
        </Figure>
        <Figure name={t`To check`}>{count(summary.checkable)}</Figure>
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
