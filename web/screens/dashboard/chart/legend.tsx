import { useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import type { Standing } from '../../../api/graphql.js';
import { StandingSign } from '../../../parts/standing-sign.js';
import { STANDING_MEANINGS } from '../../../parts/standing.js';
import styles from './chart.module.css';
import { patternId, Patterns } from './patterns.js';

/** Which pattern is which standing. */
export function Legend({ standings }: { readonly standings: readonly Standing[] }): ReactNode {
  const { i18n } = useLingui();
  const id = useId().replaceAll(/\W/g, '');
  return (
    <ul role="list" className={styles['legend']}>
      {standings.map((standing) => (
        <li key={standing} title={i18n._(STANDING_MEANINGS[standing])}>
          <svg width="20" height="14" aria-hidden="true" data-standing={standing}>
            <Patterns of={id} />
            <rect
              x="0.5"
              y="0.5"
              width="19"
              height="13"
              className={styles['part']}
              fill={`url(#${patternId(id, standing)})`}
            />
          </svg>
          <StandingSign standing={standing} withName />
        </li>
      ))}
    </ul>
  );
}
