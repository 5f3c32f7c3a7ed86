import cluster from 'node:cluster';
import { once } from 'node:events';
import { ownMetrics, shareMetrics } from '../telemetry/registry.js';
import type { Assignment, FromMember, Spent, ToMember } from './messages.js';

/** How often processes tell each other what callers spent, in milliseconds: so long, each counts for itself. */
const SPENT_MS = 200;

/** Limits that all processes of a machine count together. */
export interface SharedLimits {
  /** What callers spent in this process since the last time that this was asked. */
  takeSpent(): Spent;
  /** They spent this in another one. */
  spend(spent: Spent): void;
}

/** Whether another process started this one to serve beside others. */
export const isMember = (): boolean => cluster.isWorker;

/** One of several processes that serve on one port, as it deals with the one that supervises them. */
export class Member {
  private readonly waiting = new Map<number, { resolve(text: string): void; reject(error: Error): void }>();
  private asked = 0;
  private limits: SharedLimits | null = null;
  /** Until it serves, there is nothing to end in order. When who supervises is gone, Node ends the process at once. */
  private stop = (): void => process.exit(0);

  private constructor(readonly assignment: Assignment) {
    process.on('message', (message: ToMember) => void this.hear(message));
    shareMetrics(() => this.measureAll());
  }

  /** Waits until it is told what to do. */
  static async join(): Promise<Member> {
    for (;;) {
      const [message] = (await once(process, 'message')) as [ToMember];
      if (message.type === 'serve') return new Member(message);
      if (message.type === 'stop') process.exit(0);
    }
  }

  /** @param stop ends what it does, and the process; called once or more */
  ready(url: string, limits: SharedLimits, stop: () => void): void {
    this.limits = limits;
    this.stop = stop;
    setInterval(() => this.share(limits), SPENT_MS).unref();
    tell({ type: 'ready', url });
  }

  /** It cannot serve. @param message one line for people */
  static async failed(message: string): Promise<void> {
    await new Promise<void>((resolve) => {
      if (process.connected)
        process.send?.({ type: 'failed', message } satisfies FromMember, undefined, undefined, () => resolve());
      else resolve();
    });
  }

  private share(limits: SharedLimits): void {
    const spent = limits.takeSpent();
    if (Object.values(spent).some((all) => all.length > 0)) tell({ type: 'spent', spent });
  }

  private async hear(message: ToMember): Promise<void> {
    if (message.type === 'stop') this.stop();
    else if (message.type === 'spent') this.limits?.spend(message.spent);
    else if (message.type === 'measure') tell({ type: 'own', id: message.id, metrics: await ownMetrics() });
    else if (message.type === 'measured') {
      const { id, text } = message;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (text === null) waiting?.reject(new Error('metrics could not be had'));
      else waiting?.resolve(text);
    }
  }

  /** The metrics of all processes. */
  private measureAll(): Promise<string> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      tell({ type: 'measure', id });
    });
  }
}

function tell(message: FromMember): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}
