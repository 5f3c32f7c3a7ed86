import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import { ShownKeys } from '../keys/shown-keys.js';
import { singleKeys } from '../keys/choices.js';
import { entryOf, KEY_NAMES, type KeyGroup } from '../keys/table.js';
import { useActiveKeys } from '../keys/use-keys.js';
import { InFront } from '../parts/dialog.js';
import { Toggle } from '../parts/toggle.js';
import { usePreference } from '../preferences/preference.js';
import styles from './key-help.module.css';

const GROUPS: readonly (readonly [KeyGroup, MessageDescriptor])[] = [
  ['move', msg`Move`],
  ['evidence', msg`Evidence`],
  ['find', msg`Find`],
  ['go', msg`Go`],
  ['other', msg`More`],
];

/** Every key there is; those that do nothing on this screen are pale. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, i18n } = useLingui();
  const [sought, setSought] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const active = useActiveKeys();
  const isOn = usePreference(singleKeys);
  const shown = KEY_NAMES.filter((name) => contains(i18n._(entryOf(name).says), sought));
  return (
    <InFront title={t`Keys`} onClose={onClose}>
      <SearchField aria-label={t`Search keys`} value={sought} onChange={setSought} autoFocus>
        <Input className="input" placeholder={t`Search keys`} />
      </SearchField>
      <div className={styles['groups']} role="region" aria-label={t`Keys`} tabIndex={0}>
        {GROUPS.map(([group, title]) => {
          const names = shown.filter((name) => entryOf(name).group === group);
          if (names.length === 0) return null;
          return (
            <section key={group}>
              <h3>{i18n._(title)}</h3>
              <dl className={styles['keys']}>
                {names.map((name) => (
                  <div key={name} data-active={active.has(name)}>
                    <dt>{i18n._(entryOf(name).says)}</dt>
                    <dd>
                      <ShownKeys name={name} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        {shown.length === 0 && <Trans>No key is called so</Trans>}
      </div>
      <Toggle isOn={isOn} onChange={singleKeys.set}>
        <Trans>Keys without Ctrl or ⌘ do something</Trans>
      </Toggle>
    </InFront>
  );
}
