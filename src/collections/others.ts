import { skipped, type Collected } from './collected.js';

/** Kinds that are named. */
const MOST_KINDS = 8;

/** Counts what stands in a collection and is no article, by its kinds: it is told in one line. */
export class Others {
  private readonly counts = new Map<string, number>();

  /**
   * @param noun what each of them is: "file"
   * @param told a kind, and how many there are of it
   */
  constructor(
    private readonly noun: string,
    private readonly told: (kind: string, count: number) => string,
  ) {}

  add(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /**
   * All of them as one entry; null without any.
   *
   * @param why why they are left out, of their kinds, the commonest first
   */
  entry(why: (kinds: string) => string): Collected | null {
    if (this.counts.size === 0) return null;
    const kinds = [...this.counts].sort(([, a], [, b]) => b - a);
    const count = kinds.reduce((sum, [, each]) => sum + each, 0);
    const named = kinds.slice(0, MOST_KINDS).map(([kind, each]) => this.told(kind, each));
    const more = kinds.length > MOST_KINDS ? ' …' : '';
    return skipped(`${count} other ${this.noun}${count === 1 ? '' : 's'}`, why(named.join(', ') + more));
  }
}
