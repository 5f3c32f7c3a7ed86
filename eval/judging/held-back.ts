import { modelOf, type Model } from '../../src/judging/support/model.js';
import { train } from '../../train/fit.js';
import { foldsOf } from '../../train/folds.js';
import type { Pair, PairSet } from '../../train/pairs.js';
import { trainingPairs } from '../../train/weights-file.js';

/** Pairs, and a model that was trained without them. */
export interface HeldBack {
  readonly pairs: readonly Pair[];
  readonly model: Model;
}

export const FOLDS = 5;
const SEED = 3;

const made = new Map<string, readonly HeldBack[]>();

/**
 * Trains once for each fold, on everything but it: background, weights, cuts and calibration.
 *
 * @param data the folder with a folder for each set
 */
function heldBack(data: string): readonly HeldBack[] {
  let all = made.get(data);
  if (!all) {
    all = foldsOf(trainingPairs(data), ({ group }) => group, FOLDS, SEED).map(({ fold, rest }) => ({
      pairs: fold,
      model: modelOf(train(rest)),
    }));
    made.set(data, all);
  }
  return all;
}

/** The same, of one set alone. */
export const heldBackOf = ({ name }: PairSet, data: string): readonly HeldBack[] =>
  heldBack(data).map(({ pairs, model }) => ({ pairs: pairs.filter(({ set }) => set === name), model }));
