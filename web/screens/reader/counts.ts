import type { ResultOf, Standing } from '../../api/graphql.js';
import type { Claim, TEXT } from './documents.js';

/** How many claims stand how; a standing that no claim has is not there. */
export type Counts = ReadonlyMap<Standing, number>;

/** As the server counts them, before all of them are here. */
export const countsOf = ({ byStanding }: NonNullable<ResultOf<typeof TEXT>['article']>['summary']): Counts =>
  new Map(byStanding.filter(({ count }) => count > 0).map(({ standing, count }) => [standing, count]));

/** Of claims that are here. */
export function countsIn(claims: readonly Claim[]): Counts {
  const found = new Map<Standing, number>();
  for (const { standing } of claims) found.set(standing, (found.get(standing) ?? 0) + 1);
  return found;
}
