import { preference } from '../preferences/preference.js';
import { entryOf, KEY_NAMES, type KeyName } from './table.js';

/** What a person made other than the table has it: the keys of a name; none switches it off. */
export type KeyChoices = Readonly<Partial<Record<KeyName, readonly string[]>>>;

/** Going back in the browser was once on it, and people have lost what they wrote. */
const NEVER = /backspace/i;

function accepts(kept: unknown): boolean {
  if (typeof kept !== 'object' || kept === null) return false;
  return Object.values(kept).every(
    (keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string' && key !== '' && !NEVER.test(key)),
  );
}

export const keyChoices = preference<KeyChoices>('keys', {}, accepts);

/** Whether keys without Control or Command do anything: who uses speech or a screen reader may want them off. */
export const singleKeys = preference('single-keys', true, (kept) => typeof kept === 'boolean');

/** The keys of a name by now. */
export const keysOf = (name: KeyName, choices: KeyChoices): readonly string[] => choices[name] ?? entryOf(name).keys;

/** Names that share a key, by that key: only one of them can be reached. */
export function clashes(choices: KeyChoices): ReadonlyMap<string, readonly KeyName[]> {
  const byKey = new Map<string, KeyName[]>();
  for (const name of KEY_NAMES)
    for (const key of keysOf(name, choices)) byKey.set(key, [...(byKey.get(key) ?? []), name]);
  return new Map([...byKey].filter(([, names]) => names.length > 1));
}

/** A key as people read it: "Ctrl K", "g then q". */
export function shownKey(key: string, isMac: boolean): string[] {
  return key.split(' ').map((press) =>
    press
      .split('+')
      .map((part, at, parts) => {
        if (part === '$mod') return isMac ? '⌘' : 'Ctrl';
        return SHOWN[part] ?? (parts.length > 1 ? part.toUpperCase() : part);
      })
      .join(' '),
  );
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Enter: 'Enter',
  Shift: 'Shift',
};
