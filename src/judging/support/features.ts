import { align, type Alignment } from './alignment.js';
import type { ClaimWords } from './claim-words.js';
import { coverageOf, type Coverage, type Window } from './coverage.js';
import { conflictWith, type Conflict } from './conflict.js';
import { figuresMissing, missingFrom, statedOtherwise, type Missing } from './missing.js';
import type { SourceIndex } from './source-index.js';

/**
 * What is measured of a claim beside a source, in plain words. "Share" is the share of the claim's words that carry
 * meaning, weighted by how rare they are in general. The names are those of the weights.
 */
export const FEATURES = {
  sentence: 'share that stands in the best single sentence',
  window: 'share that stands in the best three sentences in a row',
  together: 'share that the best three sentences hold together, wherever they stand',
  anywhere: 'share that stands anywhere in the source',
  words: 'share of words, all counted alike, in the best three in a row',
  softWindow: 'as window, where a word that begins alike counts in part (“nation”, “national”)',
  softTogether: 'as together, where a word that begins alike counts in part',
  sentenceFull: 'how near to all the share of sentence is',
  windowFull: 'how near to all the share of window is',
  anywhereFull: 'how near to all the share of anywhere is',
  softFull: 'how near to all the share of softTogether is',
  pairs: 'pairs of neighbouring words that are neighbours in the best three in a row',
  pairsTogether: 'pairs of neighbouring words that are neighbours in the best three together',
  pairsFull: 'how near to all the pairs are',
  windowPairs: 'window times pairs',
  letters: 'runs of five letters that stand in the best three in a row',
  lettersTogether: 'runs of five letters that stand in the best three together',
  lettersFull: 'how near to all the letters are',
  order: 'words that stand in the same order in the best three in a row',
  orderFull: 'how near to all the order is',
  run: 'the longest run of words that stands word for word in the best sentence',
  density: 'how much of the best three in a row is made of the claim’s words',
  namesAnywhere: 'share of the words of names that stands anywhere',
  namesTogether: 'share of the words of names in the best three together',
  names: 'share of the words of names in the best three in a row',
  plainTogether: 'share of the words that are neither names nor figures in the best three together',
  plain: 'share of the words that are neither names nor figures in the best three in a row',
  clauseLeast: 'the share of the clause that the best sentences hold least of',
  clauseMean: 'the mean of the clauses’ shares',
  rarestLacking: 'how rare the rarest word is that stands nowhere',
  secondLacking: 'how rare the second rarest is that stands nowhere',
  rarestApart: 'how rare the rarest word is that the best three lack',
  secondApart: 'how rare the second rarest is that the best three lack',
  lacking: 'how many words stand nowhere',
  apart: 'how many words the best three lack (logarithm)',
  yearsLacking: 'years that stand nowhere',
  numbersLacking: 'numbers that stand nowhere, in no rounding and no unit',
  percentagesLacking: 'percentages that stand nowhere',
  amountsLacking: 'amounts of money that stand nowhere',
  namesLacking: 'names that stand nowhere',
  figuresLackingShare: 'the share of the claim’s figures that stands nowhere',
  namesLackingShare: 'the share of the claim’s names that stands nowhere',
  figures: 'how many figures the claim states',
  namesStated: 'how many names it holds',
  denies: 'one of claim and best sentence denies, the other does not',
  opposite: 'a word of the claim whose opposite stands in the best sentence',
  hedged: 'the best sentence hedges (“may”, “suggests”), the claim does not',
  widened: 'the claim speaks of all, only or the most, and the best three in a row do not',
  among: 'the citation stands with others behind the same words, as far as placeholders tell',
  others: 'how many other citations the claim has, three at most, as far as placeholders tell',
} as const;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** A claim beside a source, measured. */
export interface Measured {
  readonly features: Readonly<Record<FeatureName, number>>;
  readonly missing: Missing;
  readonly coverage: Coverage;
  readonly conflict: Conflict | null;
}

/** Linear in the source's length at most. */
export function measure(stated: ClaimWords, source: SourceIndex): Measured {
  const claim = withoutFiguresIn(stated, source);
  const coverage = coverageOf(claim, source);
  const missing = missingFrom(claim, source);
  const { windows, together, weights, anywhere, present, best } = coverage;
  const [sentence, , window] = windows ?? [null, null, null];
  const [inSentence, inWindow, inBest] = [
    align(claim, textOf(source, sentence)),
    align(claim, textOf(source, window)),
    align(claim, best.map((each) => textOf(source, each)).join(' ')),
  ];
  const isInBest = (at: number): boolean => best.some((each) => coverage.covers(each, at));
  const isInWindow = (at: number): boolean => window !== null && coverage.covers(window, at);
  const isPresent = (at: number): boolean => present[at]!;
  const isName = (at: number): boolean => claim.stems[at]!.isName;
  const isPlain = (at: number): boolean => !claim.stems[at]!.isName && !claim.stems[at]!.isFigure;
  const soft = ({ likeness }: Alignment): number => likeness.reduce((sum, like, at) => sum + like * weights[at]!, 0);
  /** Of the weight of some stems, the share that is held; all when there are none. */
  const shareOf = (which: (at: number) => boolean, isHeld: (at: number) => boolean): number => {
    const own = weights.flatMap((weight, at) => (which(at) ? [[weight, isHeld(at) ? weight : 0] as const] : []));
    const sum = own.reduce((total, [weight]) => total + weight, 0);
    return sum > 0 ? own.reduce((total, [, held]) => total + held, 0) / sum : 1;
  };
  const rarities = (isHeld: (at: number) => boolean): number[] =>
    claim.stems.flatMap(({ weight }, at) => (isHeld(at) || weight === 0 ? [] : [weight])).sort((a, b) => b - a);
  const [lacking, apart] = [rarities(isPresent), rarities(isInBest)];
  const clauses = claim.clauses.map((places) =>
    Math.max(
      0,
      ...[...best, ...(windows ?? [])].map((each) =>
        shareOf(
          (at) => places.includes(at),
          (at) => coverage.covers(each, at),
        ),
      ),
    ),
  );
  const [figures, names] = [claim.dates.length + claim.quantities.length, claim.names.length];
  const words = present.length > 0 ? present.filter((_, at) => isInWindow(at)).length / present.length : 0;
  const share = { sentence: sentence?.share ?? 0, window: window?.share ?? 0, softTogether: soft(inBest) };
  return {
    features: {
      ...share,
      together: together[2],
      anywhere,
      words,
      softWindow: soft(inWindow),
      sentenceFull: full(share.sentence),
      windowFull: full(share.window),
      anywhereFull: full(anywhere),
      softFull: full(share.softTogether),
      pairs: inWindow.pairs,
      pairsTogether: inBest.pairs,
      pairsFull: full(inWindow.pairs),
      windowPairs: share.window * inWindow.pairs,
      letters: inWindow.letters,
      lettersTogether: inBest.letters,
      lettersFull: full(inWindow.letters),
      order: inWindow.order,
      orderFull: full(inWindow.order),
      run: inSentence.run,
      density: inWindow.density,
      namesAnywhere: shareOf(isName, isPresent),
      namesTogether: shareOf(isName, isInBest),
      names: shareOf(isName, isInWindow),
      plainTogether: shareOf(isPlain, isInBest),
      plain: shareOf(isPlain, isInWindow),
      clauseLeast: clauses.length > 0 ? Math.min(...clauses) : 0,
      clauseMean: clauses.reduce((sum, each) => sum + each, 0) / Math.max(1, clauses.length),
      rarestLacking: lacking[0] ?? 0,
      secondLacking: lacking[1] ?? 0,
      rarestApart: apart[0] ?? 0,
      secondApart: apart[1] ?? 0,
      lacking: lacking.length,
      apart: Math.log1p(apart.length),
      yearsLacking: missing.years.length,
      numbersLacking: missing.numbers.length,
      percentagesLacking: missing.percentages.length,
      amountsLacking: missing.amounts.length,
      namesLacking: missing.names.length,
      figuresLackingShare: figures > 0 ? figuresMissing(missing) / figures : 0,
      namesLackingShare: names > 0 ? missing.names.length / names : 0,
      figures,
      namesStated: names,
      denies: Number(inSentence.denies),
      opposite: Number(inSentence.opposite),
      hedged: Number(inSentence.hedged),
      widened: Number(inWindow.widened),
      among: Number(claim.company.among),
      others: Math.min(MOST_OTHERS, claim.company.others),
    },
    missing,
    coverage,
    conflict: conflictWith(claim, source, coverage),
  };
}

/** A figure that the source writes in another form is no word that it lacks, and none that it has. */
function withoutFiguresIn(claim: ClaimWords, source: SourceIndex): ClaimWords {
  const others = claim.dates.length + claim.quantities.length > 0 ? statedOtherwise(claim, source) : new Set<string>();
  if (others.size === 0) return claim;
  return { ...claim, stems: claim.stems.map((each) => (others.has(each.stem) ? { ...each, weight: 0 } : each)) };
}

/** More other citations tell no more. */
const MOST_OTHERS = 3;

/** Stretches what is near to all: between 0.9 and 1 there is more than between 0.4 and 0.5. */
const full = (share: number): number => -Math.log(1.06 - Math.min(1, Math.max(0, share)));

const textOf = (source: SourceIndex, window: Window | null): string =>
  window === null
    ? ''
    : source.sentences
        .slice(window.first, window.end)
        .map(({ text }) => text)
        .join(' ');
