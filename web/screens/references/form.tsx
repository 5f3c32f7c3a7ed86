import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useKeys } from '../../keys/use-keys.js';
import type { Refusal } from '../../parts/use-edit.js';
import styles from './references.module.css';

/**
 * What a dialog asks for, and its button; why it was refused stands above that.
 *
 * @param says what the button says
 * @param onSubmit does it; gives why it was refused, nothing when it was not
 */
export function Form({
  says,
  isReady,
  isRunning,
  onSubmit,
  children,
}: {
  readonly says: string;
  readonly isReady: boolean;
  readonly isRunning: boolean;
  readonly onSubmit: () => Promise<readonly Refusal[]>;
  readonly children: ReactNode;
}): ReactNode {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const submit = async (): Promise<void> => {
    if (!isReady || isRunning) return;
    setRefusals([]);
    try {
      setRefusals(await onSubmit());
    } catch (error) {
      // A file that cannot be read, say; refusals of the server are no errors.
      setRefusals([{ message: error instanceof Error ? error.message : String(error) }]);
    }
  };
  useKeys({ save: () => void submit() });
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <div role="alert">
        {refusals.map(({ code, message }) => (
          <p key={message} className="mistake">
            {code === 'CONFLICT' && <Trans>Somebody changed it meanwhile.</Trans>} {message}
          </p>
        ))}
      </div>
      <div className={styles['buttons']}>
        <Button slot="close" type="button" className="button">
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" className="button button-primary" isDisabled={!isReady || isRunning}>
          {says}
        </Button>
      </div>
    </form>
  );
}
