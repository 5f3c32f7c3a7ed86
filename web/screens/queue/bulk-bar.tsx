import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ShownKeys } from '../../keys/shown-keys.js';
import { useMay } from '../../parts/viewer.js';
import styles from './queue.module.css';

/** What can be done with those that are selected. */
export function BulkBar({
  count,
  onAttach,
  onWaive,
  onAssign,
  onNone,
}: {
  readonly count: number;
  readonly onAttach: () => void;
  readonly onWaive: () => void;
  readonly onAssign: () => void;
  readonly onNone: () => void;
}): ReactNode {
  const [mayEdit, mayCheck] = [useMay('EDITOR'), useMay('CHECKER')];
  return (
    <div className={styles['bulk']}>
      <span role="status">
        <Plural value={count} one="# claim selected" other="# claims selected" />
      </span>
      {mayEdit && (
        <>
          <Button className="button" onPress={onAttach}>
            <Trans>Attach one source</Trans> <ShownKeys name="attach" />
          </Button>
          <Button className="button" onPress={onWaive}>
            <Trans>Waive</Trans> <ShownKeys name="waive" />
          </Button>
        </>
      )}
      {mayCheck && (
        <Button className="button" onPress={onAssign}>
          <Trans>Assign</Trans> <ShownKeys name="assign" />
        </Button>
      )}
      <Button className="button button-plain" onPress={onNone}>
        <Trans>Select none</Trans> <ShownKeys name="close" />
      </Button>
    </div>
  );
}
