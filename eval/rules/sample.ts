import { createHash } from 'node:crypto';

/** What is drawn from: a rule's finding on a page. */
export interface Drawable {
  readonly page: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/**
 * Draws findings of each rule, so that common rules do not drown others, nor long pages short ones: of a rule the pages take
 * turns. Which comes first is a hash of seed and name, so that a finding keeps its place when others come or go.
 *
 * @param each how many of a rule
 * @returns by rule, in the order of drawing
 */
export function drawSample<T extends Drawable>(all: readonly T[], { each, seed }: { each: number; seed: number }): T[] {
  const lot = (...names: string[]): string =>
    createHash('sha256')
      .update([seed, ...names].join('\n'))
      .digest('hex');
  const byRule = Map.groupBy(all, ({ rule }) => rule);
  return [...byRule.keys()].sort().flatMap((rule) => {
    const byPage = Map.groupBy(byRule.get(rule)!, ({ page }) => page);
    const pages = sortedBy([...byPage.keys()], (page) => lot(rule, page)).map((page) =>
      sortedBy(byPage.get(page)!, ({ fingerprint }) => lot(rule, page, fingerprint)),
    );
    const longest = Math.max(...pages.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => pages.flatMap((ofPage) => ofPage[turn] ?? []))
      .flat()
      .slice(0, each);
  });
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}
