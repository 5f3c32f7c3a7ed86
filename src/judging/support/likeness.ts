/** Fewer letters in common at the beginning say nothing. */
const LEAST = 4;

/**
 * How like in spelling the likest of some stems is to one: the beginning that both share, as a share of the longer. 0 when
 * they share less than half of it, or a stem holds figures.
 */
export function likest(stem: string, others: Iterable<string>): number {
  if (stem.length < LEAST || /\p{Nd}/u.test(stem)) return 0;
  let best = 0;
  for (const other of others) {
    if (other.charCodeAt(0) !== stem.charCodeAt(0) || other.charCodeAt(1) !== stem.charCodeAt(1)) continue;
    const longer = Math.max(stem.length, other.length);
    let shared = 2;
    while (shared < stem.length && stem.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
    if (shared >= LEAST && shared * 2 >= longer) best = Math.max(best, shared / longer);
  }
  return best;
}
