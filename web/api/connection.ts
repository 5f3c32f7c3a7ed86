import { useSyncExternalStore } from 'react';

/** Whether the server answers, as far as the last that was heard of it. */
export class Connection {
  private listeners = new Set<() => void>();
  private there = true;

  readonly isThere = (): boolean => this.there;

  /** The server answered, or the browser has a network again. */
  readonly found = (): void => this.become(true);
  /** Nobody answers. */
  readonly lost = (): void => this.become(false);

  /** @returns ends it */
  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  private become(there: boolean): void {
    if (this.there === there) return;
    this.there = there;
    for (const listener of this.listeners) listener();
  }
}

/** The connection of this page. */
export const connection = new Connection();

export const useIsConnected = (): boolean => useSyncExternalStore(connection.subscribe, connection.isThere);
