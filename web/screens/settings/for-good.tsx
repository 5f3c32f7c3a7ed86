import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './settings.module.css';

/** Something that cannot be taken back: it takes a second press, in the same place. */
export function ForGood({
  says,
  label,
  onDo,
}: {
  readonly says: string;
  /** What it is done to, for those who hear it. */
  readonly label: string;
  readonly onDo: () => void;
}): ReactNode {
  /** Null: not asked yet. */
  const [isAsked, setAsked] = useState<boolean | null>(null);
  if (!isAsked) {
    return (
      <Button className="button" aria-label={label} autoFocus={isAsked === false} onPress={() => setAsked(true)}>
        {says}
      </Button>
    );
  }
  return (
    <span role="group" aria-label={label} className={styles['actions']}>
      <Button
        className="button button-primary"
        autoFocus
        onPress={() => {
          setAsked(false);
          onDo();
        }}
      >
        <Trans>For good</Trans>
      </Button>
      <Button className="button" onPress={() => setAsked(false)}>
        <Trans>Keep it</Trans>
      </Button>
    </span>
  );
}
