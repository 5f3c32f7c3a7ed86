import type { Background } from '../src/judging/support/background.js';
import { readClaim } from '../src/judging/support/claim-words.js';
import { FEATURE_NAMES, measure, type Measured } from '../src/judging/support/features.js';
import { sumOf, type Calibration, type KindWeights, type Sum, type Weights } from '../src/judging/support/model.js';
import { indexSource, SOURCE_KINDS, type Source, type SourceKind } from '../src/judging/support/source-index.js';
import { termsOf } from '../src/judging/support/terms.js';
import { foldsOf } from './folds.js';
import { fitLogistic, type Row } from './logistic-regression.js';
import type { Judgement, Pair } from './pairs.js';

/** All that was chosen by hand. Others were tried in cross-validation; see docs/evaluation.md. */
const CHOSEN = {
  /** A stem that stands in fewer texts is as rare as one that stands in none. */
  leastTexts: 3,
  /** How strongly weights are held to 0, and the differences between kinds of sources, more so. */
  penalty: 330,
  kindPenalty: 1300,
  kindStartPenalty: 80,
  /** As many examples draw a cut half the way to 0. */
  cutDoubt: 300,
  folds: 5,
  seed: 11,
  /** Digits kept of a weight, so that another version of Node writes the same. */
  digits: 4,
} as const;

/** A pair that was measured with some background. */
interface Example {
  readonly pair: Pair;
  readonly kind: SourceKind;
  readonly measured: Measured;
}

/** In how many sources each stem stands; equal sources count once. */
function countBackground(pairs: readonly Pair[]): Background {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { source } of pairs) {
    const text = textOf(source);
    if (seen.has(text)) continue;
    seen.add(text);
    for (const stem of new Set(termsOf(text).map((term) => term.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  for (const [stem, count] of counts) if (count < CHOSEN.leastTexts) counts.delete(stem);
  return { texts: seen.size, counts };
}

const textOf = (source: Source): string => ('text' in source ? source.text : source.sentences.join('\n'));

/**
 * Trains on pairs: the background of their sources, and weights for what is measured with it.
 *
 * Each pair is measured with a background that its own source is not part of. With one that counts it, no word of it would
 * be as rare as words of a source are that was never seen, and the weights would be fitted to other numbers than they meet.
 */
export function train(pairs: readonly Pair[]): Weights {
  const examples = foldsOf(pairs, ({ group }) => group, CHOSEN.folds, CHOSEN.seed).flatMap(({ fold, rest }) =>
    measurePairs(fold, countBackground(rest)),
  );
  return fitWeights(examples, countBackground(pairs));
}

function measurePairs(pairs: readonly Pair[], background: Background): Example[] {
  return pairs.map((pair) => {
    const index = indexSource(pair.source);
    return { pair, kind: index.kind, measured: measure(readClaim(pair.claim, background), index) };
  });
}

const isFound = (judgement: Judgement): boolean => judgement === 'supported';
const isPartly = (judgement: Judgement): boolean => isFound(judgement) || judgement === 'partially_supported';

/** Weights for examples: fitted, then set and calibrated by what cross-validation within them gives. */
function fitWeights(examples: readonly Example[], background: Background): Weights {
  // Sets that know no "partly" cannot teach it.
  const graded = new Set(
    examples.filter(({ pair }) => pair.judgement === 'partially_supported').map(({ pair }) => pair.set),
  );
  const partlyExamples = examples.filter(({ pair }) => graded.has(pair.set));
  const found = fitKinds(examples, isFound);
  const partly = fitKinds(partlyExamples, isPartly);
  const heldFound = heldOut(examples, isFound);
  const heldPartly = heldOut(partlyExamples, isPartly);
  const kinds = Object.fromEntries(
    SOURCE_KINDS.map((kind): [SourceKind, KindWeights] => {
      const own = heldFound.filter((each) => each.kind === kind);
      const cut = own.length > 0 ? bestCut(own) : 0;
      const ownPartly = heldPartly.filter((each) => each.kind === kind);
      const shifted = own.map((each) => ({ ...each, logit: each.logit - cut }));
      return [
        kind,
        {
          found: rounded({ ...found[kind], start: found[kind].start - cut }),
          partly: rounded(partly[kind]),
          foundCalibration: calibrate(shifted.length > 0 ? shifted : heldFound),
          partlyCalibration: calibrate(ownPartly.length >= LEAST_FOR_KIND ? ownPartly : heldPartly),
        },
      ];
    }),
  ) as Record<SourceKind, KindWeights>;
  const conflicts = examples.filter(
    ({ measured, pair }) => measured.conflict !== null && (isFound(pair.judgement) || teachesConflicts(pair, examples)),
  );
  const right = conflicts.filter(({ pair }) => pair.judgement === 'contradicted').length;
  return {
    features: FEATURE_NAMES,
    kinds,
    conflictPrecision: short((right + 1) / (conflicts.length + 2)),
    background: { texts: background.texts, stems: listBackground(background) },
  };
}

const LEAST_FOR_KIND = 50;

/** Only a set that knows the judgement can say how often it is right. That it is wrong each can: on what is supported. */
function teachesConflicts({ set }: Pair, examples: readonly Example[]): boolean {
  return examples.some(({ pair }) => pair.set === set && pair.judgement === 'contradicted');
}

/** One sum for each kind of source: what all share, and what is the kind's own. */
function fitKinds(examples: readonly Example[], isSo: (judgement: Judgement) => boolean): Record<SourceKind, Sum> {
  const scales = FEATURE_NAMES.map((name) => {
    const values = examples.map(({ measured }) => measured.features[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { mean, spread: spread > 0 ? spread : 1 };
  });
  const size = FEATURE_NAMES.length;
  const weights = balance(examples, isSo);
  const rows = examples.map(({ pair, kind, measured }, i): Row => {
    const own = FEATURE_NAMES.map((name, at) => (measured.features[name] - scales[at]!.mean) / scales[at]!.spread);
    const byKind = SOURCE_KINDS.flatMap((each) => (each === kind ? own : own.map(() => 0)));
    const starts = SOURCE_KINDS.map((each) => Number(each === kind));
    return { values: [...own, ...byKind, ...starts], isSo: isSo(pair.judgement), weight: weights[i]! };
  });
  const penalties = [
    ...FEATURE_NAMES.map(() => CHOSEN.penalty),
    ...SOURCE_KINDS.flatMap(() => FEATURE_NAMES.map(() => CHOSEN.kindPenalty)),
    ...SOURCE_KINDS.map(() => CHOSEN.kindStartPenalty),
  ];
  const [constant, ...beta] = fitLogistic(rows, penalties) as [number, ...number[]];
  return Object.fromEntries(
    SOURCE_KINDS.map((kind, k): [SourceKind, Sum] => {
      const own = scales.map(({ spread }, at) => (beta[at]! + beta[size * (k + 1) + at]!) / spread);
      const shift = own.reduce((sum, weight, at) => sum + weight * scales[at]!.mean, 0);
      return [kind, { start: constant + beta[size * (SOURCE_KINDS.length + 1) + k]! - shift, weights: own }];
    }),
  ) as Record<SourceKind, Sum>;
}

/** Each set counts alike, and in each what is so as much as what is not. Together as many as there are examples. */
function balance(examples: readonly Example[], isSo: (judgement: Judgement) => boolean): number[] {
  const keys = examples.map(({ pair }) => `${pair.set} ${isSo(pair.judgement)}`);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => examples.length / counts.size / counts.get(key)!);
}

/** What a model says of an example that it was not fitted to. */
interface HeldOut {
  readonly kind: SourceKind;
  readonly logit: number;
  readonly isSo: boolean;
}

function heldOut(examples: readonly Example[], isSo: (judgement: Judgement) => boolean): HeldOut[] {
  return foldsOf(examples, ({ pair }) => pair.group, CHOSEN.folds, CHOSEN.seed).flatMap(({ rest, fold }) => {
    const sums = fitKinds(rest, isSo);
    return fold.map(({ pair, kind, measured }) => ({
      kind,
      logit: sumOf(sums[kind], measured.features),
      isSo: isSo(pair.judgement),
    }));
  });
}

/**
 * Where to cut so that balanced accuracy and macro-F1 together are highest; logits from −1 to 1 are tried. A small set says
 * little of it, so that the cut of one is drawn to 0.
 */
function bestCut(held: readonly HeldOut[]): number {
  let best = { cut: 0, value: -1 };
  for (let step = -20; step <= 20; step++) {
    // The mean of cuts around it: one lucky cut is no good choice.
    const near = [-2, -1, 0, 1, 2].map((aside) => worthOfCut(held, (step + aside) / 20));
    const value = near.reduce((sum, each) => sum + each, 0) / near.length;
    if (value > best.value + 1e-12) best = { cut: step / 20, value };
  }
  return (best.cut * held.length) / (held.length + CHOSEN.cutDoubt);
}

function worthOfCut(held: readonly HeldOut[], cut: number): number {
  const count = (isSo: boolean, above: boolean): number =>
    held.filter((each) => each.isSo === isSo && each.logit >= cut === above).length;
  const [tp, fn, fp, tn] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  const balanced = (tp / Math.max(1, tp + fn) + tn / Math.max(1, tn + fp)) / 2;
  const f1 = (right: number, wrong: number): number => (2 * right) / Math.max(1, 2 * right + wrong);
  return (balanced + (f1(tp, fp + fn) + f1(tn, fp + fn)) / 2) / 2;
}

/** Platt (1999): a line through the logits. */
function calibrate(held: readonly HeldOut[]): Calibration {
  const rows = held.map(({ logit, isSo }): Row => ({ values: [logit], isSo, weight: 1 }));
  const [start, slope] = fitLogistic(rows, [1]) as [number, number];
  return { start: short(start), slope: short(slope) };
}

const short = (value: number): number => Number(value.toPrecision(CHOSEN.digits));
const rounded = ({ start, weights }: Sum): Sum => ({ start: short(start), weights: weights.map(short) });

/** Lines of a count and its stems, the commonest first, stems in the order of their letters. */
function listBackground({ counts }: Background): string {
  const byCount = new Map<number, string[]>();
  for (const [stem, count] of counts) byCount.set(count, [...(byCount.get(count) ?? []), stem]);
  return [...byCount]
    .sort(([a], [b]) => b - a)
    .map(([count, stems]) => `${count} ${stems.sort((a, b) => (a < b ? -1 : 1)).join(' ')}`)
    .join('\n');
}
