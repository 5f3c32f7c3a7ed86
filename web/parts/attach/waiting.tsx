import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { later } from '../later.js';
import styles from './attach.module.css';
import { useSavedDrafts } from './outbox-context.js';

const Undecided = later(async () => (await import('./undecided.js')).Undecided);

/** How many edits are with this browser alone, and those that a person must decide about. Nothing where there are none. */
export function Waiting(): ReactNode {
  const drafts = useSavedDrafts();
  const [isOpen, setOpen] = useState(false);
  const undecided = drafts.filter(({ state }) => state !== 'waiting');
  const waiting = drafts.length - undecided.length;
  const [first] = undecided;
  return (
    <div className={styles['waiting']} role="status">
      {waiting > 0 && (
        <span>
          <Plural value={waiting} one="# edit waits for the connection" other="# edits wait for the connection" />
        </span>
      )}
      {undecided.length > 0 && (
        <>
          <span>
            <Plural
              value={undecided.length}
              one="# edit was not taken: somebody was faster, or it was refused"
              other="# edits were not taken: somebody was faster, or they were refused"
            />
          </span>
          <Button className="button" onPress={() => setOpen(true)}>
            <Trans>Decide</Trans>
          </Button>
        </>
      )}
      {isOpen && first && (
        <Undecided
          draft={first}
          onSolved={() => {
            if (undecided.length <= 1) setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
