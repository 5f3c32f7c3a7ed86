import { ENGLISH } from '../../languages/en.js';
import { polarityOf } from '../text/polarity.js';
import { stem, words, type Word } from '../text/words.js';
import type { ClaimWords } from './claim-words.js';
import type { Beside } from './conflict.js';
import { OPPOSITES } from './lexicon.js';

const ANSWER = /^\W{0,3}(yes|no)\s*[.,!;:—–-]/i;

/** The sentence asks what the claim says, and the next answers the other way. */
export function isAnsweredOtherwise({ claim, sentence, next }: Beside): boolean {
  const answer = ANSWER.exec(next)?.[1]!.toLowerCase();
  if (answer === undefined || polarityOf(words(sentence.text), ENGLISH) === 'DENIES') return false;
  return (answer === 'no') === (claim.polarity !== 'DENIES');
}

/** Of the sentence's own words the claim must have this share, for a denial or an opposite to be of the same thing. */
const DENSEST = 0.4;

/** One of the two denies what the other affirms. */
export function isDenied({ claim, sentence }: Beside): boolean {
  const [mine, theirs] = [words(claim.text), words(sentence.text)];
  if (!isDense(claim, theirs)) return false;
  const denies = polarityOf(theirs, ENGLISH) === 'DENIES';
  if ((claim.polarity === 'DENIES') === denies) return false;
  const [denying, affirming] = denies ? [theirs, mine] : [mine, theirs];
  const spoken = new Set(affirming.map(({ text }) => stem(text, ENGLISH)));
  const deniedToo = deniedBy(affirming);
  return [...deniedBy(denying)].some((each) => spoken.has(each) && !deniedToo.has(each));
}

/** So many words behind a word that denies is what it denies. */
const REACH = 4;

/** The stems of what is denied: a text that "isn't a static goal" holds denies nothing else of what it says. */
function deniedBy(all: readonly Word[]): ReadonlySet<string> {
  const { negators, negativeEnding } = ENGLISH.logic!;
  return new Set(
    all.flatMap(({ text }, i) => {
      if (!negators.has(text) && !negativeEnding.test(text)) return [];
      const denied = all.slice(i + 1, i + 1 + REACH).find((word) => !ENGLISH.stopWords.has(word.text));
      return denied ? [stem(denied.text, ENGLISH)] : [];
    }),
  );
}

/** The sentence has the opposite of a word of the claim in its place. */
export function isTurned({ claim, sentence }: Beside): boolean {
  const all = words(sentence.text);
  if (!isDense(claim, all)) return false;
  const theirs = new Set(all.map(({ text }) => text));
  const mine = new Set(words(claim.text).map(({ text }) => text));
  return [...mine].some(
    (word) =>
      !theirs.has(word) && [...(OPPOSITES.get(word) ?? [])].some((other) => theirs.has(other) && !mine.has(other)),
  );
}

function isDense(claim: ClaimWords, all: readonly Word[]): boolean {
  const content = new Set(claim.terms.map((term) => term.stem));
  return all.filter(({ text }) => content.has(stem(text, ENGLISH))).length >= DENSEST * Math.max(1, all.length);
}
