import type { HeldClaim } from '../editing/article-state.js';
import type { Claim } from '../judging/evidence.js';
import { claimSaid } from '../revising/match-claims.js';
import type { Continues } from '../revising/plan-revision.js';
import type { ReadingPool } from './reading-pool.js';

/**
 * Which claims of an article each of a new text continues, by what they say.
 *
 * @param held all of the article's, in reading order
 * @throws ReadingError
 */
export async function continuedClaims(
  pool: ReadingPool,
  held: readonly HeldClaim[],
  claims: readonly Claim[],
): Promise<Continues[]> {
  const before = held.map(({ evidence, read: { block } }) => ({ ...claimSaid(evidence), block }));
  const matches = await pool.match({ before, after: claims.map(claimSaid) });
  return matches.map(({ from, change }) => ({ held: from === null ? null : held[from]!, change }));
}
