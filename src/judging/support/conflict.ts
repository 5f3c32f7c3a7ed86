import { ENGLISH } from '../../languages/en.js';
import type { Figure } from '../text/figures.js';
import { polarityOf } from '../text/polarity.js';
import { agree } from '../text/agreement.js';
import { plain } from '../text/normalise.js';
import type { Quantity } from '../text/quantities.js';
import { stem, words } from '../text/words.js';
import type { ClaimWords } from './claim-words.js';
import type { Coverage } from './coverage.js';
import { figuresIn } from './figures-in.js';
import { OPPOSITES } from './lexicon.js';
import { isAmong } from './missing.js';
import type { SourceIndex, SourceSentence } from './source-index.js';

/** In what a sentence of a source goes against a claim. */
export interface Conflict {
  readonly kind: 'number' | 'date' | 'denial' | 'opposite';
  readonly sentence: SourceSentence;
}

/** The share of the claim that a sentence must hold, by what they differ in. */
const LEAST = { number: 0.5, date: 0.6, denial: 0.9, opposite: 0.85 } as const;
/** Of the sentence's own words the claim must have this share, for a denial or an opposite to be of the same thing. */
const DENSEST = 0.4;

/**
 * What in a source goes against a claim: a sentence that holds most of its words, and another figure of the same thing,
 * another date, a denial, or the opposite of a word. Words alone rarely tell a contradiction: most are not seen.
 */
export function conflictWith(claim: ClaimWords, source: SourceIndex, coverage: Coverage): Conflict | null {
  const seen = new Set<number>();
  const sentences = [...(coverage.windows?.slice(0, 1) ?? []), ...coverage.best].filter(
    ({ first }) => !seen.has(first) && seen.add(first),
  );
  for (const { first, share } of sentences) {
    const sentence = source.sentences[first]!;
    if (sentence.text.trimEnd().endsWith('?')) continue;
    const kind = kindOf(claim, sentence.text, share, source);
    if (kind) return { kind, sentence };
  }
  return null;
}

function kindOf(claim: ClaimWords, sentence: string, share: number, source: SourceIndex): Conflict['kind'] | null {
  const stated = figuresIn(sentence);
  const isDated = claim.dates.every((mine) => stated.dates.some((other) => agree(mine, other)));
  if (
    isDated &&
    share >= LEAST.number &&
    claim.quantities.some((each) => isOutnumbered(each, claim, stated.quantities, plain(sentence), source))
  )
    return 'number';
  if (share >= LEAST.date && claim.dates.length === 1 && isDatedOtherwise(claim.dates[0]!, stated.dates)) return 'date';
  const all = words(sentence);
  const content = new Set(claim.terms.map((term) => term.stem));
  const density = all.filter(({ text }) => content.has(stem(text, ENGLISH))).length / Math.max(1, all.length);
  if (density < DENSEST) return null;
  if (share >= LEAST.denial && (claim.polarity === 'DENIES') !== (polarityOf(all, ENGLISH) === 'DENIES'))
    return 'denial';
  const theirs = new Set(all.map(({ text }) => text));
  const mine = new Set(words(claim.text).map(({ text }) => text));
  const isTurned = [...mine].some(
    (word) =>
      !theirs.has(word) && [...(OPPOSITES.get(word) ?? [])].some((other) => theirs.has(other) && !mine.has(other)),
  );
  return share >= LEAST.opposite && isTurned ? 'opposite' : null;
}

/** Another number of the same things, and this one nowhere: "six cups", "five cups". Of things counted twice it may be the other's. */
function isOutnumbered(
  mine: Quantity,
  claim: ClaimWords,
  theirs: readonly Quantity[],
  sentence: string,
  source: SourceIndex,
): boolean {
  const counted = countedBy(mine, claim.text);
  if (counted === null || isAmong(mine, source.figures())) return false;
  const alike = (all: readonly Quantity[], text: string): Quantity[] =>
    all.filter((each) => countedBy(each, text) === counted);
  const [others, own] = [alike(theirs, sentence), alike(claim.quantities, claim.text)];
  return (
    own.length === 1 && others.length === 1 && others[0]!.kind === mine.kind && others[0]!.measure === mine.measure
  );
}

/** The stems of the one or two words behind the figure that name what is counted; null when a word of grammar stands there. */
function countedBy({ text: figure }: Quantity, text: string): string | null {
  const from = text.indexOf(figure) + figure.length;
  const behind = /^(?:[\s-]\p{L}[\p{L}'-]*){1,2}/u.exec(text.slice(from, from + 60))?.[0] ?? '';
  const named = words(behind).map((word) => word.text);
  const end = named.findIndex((word) => ENGLISH.stopWords.has(word));
  const stems = named.slice(0, end < 0 ? 2 : end).map((word) => stem(word, ENGLISH));
  return stems.length > 0 ? stems.join(' ') : null;
}

/** A day or month of a year, and only another one there. */
function isDatedOtherwise(mine: Figure, theirs: readonly Figure[]): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(mine.date!) || theirs.some((other) => agree(mine, other))) return false;
  return theirs.length === 1 && /^\d{4}-\d\d-\d\d$/.test(theirs[0]!.date!);
}
