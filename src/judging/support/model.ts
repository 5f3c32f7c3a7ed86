import type { Background } from './background.js';
import { FEATURE_NAMES, type FeatureName } from './features.js';
import type { SourceKind } from './source-index.js';

/** A weighted sum of features: what is added for each unit of each, from where it starts. */
export interface Sum {
  readonly start: number;
  /** In the order of the weights file's `features`. */
  readonly weights: readonly number[];
}

/** Turns the logarithm of odds into odds as often as they come true: `start + slope × logit`. */
export interface Calibration {
  readonly start: number;
  readonly slope: number;
}

/** What is weighed for one kind of source. */
export interface KindWeights {
  /** All of the claim is in the source. 0 is where it is called found. */
  readonly found: Sum;
  /** At least a part of it is. 0 is where it is called partly found. */
  readonly partly: Sum;
  readonly foundCalibration: Calibration;
  readonly partlyCalibration: Calibration;
}

/** What training leaves. Plain data. */
export interface Weights {
  readonly features: readonly string[];
  readonly kinds: Readonly<Record<SourceKind, KindWeights>>;
  /** How often what looks like a contradiction is one. */
  readonly conflictPrecision: number;
  /** The texts of the background, and the stems by in how many of them they stand: each line a count and its stems. */
  readonly background: { readonly texts: number; readonly stems: string };
}

/** Weights ready for use. */
export interface Model {
  readonly weights: Weights;
  readonly background: Background;
}

/** @throws when the weights are for other features than the program's: train again */
export function modelOf(weights: Weights): Model {
  if (weights.features.join() !== FEATURE_NAMES.join()) {
    throw new Error('the weights are not for these features; "npm run train" makes new ones');
  }
  return { weights, background: readBackground(weights.background) };
}

/** Reads lines such as "12 ferri harbour": stems that stand in twelve texts. */
function readBackground({ texts, stems }: Weights['background']): Background {
  const counts = new Map<string, number>();
  for (const line of stems.split('\n')) {
    const [count, ...own] = line.split(' ');
    for (const stem of own) counts.set(stem, Number(count));
  }
  return { texts, counts };
}

export type Features = Readonly<Record<FeatureName, number>>;

/** The logarithm of odds. */
export const sumOf = ({ start, weights }: Sum, features: Features): number =>
  FEATURE_NAMES.reduce((sum, name, at) => sum + weights[at]! * features[name], start);

export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

export const calibrated = ({ start, slope }: Calibration, logit: number): number => logistic(start + slope * logit);
