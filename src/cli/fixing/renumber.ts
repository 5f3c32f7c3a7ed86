import type { Article, Reference } from '../../judging/evidence.js';
import { CannotFix, theFirst } from './cannot-fix.js';
import type { Relabelling } from './relabel.js';

/**
 * Numbers without gaps, in the same order.
 *
 * @returns null when there is no gap
 * @throws CannotFix when a number is cited and not listed: which entry it meant could not be seen any more
 */
export function closedGaps(article: Article): (Relabelling & { readonly told: string }) | null {
  const labels = new Map(renumbered(article.references, []));
  if (labels.size === 0) return null;
  const dangling = danglingNumbers(article);
  if (dangling.length > 0) {
    const some = theFirst(dangling.map((label) => `[${label}]`));
    throw new CannotFix(`${some} ${dangling.length === 1 ? 'is' : 'are'} cited and not listed; mend that first`);
  }
  const told = theFirst([...labels].map(([before, after]) => `[${before}] → [${after}]`));
  return { labels, dropped: new Set(), told: `renumbered ${told}` };
}

/** Numbers that are cited and lead to no entry. */
export const danglingNumbers = ({ references }: Article): string[] =>
  references.filter(({ label, span }) => span === null && isNumber(label)).map(({ label }) => label);

/**
 * Old label → new label, for those that change.
 *
 * @param references in number order
 * @param leftOut numbers that stay gaps, ascending
 */
export function* renumbered(
  references: readonly Reference[],
  leftOut: readonly number[],
): Generator<readonly [string, string]> {
  const gaps = new Set(leftOut);
  let next = 1;
  for (const { label } of references) {
    if (!isNumber(label)) continue;
    while (gaps.has(next)) next++;
    if (label !== String(next)) yield [label, String(next)];
    next++;
  }
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);
