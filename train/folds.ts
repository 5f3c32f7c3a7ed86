import { randomOf } from '../test/support/random.js';

/** One of the parts of some items, and the rest of them. */
export interface Fold<T> {
  readonly fold: readonly T[];
  readonly rest: readonly T[];
}

/** Parts items so that those of one group stay together. The same for the same items and seed. */
export function foldsOf<T>(items: readonly T[], groupOf: (item: T) => string, count: number, seed: number): Fold<T>[] {
  const random = randomOf(seed);
  const groups = [...new Set(items.map(groupOf))].sort((a, b) => (a < b ? -1 : 1));
  for (let i = groups.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [groups[i], groups[j]] = [groups[j]!, groups[i]!];
  }
  const places = new Map(groups.map((group, at) => [group, at % count]));
  return Array.from({ length: count }, (_, at) => ({
    fold: items.filter((item) => places.get(groupOf(item)) === at),
    rest: items.filter((item) => places.get(groupOf(item)) !== at),
  }));
}
