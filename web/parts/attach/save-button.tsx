import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ShownKeys } from '../../keys/shown-keys.js';
import { useKeys } from '../../keys/use-keys.js';
import styles from './attach.module.css';

/** Saves, by itself and by the key for it. */
export function SaveButton({
  onSave,
  isSaving,
  children,
}: {
  readonly onSave: () => void;
  readonly isSaving: boolean;
  readonly children: ReactNode;
}): ReactNode {
  useKeys({ save: onSave });
  return (
    <div className={styles['save']}>
      <Button className="button button-primary" onPress={onSave} isPending={isSaving}>
        {children}
      </Button>
      <span className="hint">
        <ShownKeys name="save" />
      </span>
    </div>
  );
}
