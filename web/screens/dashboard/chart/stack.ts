import type { Standing } from '../../../api/graphql.js';

export interface StackedPart {
  readonly standing: Standing;
  /** Claims before it. */
  readonly from: number;
  /** Claims up to it. */
  readonly to: number;
}

/** Counts one on the other, in the order of `standings`; those of 0 are left out. */
export function stacked(counts: ReadonlyMap<Standing, number>, standings: readonly Standing[]): StackedPart[] {
  const parts: StackedPart[] = [];
  for (const standing of standings) {
    const count = counts.get(standing) ?? 0;
    const from = parts.at(-1)?.to ?? 0;
    if (count > 0) parts.push({ standing, from, to: from + count });
  }
  return parts;
}
