import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { later } from '../parts/later.js';
import type { Viewer } from '../parts/viewer.js';
import styles from './account-menu.module.css';

const AccountMenu = later(async () => (await import('./account-menu.js')).AccountMenu);

/** Opens a menu as well, as it does at any button that has one. */
const OPENS = new Set(['ArrowDown', 'ArrowUp']);

/** The workspace, and behind it who is signed in and what they chose. */
export function Account({ viewer }: { readonly viewer: Viewer }): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={trigger}
        id={id}
        className={`button button-plain ${styles['trigger']}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (!OPENS.has(event.key)) return event.continuePropagation();
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className={styles['workspace']}>{viewer.workspace.name}</span>
        <span aria-hidden="true">▾</span>
      </Button>
      {isOpen && <AccountMenu viewer={viewer} trigger={trigger} labelledBy={id} onClose={() => setOpen(false)} />}
    </>
  );
}
