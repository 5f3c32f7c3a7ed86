/** One thing with a score, and whether it is what the score looks for. */
export interface Scored {
  readonly isSo: boolean;
  readonly score: number;
}

/**
 * The area under the ROC curve: how often what is so scores higher than what is not, ties counted half (Mann and Whitney 1947).
 * Null without both.
 */
export function auroc(scored: readonly Scored[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let [ranks, positives] = [0, 0];
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    for (let i = from; i < to; i++) {
      if (!sorted[i]!.isSo) continue;
      ranks += (from + to + 1) / 2;
      positives++;
    }
    from = to;
  }
  const negatives = sorted.length - positives;
  return positives === 0 || negatives === 0
    ? null
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The mean of the F1 of each class; one that neither people nor the program name is left out. */
export function macroF1(pairs: readonly { readonly expected: string; readonly found: string }[]): number | null {
  const classes = [...new Set(pairs.flatMap(({ expected, found }) => [expected, found]))];
  const each = classes.map((name) => {
    const both = pairs.filter(({ expected, found }) => expected === name && found === name).length;
    const either =
      pairs.filter(({ expected }) => expected === name).length + pairs.filter(({ found }) => found === name).length;
    return (2 * both) / either;
  });
  return each.length === 0 ? null : each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** What was said with about one confidence, and how often it was right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** Bins of equal width; empty ones are left out. */
export function reliability(
  said: readonly { readonly confidence: number; readonly isRight: boolean }[],
  bins = 5,
): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, i) => {
    const own = said.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === i);
    const mean = (of: (each: (typeof own)[number]) => number): number =>
      own.reduce((sum, each) => sum + of(each), 0) / own.length;
    return {
      from: i / bins,
      to: (i + 1) / bins,
      count: own.length,
      confidence: mean((each) => each.confidence),
      right: mean((each) => Number(each.isRight)),
    };
  }).filter(({ count }) => count > 0);
}

/** The expected calibration error: how far confidence and share of right answers are apart, weighted by bin. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return all === 0
    ? null
    : bins.reduce((sum, { count, confidence, right }) => sum + (count / all) * Math.abs(confidence - right), 0);
}
