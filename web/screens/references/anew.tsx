import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useSubscription } from 'urql';
import { CHANGED } from './documents.js';
import styles from './references.module.css';

/** Says that something changed since a list was brought, and brings it anew: no row moves by itself. */
export function Anew({ onAnew }: { readonly onAnew: () => void }): ReactNode {
  const [{ data }] = useSubscription({ query: CHANGED }, (told: number | undefined) => (told ?? 0) + 1);
  // The first tells how things are.
  const [seen, setSeen] = useState(1);
  const told = data ?? 0;
  return (
    <div role="status" className={styles['anew']}>
      {told > seen && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setSeen(told);
            onAnew();
          }}
        >
          <Trans>Something changed: show it anew</Trans>
        </button>
      )}
    </div>
  );
}
