import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './list.module.css';

/** How many rows a list that holds still would have more; lies above its end, so that nothing makes room for it. */
export function News({ count, onShow }: { readonly count: number; readonly onShow: () => void }): ReactNode {
  return (
    <div role="status" className={styles['news']}>
      {count > 0 && (
        <button type="button" className="button" onClick={onShow}>
          <Plural value={count} one="# new" other="# new" />
        </button>
      )}
    </div>
  );
}
