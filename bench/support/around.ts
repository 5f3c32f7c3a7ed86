import type { Place } from '../../src/judging/again.js';
import type { Claim } from '../../src/judging/evidence.js';
import { groupsOf, type ClaimRelations } from '../../src/judging/relations.js';

/** What a change of one claim can touch, and what is read to judge that: as `src/editing/load-article.ts` selects it. */
export interface Around {
  readonly places: ReadonlyMap<number, readonly Place[]>;
  readonly atHand: ReadonlySet<number>;
}

export function around(
  claims: readonly Claim[],
  relations: ReadonlyMap<number, ClaimRelations>,
  changed: Claim,
): Around {
  const groups = (claim: Claim): readonly number[] => groupsOf(relations.get(claim.ordinal)!);
  const near = (from: readonly Claim[]): Claim[] => {
    const blocks = new Set(from.map(({ blockIndex }) => blockIndex));
    const own = new Set(from.flatMap(groups));
    return claims.filter((claim) => blocks.has(claim.blockIndex) || groups(claim).some((group) => own.has(group)));
  };
  const touched = near([changed]);
  const own = new Set(groups(changed));
  const placeOf = (claim: Claim): Place[] =>
    claim === changed
      ? ['changed']
      : [
          ...(claim.blockIndex === changed.blockIndex ? (['same paragraph'] as const) : []),
          ...(groups(claim).some((group) => own.has(group)) ? (['restatement'] as const) : []),
        ];
  return {
    places: new Map(touched.map((claim) => [claim.ordinal, placeOf(claim)])),
    atHand: new Set(near(touched).map(({ ordinal }) => ordinal)),
  };
}
