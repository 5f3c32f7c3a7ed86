import type { Draft } from './draft.js';
import type { DraftStore } from './draft-store.js';

/** What became of sending a draft. */
export type Sent =
  | { readonly kind: 'done' }
  /** Nobody answered. */
  | { readonly kind: 'unanswered' }
  /** Somebody else changed it first. @param version the one there is */
  | { readonly kind: 'conflict'; readonly why: string; readonly version: number }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Drafts that somebody saved and that are not with the server yet. They are sent in their order; what the server does
 * not take stays, until a person decides.
 */
export class Outbox {
  private kept: readonly Draft[] = [];
  private readonly listeners = new Set<() => void>();
  private busy: Promise<unknown> = Promise.resolve();

  /**
   * @param owner whose drafts: workspace and member
   * @param inTurn lets nobody else send meanwhile
   */
  constructor(
    readonly owner: string,
    readonly store: DraftStore,
    private readonly deliver: (draft: Draft) => Promise<Sent>,
    private readonly inTurn: (act: () => Promise<void>) => Promise<void> = (act) => act(),
  ) {}

  /** Those that are saved, the oldest first; a new list whenever they are others. */
  readonly drafts = (): readonly Draft[] => this.kept;

  /** @returns ends it */
  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  /** Reads what was kept when the page was left. */
  async load(): Promise<void> {
    this.kept = (await this.store.of(this.owner)).filter(({ state }) => state !== 'editing');
    for (const listener of this.listeners) listener();
  }

  /** Sends a draft, and keeps it unless it is done. */
  send(draft: Draft): Promise<Sent> {
    return this.next(async () => {
      // Before it is sent: a browser may be closed meanwhile.
      await this.store.put({ ...draft, state: 'waiting' });
      return await this.attempt(draft);
    });
  }

  /** Sends what waits, until nobody answers. */
  flush(): Promise<void> {
    return this.next(async () => {
      await this.load();
      for (const draft of this.kept.filter(({ state }) => state === 'waiting')) {
        if ((await this.attempt(draft)).kind === 'unanswered') return;
      }
    });
  }

  /** Lets a draft go. */
  async drop(key: string): Promise<void> {
    await this.store.delete(key);
    await this.load();
  }

  private async attempt(draft: Draft): Promise<Sent> {
    const sent = await this.deliver(draft);
    if (sent.kind === 'done') await this.store.delete(draft.key);
    else {
      const state = sent.kind === 'unanswered' ? 'waiting' : sent.kind;
      const seenVersion = sent.kind === 'conflict' ? sent.version : draft.seenVersion;
      await this.store.put({ ...draft, state, seenVersion, why: 'why' in sent ? sent.why : null });
    }
    await this.load();
    return sent;
  }

  /** One at a time: each sees the version that the one before has made. */
  private next<T>(act: () => Promise<T>): Promise<T> {
    const result = this.busy.then(
      () =>
        new Promise<T>((resolve, reject) => {
          this.inTurn(() => act().then(resolve, reject)).catch(reject);
        }),
    );
    this.busy = result.catch(() => undefined);
    return result;
  }
}
