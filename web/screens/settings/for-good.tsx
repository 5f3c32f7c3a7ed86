import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { InFront } from '../../parts/dialog.js';
import styles from './settings.module.css';

/** Something that cannot be taken back: it asks first, and says what it does. Focus comes back to its button. */
export function ForGood({
  says,
  label,
  onDo,
  children,
}: {
  readonly says: string;
  /** What it is done to: the title of the question. */
  readonly label: string;
  readonly onDo: () => void;
  /** What becomes of it. */
  readonly children: ReactNode;
}): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const close = (): void => setAsked(false);
  return (
    <>
      <Button className="button" aria-label={label} onPress={() => setAsked(true)}>
        {says}
      </Button>
      {isAsked && (
        <InFront title={label} onClose={close}>
          <p>{children}</p>
          <p>
            <Trans>This cannot be undone.</Trans>
          </p>
          <div className={styles['actions']}>
            <Button
              className="button button-primary"
              onPress={() => {
                close();
                onDo();
              }}
            >
              {says}
            </Button>
            <Button className="button" autoFocus onPress={close}>
              <Trans>Keep it</Trans>
            </Button>
          </div>
        </InFront>
      )}
    </>
  );
}
