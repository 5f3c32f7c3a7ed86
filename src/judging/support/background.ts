/** How rare words are in general: what a source shares with a claim counts for more, the rarer it is. */
export interface Background {
  /** How many texts it was counted in. */
  readonly texts: number;
  /** In how many of them a stem stands; none when it is not listed. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Inverse document frequency of a stem: the logarithm of texts to texts that have it, smoothed. At least 0. */
export function rarity({ texts, counts }: Background, stem: string): number {
  return Math.log((texts + 1) / ((counts.get(stem) ?? 0) + 1));
}
