/**
 * The longest run of growing numbers among a list's, in their order (patience sorting: n log n).
 *
 * @param values all different
 * @returns the places in the list, in order
 */
export function inOrder(values: readonly number[]): number[] {
  /** By length less one: the place of the least number that ends a run of that length. */
  const ends: number[] = [];
  const before: (number | null)[] = [];
  for (const [i, value] of values.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? null : ends[low - 1]!);
    ends[low] = i;
  }
  const run: number[] = [];
  for (let at = ends.at(-1) ?? null; at !== null; at = before[at]!) run.push(at);
  return run.reverse();
}
