import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { tinykeys } from 'tinykeys';
import { usePreference } from '../preferences/preference.js';
import { keyChoices, keysOf, singleKeys } from './choices.js';
import { entryOf, KEY_NAMES, type KeyName } from './table.js';

/** What a part of the page does on keys. */
export type KeyHandlers = Partial<Record<KeyName, (event: KeyboardEvent) => void>>;

/** Who listens, the last that came first: a dialog before the screen below it. */
class Listeners {
  private parts: { readonly handlers: () => KeyHandlers }[] = [];
  private listeners = new Set<() => void>();
  private names: ReadonlySet<KeyName> = new Set();

  add(handlers: () => KeyHandlers): () => void {
    const part = { handlers };
    this.parts.push(part);
    this.tell();
    return () => {
      this.parts = this.parts.filter((each) => each !== part);
      this.tell();
    };
  }

  handler(name: KeyName): ((event: KeyboardEvent) => void) | undefined {
    return this.parts.findLast(({ handlers }) => handlers()[name])?.handlers()[name];
  }

  readonly active = (): ReadonlySet<KeyName> => this.names;
  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  private tell(): void {
    this.names = new Set(KEY_NAMES.filter((name) => this.handler(name)));
    for (const listener of this.listeners) listener();
  }
}

const Context = createContext(new Listeners());

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;
const within = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 2_000;
const FIELD =
  'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable], [role=combobox]';
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu]';
/** They do something on Enter themselves. */
const PRESSED = 'a, button, summary, [role=button], [role=link], [role=option], [role=tab]';

/** Listens to keys for the whole page. */
export function KeysProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const listeners = useMemo(() => new Listeners(), []);
  const choices = usePreference(keyChoices);
  const isOn = usePreference(singleKeys);
  useEffect(() => {
    const handled = KEY_NAMES.flatMap((name) =>
      keysOf(name, choices).map((key): [string, (event: KeyboardEvent) => void] => [
        // "?" and "[" need Shift or Alt on some keyboards.
        /^[^\w\s]$/.test(key) ? `[Shift]+[Alt]+${key}` : key,
        (event) => {
          if (event.defaultPrevented || (within(event, OVERLAY) && !entryOf(name).inDialogs)) return;
          if (key === 'Enter' && within(event, PRESSED)) return;
          const handler = listeners.handler(name);
          if (!handler) return;
          event.preventDefault();
          handler(event);
        },
      ]),
    );
    // The first that matches is taken: "g a" is to be looked at before "a".
    const ordered = handled.toSorted(([a], [b]) => b.split(' ').length - a.split(' ').length);
    return tinykeys(window, Object.fromEntries(ordered), {
      timeout: SEQUENCE_MS,
      // A list below a search field is told of each key that is typed in it, by an event that no person made.
      ignore: (event) =>
        event.isComposing || !event.isTrusted || (!hasModifier(event) && (!isOn || within(event, FIELD))),
    });
  }, [listeners, choices, isOn]);
  return <Context value={listeners}>{children}</Context>;
}

/**
 * Does something on keys, by their names in the table, as long as the component is on the page. They are off in fields,
 * and in dialogs unless the table says otherwise.
 */
export function useKeys(handlers: KeyHandlers): void {
  const listeners = useContext(Context);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers).sort().join();
  useEffect(() => listeners.add(() => latest.current), [listeners, names]);
}

/** The names that do something just now. */
export function useActiveKeys(): ReadonlySet<KeyName> {
  const listeners = useContext(Context);
  return useSyncExternalStore(listeners.subscribe, listeners.active);
}

/** Does what a key would do. */
export function useRunKey(): (name: KeyName) => void {
  const listeners = useContext(Context);
  return (name) => listeners.handler(name)?.(new KeyboardEvent('keydown'));
}
