import type { Language } from '../../languages/language.js';
import { agree } from './agreement.js';
import type { Figure } from './figures.js';
import { areAlike, before, boundOf, canBothBe, isRough, quantitiesOf } from './quantities.js';
import type { Statement } from './statements.js';

/** In what two statements on one matter differ. */
export interface Difference {
  readonly kind: 'number' | 'date' | 'polarity';
  /** The differing figure of each, as written; null where one affirms and the other denies. */
  readonly here: string | null;
  readonly there: string | null;
}

/** What of a statement's grammar is compared with others': read once, for it is compared many times. */
interface Grammar {
  readonly vague: boolean;
  readonly tense: 'past' | 'present' | null;
  readonly turns: string;
}

const read = new WeakMap<Statement, Grammar>();

function grammarOf(s: Statement): Grammar {
  let known = read.get(s);
  if (!known) read.set(s, (known = { vague: isPointing(s), tense: tenseOf(s), turns: turns(s) }));
  return known;
}

/** A pronoun opens it, or a verb: what it speaks of is named elsewhere. */
const isPointing = ({ text, language: { logic } }: Statement): boolean =>
  logic !== null && (logic.pointing.test(text) || logic.verbFirst.test(text));

/** What it speaks of stands in another sentence, or in the heading. */
export const isVague = (s: Statement): boolean => grammarOf(s).vague;

/** Whether the same words of grammar turn both statements, in one tense, and the same conditions hold for them. */
export function turnAlike(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [grammarOf(a), grammarOf(b)];
  if (mine.tense !== null && theirs.tense !== null && mine.tense !== theirs.tense) return false;
  return a.former === b.former && a.qualifier === b.qualifier && mine.turns === theirs.turns;
}

/** What was so and what is so can both be true. Read off the auxiliaries, so null for most verbs. */
function tenseOf({ text, language: { logic } }: Statement): 'past' | 'present' | null {
  if (!logic) return null;
  const [isPast, isPresent] = [logic.pastForms.test(text), logic.presentForms.test(text)];
  return isPast === isPresent ? null : isPast ? 'past' : 'present';
}

const turns = (s: Statement): string =>
  quantitiesOf(s)
    .text.toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => s.language.logic?.turning.has(word))
    .sort()
    .join();

/**
 * In what two statements that use the same words differ, if they cannot both be true; null when they can: figures that
 * round, hold or bound each other, figures of different times, roles or kinds, and what has ended. The same the other way
 * round.
 */
export function differ(a: Statement, b: Statement): Difference | null {
  const dates = paired(datesOf(a), datesOf(b), () => true);
  const quantities = paired(quantitiesOf(a).all, quantitiesOf(b).all, areAlike);
  if (!dates || !quantities) return null;
  const otherDate = dates.find(([mine, theirs]) => !agree(mine, theirs));
  const [otherQuantity, another] = quantities.filter(([mine, theirs]) => !canBothBe(mine, theirs));
  const polarities = [a.polarity, b.polarity];
  if (a.polarity !== b.polarity) {
    if (polarities.includes('ENDED')) return null;
    return otherDate || otherQuantity ? null : { kind: 'polarity', here: null, there: null };
  }
  // Statements of which two figures differ are two of a series: "from 4 to 5", and "from 5 to 6".
  if (otherQuantity && !another && !otherDate) {
    return { kind: 'number', here: otherQuantity[0].text, there: otherQuantity[1].text };
  }
  // Another number at another date is another event; so is the same number.
  if (otherDate && quantities.length === 0 && dates.length === 1) {
    const place = placeOf(a, otherDate[0]);
    if (place === LOOSE || place !== placeOf(b, otherDate[1])) return null;
    return { kind: 'date', here: otherDate[0].text, there: otherDate[1].text };
  }
  return null;
}

const datesOf = (s: Statement): Figure[] => s.figures.filter(({ kind }) => kind === 'date');

/** The figures of both, in order, if they state as many, of like kinds; else null: there is nothing to hold together. */
function paired<T>(mine: readonly T[], theirs: readonly T[], alike: (a: T, b: T) => boolean): [T, T][] | null {
  if (mine.length !== theirs.length) return null;
  const pairs = mine.map((figure, i): [T, T] => [figure, theirs[i]!]);
  return pairs.every(([a, b]) => alike(a, b)) ? pairs : null;
}

const LOOSE = 'loose';

/**
 * What a date is to its statement: its role, or nothing. Behind a comma or in brackets it is that of an edition, or of a
 * copyright; the value of a field is tied by its label.
 */
export function placeOf({ claim, text, language }: Statement, date: Figure): string {
  const isTied = claim.block === 'FIELD' || claim.block === 'CELL' || language.logic?.tying.test(before(text, date));
  return isTied ? roleOf(text, date, language) : LOOSE;
}

/** How a figure of a text is left open, as far as it is: texts that leave theirs open in other ways say other things. */
export const opennessOf = (text: string, figure: Figure, language: Language): string =>
  figure.kind === 'date' ? '' : `${boundOf(text, figure, language) ?? ''}${isRough(text, figure, language) ? '~' : ''}`;

/** What a date is to the text that states it: 'at', or one end of a stretch of time; '' for other figures. */
export function roleOf(text: string, figure: Figure, { logic }: Language): string {
  if (figure.kind !== 'date') return '';
  return logic?.dateRoles.find(([pattern]) => pattern.test(before(text, figure)))?.[1] ?? 'at';
}
