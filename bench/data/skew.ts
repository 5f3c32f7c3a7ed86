/** Uneven sizes, as newsrooms have them: few articles are long, few sources are cited often. All from seeded numbers. */

/** Whole numbers in [0, below). */
export type Draw = (below: number) => number;

/** The seeded generator's own range. */
const RANGE = 2 ** 32;

/** In (0, 1). */
export const uniform = (draw: Draw): number => (draw(RANGE) + 0.5) / RANGE;

/** Of mean 0 and variance 1, by the method of Box and Muller. */
export const normal = (draw: Draw): number =>
  Math.sqrt(-2 * Math.log(uniform(draw))) * Math.cos(2 * Math.PI * uniform(draw));

/**
 * Log-normal sizes that add up to a total.
 *
 * @param sigma of the logarithm: 0 makes all equal
 * @returns `count` whole numbers, each at least 1
 * @throws RangeError when the total is smaller than the count
 */
export function logNormalSizes(draw: Draw, total: number, count: number, sigma: number): number[] {
  return sharesOf(
    total,
    Array.from({ length: count }, () => Math.exp(sigma * normal(draw))),
  );
}

/**
 * Divides a total by weights: the parts are whole numbers, each at least 1, and add up to it.
 *
 * @throws RangeError when the total is smaller than the number of weights
 */
export function sharesOf(total: number, weights: readonly number[]): number[] {
  const free = total - weights.length;
  if (free < 0) throw new RangeError(`${total} cannot be divided into ${weights.length} parts of at least 1`);
  const sum = weights.reduce((a, b) => a + b, 0);
  let [reached, given] = [0, 0];
  return weights.map((weight, i) => {
    reached += weight;
    const upTo = i === weights.length - 1 ? free : Math.round((free * reached) / sum);
    const part = upTo - given;
    given = upTo;
    return part + 1;
  });
}

/** Weights of ranks by Zipf's law: the n-th is 1 / n^s. */
export const zipfWeights = (count: number, s: number): number[] =>
  Array.from({ length: count }, (_, i) => (i + 1) ** -s);

/** Draws indexes by weights, in the time of a binary search. */
export function drawerOf(weights: readonly number[]): (draw: Draw) => number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [i, weight] of weights.entries()) sums[i] = sum += weight;
  return (draw) => {
    const at = uniform(draw) * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
