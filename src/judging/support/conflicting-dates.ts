import { ENGLISH } from '../../languages/en.js';
import { agree } from '../text/agreement.js';
import type { Figure } from '../text/figures.js';
import { plain } from '../text/normalise.js';
import { stem, words } from '../text/words.js';
import type { Beside } from './conflict.js';
import { figuresIn } from './figures-in.js';
import { HAPPENS_ONCE } from './lexicon.js';

/** The share of the claim's words that a sentence must hold to be of the same event, where nothing says that it happens once. */
const SAME_EVENT = 0.6;

/** Another day or month of what the claim dates; or another year of what happens once to a person or a thing. */
export function isDatedOtherwise({ claim, sentence, share, source }: Beside): boolean {
  if (claim.dates.length === 0) return false;
  const theirs = figuresIn(sentence.text).dates;
  if (theirs.length === 0) return false;
  if (share >= SAME_EVENT && claim.dates.length === 1 && isAnotherDay(claim.dates[0]!, theirs)) return true;
  const form = plain(sentence.text);
  return claim.dates.some((mine) => {
    const event = eventOf(mine, claim.text);
    if (event === null || !isOfAYear(mine)) return false;
    const others = theirs.filter((other) => isOfAYear(other) && eventOf(other, form) === event);
    return others.length > 0 && !source.figures().dates.some((other) => isOfAYear(other) && agree(mine, other));
  });
}

const isOfAYear = ({ date }: Figure): boolean => /^\d{4}/.test(date!);
const isDay = ({ date }: Figure): boolean => /^\d{4}-\d\d-\d\d$/.test(date!);

const isAnotherDay = (mine: Figure, theirs: readonly Figure[]): boolean =>
  isDay(mine) && theirs.length === 1 && isDay(theirs[0]!) && !agree(mine, theirs[0]!);

/** So many words before a date can name what it is the date of. */
const REACH = 3;

/** The stem of the last word before the date that carries meaning, when it names what happens once: "born on". Else null. */
function eventOf({ text }: Figure, form: string): string | null {
  const before = words(form.slice(0, Math.max(0, form.indexOf(text)))).slice(-REACH);
  const last = before.findLast((word) => !ENGLISH.stopWords.has(word.text));
  return last && HAPPENS_ONCE.has(last.text) ? stem(last.text, ENGLISH) : null;
}
