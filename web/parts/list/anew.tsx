import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './list.module.css';

/** Says that a list is another by now, and brings it anew: no row moves by itself. */
export function Anew({ isOld, onAnew }: { readonly isOld: boolean; readonly onAnew: () => void }): ReactNode {
  return (
    <div role="status" className={styles['anew']}>
      {isOld && (
        <button type="button" className="button" onClick={onAnew}>
          <Trans>Something changed: show it anew</Trans>
        </button>
      )}
    </div>
  );
}
