import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Standing } from '../api/graphql.js';

/** All of them, the worst first: the order of keys 1 to 8, of filters and of legends. */
export const STANDINGS = [
  'REFUTED',
  'CONTESTED',
  'MISSING',
  'WEAK',
  'CITED',
  'WAIVED',
  'ADEQUATE',
  'NOT_CHECKABLE',
] as const satisfies readonly Standing[];

/** What the API calls unsupported. */
export const UNSUPPORTED: ReadonlySet<Standing> = new Set(['REFUTED', 'CONTESTED', 'MISSING', 'WEAK']);

export const STANDING_NAMES: Readonly<Record<Standing, MessageDescriptor>> = {
  REFUTED: msg`Refuted`,
  CONTESTED: msg`Contested`,
  MISSING: msg`No evidence`,
  WEAK: msg`Weak`,
  CITED: msg`Cited`,
  WAIVED: msg`Waived`,
  ADEQUATE: msg`Adequate`,
  NOT_CHECKABLE: msg`Not checkable`,
};

/** What each says of a claim's evidence, for tooltips and legends. None says that a claim is true. */
export const STANDING_MEANINGS: Readonly<Record<Standing, MessageDescriptor>> = {
  REFUTED: msg`A source says the contrary, and nothing supports it`,
  CONTESTED: msg`One source supports it, and another says the contrary`,
  MISSING: msg`No usable source supports it`,
  WEAK: msg`There is evidence, with something against it`,
  CITED: msg`A source is named, and nobody has looked`,
  WAIVED: msg`Somebody accepted that there is no evidence`,
  ADEQUATE: msg`Evidence was looked at, and nothing speaks against it`,
  NOT_CHECKABLE: msg`Not a statement of fact`,
};

/** How many claims stand how. */
export type StandingCounts = ReadonlyMap<Standing, number>;

/** Counts by their standing, as the API lists them. */
export const countsOf = (
  byStanding: readonly { readonly standing: Standing; readonly count: number }[],
): StandingCounts => new Map(byStanding.map(({ standing, count }) => [standing, count]));

/** How many claims have one of these standings. */
export const sumOf = (counts: StandingCounts, standings: Iterable<Standing>): number =>
  [...standings].reduce((sum, standing) => sum + (counts.get(standing) ?? 0), 0);
