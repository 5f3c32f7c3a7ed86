/** How long something took, over and over, in milliseconds. */
export interface Distribution {
  readonly count: number;
  readonly median: number;
  /** One in a hundred takes longer. */
  readonly p99: number;
  readonly slowest: number;
}

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { count: sorted.length, median: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? NaN };
}

export const shownDistribution = ({ count, median, p99, slowest }: Distribution): string =>
  `${count} times, median ${median.toFixed(1)} ms, 99th percentile ${p99.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms`;
