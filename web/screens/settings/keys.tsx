import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Input } from 'react-aria-components';
import { clashes, keyChoices, keysOf, singleKeys, type KeyChoices } from '../../keys/choices.js';
import { ShownKeys } from '../../keys/shown-keys.js';
import { entryOf, KEY_NAMES, type KeyName } from '../../keys/table.js';
import { done } from '../../parts/undo.js';
import { usePreference } from '../../preferences/preference.js';
import { pressedKey } from './pressed-key.js';
import styles from './settings.module.css';
import { Toggle } from '../../parts/toggle.js';

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The keys of this browser: each can be another one, or none. */
export function Keys(): ReactNode {
  const { t, i18n } = useLingui();
  const choices = usePreference(keyChoices);
  const isOn = usePreference(singleKeys);
  const [asked, setAsked] = useState<KeyName | null>(null);
  // The button that asked has the focus again.
  const [left, setLeft] = useState<KeyName | null>(null);
  const leave = (name: KeyName): void => {
    setLeft(name);
    setAsked(null);
  };
  const shared = new Map([...clashes(choices)].flatMap(([, names]) => names.map((name) => [name, names] as const)));
  /** @param keys those of a name; null: as the table has it */
  const choose = (name: KeyName, keys: readonly string[] | null): void => {
    const before = keyChoices.get();
    const others = Object.fromEntries(Object.entries(before).filter(([each]) => each !== name)) as KeyChoices;
    put(
      t`The key of “${i18n._(entryOf(name).says)}” was changed`,
      keys === null ? others : { ...others, [name]: keys },
    );
  };
  return (
    <>
      <p className="hint">
        <Trans>Kept in this browser.</Trans>
      </p>
      <Toggle isOn={isOn} onChange={singleKeys.set}>
        <Trans>Keys without Ctrl or ⌘ do something</Trans>
      </Toggle>
      <ul role="list" className={styles['rows']} aria-label={t`Keys`}>
        {KEY_NAMES.map((name) => {
          const says = i18n._(entryOf(name).says);
          const others = shared.get(name)?.filter((each) => each !== name) ?? [];
          const rivals = others.map((each) => i18n._(entryOf(each).says)).join(', ');
          return (
            <li key={name} className={styles['row']}>
              <div>
                <p>{says}</p>
                {rivals !== '' && (
                  <p className="mistake">
                    <Trans>The same key does: {rivals}</Trans>
                  </p>
                )}
              </div>
              <div className={styles['controls']}>
                <span className={styles['keys']}>
                  {keysOf(name, choices).length === 0 ? t`Off` : <ShownKeys name={name} />}
                </span>
                {asked === name ? (
                  <Capture
                    says={says}
                    onKey={(key) => {
                      leave(name);
                      choose(name, [key]);
                    }}
                    onCancel={() => leave(name)}
                  />
                ) : (
                  <Button
                    className="button"
                    aria-label={t`Another: ${says}`}
                    autoFocus={left === name}
                    onPress={() => setAsked(name)}
                  >
                    <Trans>Another</Trans>
                  </Button>
                )}
                <Button
                  className="button"
                  aria-label={t`None: ${says}`}
                  isDisabled={keysOf(name, choices).length === 0}
                  onPress={() => choose(name, [])}
                >
                  <Trans>None</Trans>
                </Button>
                <Button
                  className="button"
                  aria-label={t`As at first: ${says}`}
                  isDisabled={choices[name] === undefined}
                  onPress={() => choose(name, null)}
                >
                  <Trans>As at first</Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        className="button"
        isDisabled={Object.keys(choices).length === 0}
        onPress={() => put(t`All keys are as at first`, {})}
      >
        <Trans>All as at first</Trans>
      </Button>
    </>
  );
}

/** Keeps what was chosen, and tells so, with a way back. */
function put(says: string, after: KeyChoices): void {
  const before = keyChoices.get();
  const set = (choices: KeyChoices) => (): Promise<null> => {
    keyChoices.set(choices);
    return Promise.resolve(null);
  };
  keyChoices.set(after);
  done({ says, undo: set(before), redo: set(after) });
}

/** Waits for a key. Esc leaves it, Tab goes on. */
function Capture({
  says,
  onKey,
  onCancel,
}: {
  readonly says: string;
  readonly onKey: (key: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useLingui();
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    // It is to be chosen, not done.
    event.stopPropagation();
    if (event.key === 'Escape') return onCancel();
    const key = pressedKey(event, isMac);
    if (key !== null) onKey(key);
  };
  return (
    <Input
      className={`input ${styles['capture']}`}
      aria-label={t`Press the key for “${says}”`}
      placeholder={t`Press a key`}
      value=""
      readOnly
      autoFocus
      onKeyDown={press}
      onBlur={onCancel}
    />
  );
}
