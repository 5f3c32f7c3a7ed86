import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, Form } from 'react-aria-components';
import { ShownKeys } from '../../keys/shown-keys.js';
import { useKeys } from '../../keys/use-keys.js';
import styles from './edits.module.css';

/**
 * The fields of a dialog and the button that does it; the key for saving does so, too.
 *
 * @param act does it
 * @param isReady whether what is needed is there
 */
export function DialogForm({
  act,
  isReady,
  verb,
  children,
}: {
  readonly act: () => Promise<void>;
  readonly isReady: boolean;
  readonly verb: string;
  readonly children: ReactNode;
}): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (isBusy || !isReady) return;
    setBusy(true);
    await act();
    setBusy(false);
  };
  useKeys({ save: () => void submit() });
  return (
    <Form className={styles['form'] ?? ''} onSubmit={(event) => void submit(event)}>
      {children}
      <div className={styles['foot']}>
        <Button type="submit" className="button button-primary" isPending={isBusy} isDisabled={!isReady}>
          {verb}
        </Button>
        <span className="hint">
          <ShownKeys name="save" />
        </span>
      </div>
    </Form>
  );
}
