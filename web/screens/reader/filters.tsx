import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Standing } from '../../api/graphql.js';
import { SignOnly } from '../../parts/standing-sign.js';
import { STANDING_MEANINGS, STANDING_NAMES, STANDINGS } from '../../parts/standing.js';
import styles from './filters.module.css';
import type { View } from './view.js';

/** Which standings are marked, and how many claims stand so. What it shows is the legend as well. */
export function Filters({
  counts,
  view,
}: {
  readonly counts: ReadonlyMap<Standing, number>;
  readonly view: View;
}): ReactNode {
  const { t, i18n } = useLingui();
  return (
    <div className={styles['filters']} role="group" aria-label={t`Standings`}>
      {STANDINGS.filter((each) => counts.has(each) || view.standings.has(each)).map((standing) => (
        <button
          key={standing}
          type="button"
          className={styles['filter']}
          data-standing={standing}
          aria-pressed={view.standings.has(standing)}
          title={i18n._(STANDING_MEANINGS[standing])}
          onClick={() => view.toggle(standing)}
        >
          <SignOnly standing={standing} />
          <span className={styles['name']}>{i18n._(STANDING_NAMES[standing])}</span>
          <span className={styles['count']}>{i18n.number(counts.get(standing) ?? 0)}</span>
        </button>
      ))}
      {view.standings.size > 0 && (
        <button type="button" className={styles['filter']} onClick={view.showAll}>
          <Trans>All</Trans>
        </button>
      )}
    </div>
  );
}
