import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { ShownKeys } from '../keys/shown-keys.js';
import { entryOf, KEY_NAMES, type KeyName } from '../keys/table.js';
import { useActiveKeys, useRunKey } from '../keys/use-keys.js';
import { InFront } from '../parts/dialog.js';
import styles from './palette.module.css';

/** Everything that a key would do just now, to be found by its name. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, i18n } = useLingui();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [active, run] = [useActiveKeys(), useRunKey()];
  const commands = KEY_NAMES.filter(
    (name) => active.has(name) && name !== 'palette' && entryOf(name).keys.length === 1,
  );
  return (
    <InFront title={t`All commands`} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t`Search commands`} autoFocus className={styles['search'] ?? ''}>
          <Input className="input" placeholder={t`Search commands`} />
        </SearchField>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label={t`Commands`}
          renderEmptyState={() => <Trans>No command is called so</Trans>}
          onAction={(key) => {
            onClose();
            run(key as KeyName);
          }}
        >
          {commands.map((name) => {
            const says = i18n._(entryOf(name).says);
            return (
              <ListBoxItem key={name} id={name} textValue={says} className="menu-item">
                <span>{says}</span>
                <span>
                  <ShownKeys name={name} />
                </span>
              </ListBoxItem>
            );
          })}
        </ListBox>
      </Autocomplete>
    </InFront>
  );
}
