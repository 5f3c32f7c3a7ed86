/** The middle value; of an even number the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A ratio of two things that were measured in the same rounds. */
export interface Ratio {
  /** The middle one of the rounds' ratios. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Round by round, so that what disturbed a round disturbs both sides of its ratio.
 *
 * @throws RangeError when the rounds are none or not the same number
 */
export function ratioOf(above: readonly number[], below: readonly number[]): Ratio {
  if (above.length !== below.length) throw new RangeError(`${above.length} rounds beside ${below.length}`);
  const ratios = above.map((value, i) => value / below[i]!);
  return { value: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** How far values lie apart, as a share of their middle: 0.1 is from 5 % less to 5 % more, say. The outermost quarters are left out. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  return (sorted[sorted.length - 1 - quarter]! - sorted[quarter]!) / median(values);
}
