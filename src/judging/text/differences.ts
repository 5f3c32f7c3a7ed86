import type { Figure } from './figures.js';
import { agree } from './figures.js';
import type { Statement } from './statements.js';

/** In what two statements on one matter differ. */
export interface Difference {
  readonly kind: 'number' | 'date' | 'polarity';
  /** The differing figure of each, as written; null where one affirms and the other denies. */
  readonly here: string | null;
  readonly there: string | null;
}

/** Words of grammar that turn what is said: 5 before the vote, and 7 after it, are both true. */
const TURNING = new Set(
  `above after against before below between down during except first fewer from into last less more next off only other out over
   per same than under up with within without would could should if when each both half another`.split(/\s+/),
);
/** Words that leave a figure open: "more than 40" and "52" do not conflict. */
const OPEN =
  /\b(about|above|almost|approximately|around|at least|at most|below|circa|close to|estimated|exceed\w*|fewer than|just over|just under|less than|more than|nearly|or more|over|roughly|some|under|up to|upwards? of)\W*$/i;
/** What a date is to the statement; dates that are different things to it do not conflict. */
const DATE_ROLE: readonly (readonly [RegExp, string])[] = [
  [/\b(until|till|through|to|by)(?: the)?(?: end of)?\W*$/i, 'end'],
  [/\b(from|since|after|starting|beginning)(?: in| on)?\W*$/i, 'start'],
  [/\bbefore\W*$/i, 'before'],
];
const PRONOUN_FIRST = /^\W*(it|its|he|his|she|her|they|their|this|that|these|those|both|we|our|there|here)\b/i;

/** It begins with a pronoun, so that what it speaks of stands in another sentence. */
export const isVague = (s: Statement): boolean => PRONOUN_FIRST.test(s.text);

/** Whether the same words of grammar turn both statements, and the same conditions hold for them. */
export function turnAlike(a: Statement, b: Statement): boolean {
  return a.former === b.former && a.qualifier === b.qualifier && turns(a) === turns(b);
}

const turns = (s: Statement): string =>
  s.text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => TURNING.has(word))
    .sort()
    .join();

/**
 * In what two statements that use the same words differ, if they cannot both be true; null when they can: figures that
 * are open ("over 40"), of different times, roles or kinds, and what has ended.
 */
export function differ(a: Statement, b: Statement): Difference | null {
  const dates = pairs(a, b, (f) => f.kind === 'date');
  const quantities = pairs(a, b, (f) => f.kind !== 'date');
  if (!dates || !quantities) return null;
  const otherDate = dates.find(([mine, theirs]) => !agree(mine, theirs));
  const otherQuantity = quantities.find(([mine, theirs]) => !agree(mine, theirs));
  const polarities = [a.polarity, b.polarity];
  if (polarities.includes('ENDED')) return null;
  if (a.polarity !== b.polarity) {
    return otherDate || otherQuantity ? null : { kind: 'polarity', here: null, there: null };
  }
  if (otherQuantity && !otherDate) {
    if (otherQuantity.some((figure) => isOpen(a, b, figure))) return null;
    return { kind: 'number', here: otherQuantity[0].text, there: otherQuantity[1].text };
  }
  // Another number at another date is another event; so is the same number.
  if (otherDate && quantities.length === 0 && dates.length === 1) {
    if (roleOf(a, otherDate[0]) !== roleOf(b, otherDate[1])) return null;
    return { kind: 'date', here: otherDate[0].text, there: otherDate[1].text };
  }
  return null;
}

/** The figures of both, in order, if they state as many, of like kinds; else null: there is nothing to hold together. */
function pairs(a: Statement, b: Statement, of: (f: Figure) => boolean): [Figure, Figure][] | null {
  const [mine, theirs] = [a.figures.filter(of), b.figures.filter(of)];
  if (mine.length !== theirs.length) return null;
  const paired = mine.map((figure, i): [Figure, Figure] => [figure, theirs[i]!]);
  return paired.every(([x, y]) => x.kind === y.kind && x.unit === y.unit && sameCurrency(x, y)) ? paired : null;
}

const sameCurrency = (x: Figure, y: Figure): boolean =>
  x.currency === y.currency || x.currency === '$' || y.currency === '$';

const isOpen = (a: Statement, b: Statement, figure: Figure): boolean =>
  boundOf((a.figures.includes(figure) ? a : b).text, figure) !== '';
const before = (text: string, figure: Figure): string => text.slice(Math.max(0, figure.start - 24), figure.start);

/** The words that leave a figure of the text open: "at least", "up to"; '' when none do. */
export const boundOf = (text: string, figure: Figure): string =>
  OPEN.exec(before(text, figure))?.[1]?.toLowerCase() ?? '';

/** What a date is to its statement: 'at', or one end of a stretch of time; '' for other figures. */
export const roleOf = (s: Statement, figure: Figure): string => roleBefore(s.text, figure);

/** The same for a date of any text. */
export function roleBefore(text: string, figure: Figure): string {
  if (figure.kind !== 'date') return '';
  return DATE_ROLE.find(([pattern]) => pattern.test(before(text, figure)))?.[1] ?? 'at';
}
