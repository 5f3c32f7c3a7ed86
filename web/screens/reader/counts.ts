import type { ResultOf, Standing } from '../../api/graphql.js';
import { countsOf as countsOfAll, type StandingCounts } from '../../parts/standing.js';
import type { Claim, ARTICLE } from './documents.js';

/** As the server counts them, before all of them are here. A standing that no claim has is not there. */
export const countsOf = ({ byStanding }: NonNullable<ResultOf<typeof ARTICLE>['article']>['summary']): StandingCounts =>
  countsOfAll(byStanding.filter(({ count }) => count > 0));

/** Of claims that are here. */
export function countsIn(claims: readonly Claim[]): StandingCounts {
  const found = new Map<Standing, number>();
  for (const { standing } of claims) found.set(standing, (found.get(standing) ?? 0) + 1);
  return found;
}
