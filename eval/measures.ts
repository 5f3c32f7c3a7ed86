import { randomOf } from '../test/support/random.js';
import type { Estimate } from './support/tables.js';

/** One thing that was judged twice: by people, and by the program. */
export interface Judged {
  readonly expected: boolean;
  readonly found: boolean;
}

/** How often the two agree, and how they differ. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export function confusionOf(judged: Iterable<Judged>): Confusion {
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  for (const { expected, found } of judged) {
    if (found) counts[expected ? 'truePositives' : 'falsePositives']++;
    else counts[expected ? 'falseNegatives' : 'trueNegatives']++;
  }
  return counts;
}

/** Of what was found, the share that was expected; null when nothing was found. */
export const precision = ({ truePositives, falsePositives }: Confusion): number | null =>
  ratio(truePositives, truePositives + falsePositives);

/** Of what was expected, the share that was found; null when nothing was expected. */
export const recall = ({ truePositives, falseNegatives }: Confusion): number | null =>
  ratio(truePositives, truePositives + falseNegatives);

/** The harmonic mean of precision and recall; null when nothing was found or expected. */
export const f1 = ({ truePositives, falsePositives, falseNegatives }: Confusion): number | null =>
  ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);

/** The mean of recall on what was expected and on what was not: 0.5 for one answer to everything; null without both. */
export function balancedAccuracy({
  truePositives,
  falseNegatives,
  trueNegatives,
  falsePositives,
}: Confusion): number | null {
  const [positive, negative] = [
    ratio(truePositives, truePositives + falseNegatives),
    ratio(trueNegatives, trueNegatives + falsePositives),
  ];
  return positive === null || negative === null ? null : (positive + negative) / 2;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export interface Resampling {
  /** Another seed gives other resamples. */
  readonly seed?: number;
  readonly resamples?: number;
  /** Of all intervals, the share that holds the true figure. */
  readonly level?: number;
}

/**
 * The percentile bootstrap (Efron 1979): how a figure varies when the sample is drawn again from itself.
 *
 * @param items what was drawn by itself: paragraphs when the sentences of one were drawn together
 * @param figure of a sample; null when it cannot be told, which is left out
 * @returns the figure of the items and its interval, the same each time; null when it cannot be told of the items
 */
export function bootstrap<T>(
  items: readonly T[],
  figure: (sample: readonly T[]) => number | null,
  { seed = 1, resamples = 1000, level = 0.95 }: Resampling = {},
): Estimate | null {
  const value = figure(items);
  if (value === null) return null;
  const random = randomOf(seed);
  const figures = Array.from({ length: resamples }, () =>
    figure(Array.from(items, () => items[Math.floor(random() * items.length)]!)),
  )
    .filter((each) => each !== null)
    .sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.min(figures.length - 1, Math.floor(share * figures.length))]!;
  return figures.length === 0
    ? { value, low: value, high: value }
    : { value, low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/**
 * A share and its interval by Wilson's score (1927), which is not of width nothing when all of a small sample agree.
 *
 * @returns with 95 % confidence; null when `of` is 0
 */
export function proportion(part: number, of: number): Estimate | null {
  if (of === 0) return null;
  const z = 1.959964;
  const value = part / of;
  const centre = (value + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((value * (1 - value)) / of + z ** 2 / (4 * of ** 2));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
