import type { Claim } from '../judging/evidence.js';
import type { HeldClaim, Overrides } from '../editing/article-state.js';

export const NO_OVERRIDES: Overrides = { block: null, checkable: null, priority: null };

/** What holds of a claim: what people said of it, and what the reader read where they said nothing. */
export function overruled(
  read: HeldClaim['read'],
  { block, checkable: said, priority }: Overrides,
): Pick<Claim, 'block' | 'checkable' | 'notCheckable' | 'priority'> {
  const checkable = said ?? read.checkable;
  const notCheckable = checkable ? null : said === false ? 'overruled' : read.notCheckable;
  return { block: block ?? read.block, checkable, notCheckable, priority: priority ?? read.priority };
}
