import type { FoundLabel } from '../comparison.js';
import { readClaim, type ClaimWords } from './claim-words.js';
import { measure, type Measured } from './features.js';
import { allMissing, figuresMissing, type Missing } from './missing.js';
import { calibrated, logistic, modelOf, sumOf, type Model } from './model.js';
import type { SourceIndex, SourceSentence } from './source-index.js';
import { WEIGHTS } from './weights.js';

/** Why an answer says less than it seems to. */
export const CAUTIONS = {
  'short-source': 'The source is a short text: what it lacks may stand in the rest of it.',
  'empty-source': 'The source has no words to compare.',
  'empty-claim': 'The claim has no words that carry meaning.',
} as const;
export type Caution = keyof typeof CAUTIONS;

/** What comes of comparing a claim with a source. */
export interface Support {
  /** From 0 to 1: ranks how well the source carries the claim. From 0.5 on all of it is called found. */
  readonly score: number;
  /** Nothing of this says that a claim is true, or false. */
  readonly label: FoundLabel;
  /** How often such an answer is right, 0 to 1, as measured on pairs that people judged. */
  readonly confidence: number;
  /** The best sentences of the source, the best first; at most three. */
  readonly passages: readonly SourceSentence[];
  /** Figures and names of the claim that the source lacks, as the claim writes them. */
  readonly missing: readonly string[];
  readonly missingByKind: Missing;
  /** A short text lacks much that the whole source has: what is missing from it says nothing. */
  readonly cautions: readonly Caution[];
}

let loaded: Model | null = null;
/** The program's own. */
export const ownModel = (): Model => (loaded ??= modelOf(WEIGHTS));

/**
 * Compares a claim with a source. English: of other languages only words that are written alike are compared.
 *
 * @param claim a sentence; markers of citations in it are left out
 * @param source read once by `indexSource` for all claims that cite it
 * @returns the same for the same claim and source, always. Linear in the source's length at most.
 */
export function supportOf(claim: string, source: SourceIndex, model: Model = ownModel()): Support {
  return supportOfWords(readClaim(claim, model.background), source, model);
}

/** The same for a claim that was read with the model's background, once for several sources. */
export const supportOfWords = (claim: ClaimWords, source: SourceIndex, model: Model): Support =>
  judged(claim, source, measure(claim, source), model);

/** The logit that a claim has at most of which a figure is missing: just not found. Excerpts were chosen for other words. */
const NOT_ALL = -0.02;

function judged(claim: ClaimWords, source: SourceIndex, measured: Measured, { weights }: Model): Support {
  const { features, coverage, conflict, missing } = measured;
  const kind = weights.kinds[source.kind];
  const isEmpty = claim.stems.length === 0 || source.postings.size === 0;
  const isWhole = source.kind === 'excerpts' || figuresMissing(missing) === 0;
  const found = Math.min(sumOf(kind.found, features), isWhole ? Infinity : NOT_ALL);
  const partly = sumOf(kind.partly, features);
  const all = isEmpty ? 0 : calibrated(kind.foundCalibration, found);
  const some = isEmpty ? 0 : Math.max(all, calibrated(kind.partlyCalibration, partly));
  const answer = (label: FoundLabel, confidence: number): Support => ({
    // What goes against a claim carries it no further than the doubt that it does.
    score: isEmpty ? 0 : logistic(found) * (conflict ? 1 - weights.conflictPrecision : 1),
    label,
    confidence,
    passages: passagesOf(source, measured),
    missing: allMissing(missing),
    missingByKind: missing,
    cautions: cautionsOf(claim, source),
  });
  if (isEmpty) return answer('NOT_FOUND', 0);
  if (conflict) return answer('CONTRADICTED', weights.conflictPrecision);
  if (found >= 0) return answer('FOUND', all);
  // Nothing of a claim can be found in part where no word of it stands.
  if (partly >= 0 && coverage.anywhere > 0) return answer('PARTLY_FOUND', some - all);
  return answer('NOT_FOUND', 1 - some);
}

function passagesOf(source: SourceIndex, { coverage, conflict }: Measured): SourceSentence[] {
  const best = coverage.best.map(({ first }) => source.sentences[first]!);
  return conflict ? [conflict.sentence, ...best.filter((each) => each !== conflict.sentence)].slice(0, 3) : best;
}

function cautionsOf(claim: ClaimWords, source: SourceIndex): Caution[] {
  if (source.postings.size === 0) return ['empty-source'];
  if (claim.stems.length === 0) return ['empty-claim'];
  return source.kind === 'page' ? [] : ['short-source'];
}
