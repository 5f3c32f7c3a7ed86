/** How long something took, over and over, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** One in a hundred takes longer. */
  readonly p99: number;
  readonly slowest: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { count: sorted.length, median: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? NaN };
}

export const shownSpread = ({ count, median, p99, slowest }: Spread): string =>
  `${count} times, median ${median.toFixed(1)} ms, 99th percentile ${p99.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms`;

export const shownRatio = (a: number, b: number): string => (a / b).toFixed(2);
