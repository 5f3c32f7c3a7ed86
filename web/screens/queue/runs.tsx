import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Run } from './paragraph.js';
import styles from './queue.module.css';

/** Text as it reads, markers as raised numbers. */
export function Runs({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  const { t } = useLingui();
  return runs.map(({ text, labels }, i) => {
    if (!labels) return text;
    const numbers = labels.join(', ');
    return (
      <sup key={i} className={styles['marker']}>
        <span className="visually-hidden">{t`Citation ${numbers}`}</span>
        <span aria-hidden="true">{numbers}</span>
      </sup>
    );
  });
}
