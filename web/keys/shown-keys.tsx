import type { ReactNode } from 'react';
import { usePreference } from '../preferences/preference.js';
import { keyChoices, keysOf, shownKey } from './choices.js';
import type { KeyName } from './table.js';

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The keys of a name, as they are by now; nothing where it has none. */
export function ShownKeys({ name }: { readonly name: KeyName }): ReactNode {
  const keys = keysOf(name, usePreference(keyChoices));
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined) return null;
  return (
    <>
      {shownKey(first, isMac).map((press) => (
        <kbd key={press}>{press}</kbd>
      ))}
      {last !== first && last !== undefined && <>–{<kbd>{shownKey(last, isMac).join(' ')}</kbd>}</>}
    </>
  );
}
