import { useSyncExternalStore } from 'react';

/** Whether one way to the server is there, as far as the last that was heard of it. */
export class Connection {
  private listeners = new Set<() => void>();
  private there = true;
  private lostTimes = 0;

  readonly isThere = (): boolean => this.there;
  /** How many times it was lost. */
  readonly losses = (): number => this.lostTimes;

  /** It is there, or there again. */
  readonly found = (): void => this.become(true);
  /** It is not there. */
  readonly lost = (): void => this.become(false);

  /** @returns ends it */
  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  private become(there: boolean): void {
    if (this.there === there) return;
    this.there = there;
    if (!there) this.lostTimes++;
    for (const listener of this.listeners) listener();
  }
}

/** Questions and edits: lost while nobody answers them. */
export const connection = new Connection();
/** The socket that brings what happens. Questions and edits may go on without it. */
export const liveConnection = new Connection();

export type ConnectionState =
  | 'there'
  /** Asked and edited can be, but nothing tells of what others do. */
  | 'not-live'
  /** Nobody answers. */
  | 'lost';

const state = (): ConnectionState => (!connection.isThere() ? 'lost' : liveConnection.isThere() ? 'there' : 'not-live');

const subscribe = (told: () => void): (() => void) => {
  const ends = [connection.subscribe(told), liveConnection.subscribe(told)];
  return () => {
    for (const end of ends) end();
  };
};

export const useConnectionState = (): ConnectionState => useSyncExternalStore(subscribe, state);
