import { useSyncExternalStore } from 'react';

/** Something that a person chose in this browser. */
export interface Preference<T> {
  get(): T;
  set(value: T): void;
  /** @returns ends it */
  subscribe(told: () => void): () => void;
}

const PREFIX = 'obelus.';

/**
 * A choice that is kept in this browser, and told to all its tabs.
 *
 * @param accepts whether what was kept is one of its values; else it is `initial`
 */
export function preference<T>(name: string, initial: T, accepts: (kept: unknown) => boolean): Preference<T> {
  const key = PREFIX + name;
  const listeners = new Set<() => void>();
  const read = (): T => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return kept !== null && accepts(kept) ? (kept as T) : initial;
    } catch {
      return initial;
    }
  };
  let value = read();
  const tell = (next: T): void => {
    value = next;
    for (const listener of listeners) listener();
  };
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key || event.key === null) tell(read());
  });
  return {
    get: () => value,
    set(next) {
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing: it holds until the page is left.
      }
      tell(next);
    },
    subscribe(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

/** The choice as it is, also when it changes elsewhere. */
export const usePreference = <T>(of: Preference<T>): T => useSyncExternalStore(of.subscribe, of.get);
