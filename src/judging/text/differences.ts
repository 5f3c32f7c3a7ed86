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
   same than under up with within without would could should if when each both half another`.split(/\s+/),
);
/** Words that leave a figure open: "more than 40" and "52" do not conflict. */
const ROUGH = /\b(about|almost|approximately|around|circa|close to|estimated|nearly|roughly|some)\W*$/i;
const BOUND =
  /\b(above|at least|at most|below|exceed\w*|fewer than|just over|just under|less than|more than|or more|over|under|up to|upwards? of)\W*$/i;
/** Rough figures conflict when they differ by more than this share of the greater. */
const ROUGHLY = 0.1;
/** What a date is to the statement; dates that are different things to it do not conflict. */
const DATE_ROLE: readonly (readonly [RegExp, string])[] = [
  [/\b(until|till|through|to|by)(?: the)?(?: end of)?\W*$/i, 'end'],
  [/\b(from|since|after|starting|beginning)(?: in| on)?\W*$/i, 'start'],
  [/\bbefore\W*$/i, 'before'],
];
const PRONOUN_FIRST = /^\W*(it|its|he|his|she|her|they|their|this|that|these|those|both|we|our|there|here)\b/i;

/** What of a statement's grammar is compared with others': read once, for it is compared many times. */
interface Grammar {
  readonly vague: boolean;
  readonly tense: 'past' | 'present' | null;
  readonly turns: string;
}

const read = new WeakMap<Statement, Grammar>();

function grammarOf(s: Statement): Grammar {
  let known = read.get(s);
  if (!known) read.set(s, (known = { vague: PRONOUN_FIRST.test(s.text), tense: tenseOf(s), turns: turns(s) }));
  return known;
}

/** It begins with a pronoun, so that what it speaks of stands in another sentence. */
export const isVague = (s: Statement): boolean => grammarOf(s).vague;

/** Whether the same words of grammar turn both statements, in one tense, and the same conditions hold for them. */
export function turnAlike(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [grammarOf(a), grammarOf(b)];
  if (mine.tense !== null && theirs.tense !== null && mine.tense !== theirs.tense) return false;
  return a.former === b.former && a.qualifier === b.qualifier && mine.turns === theirs.turns;
}

/** What was so and what is so can both be true. Read off the auxiliaries, so null for most verbs. */
function tenseOf({ text }: Statement): 'past' | 'present' | null {
  const isPast = /\b(was|were|had|did)\b/i.test(text);
  const isPresent = /\b(is|are|has|have|does|do|will)\b/i.test(text);
  return isPast === isPresent ? null : isPast ? 'past' : 'present';
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
  const [otherQuantity, another] = quantities.filter(([mine, theirs]) => !agree(mine, theirs));
  const polarities = [a.polarity, b.polarity];
  if (a.polarity !== b.polarity) {
    if (polarities.includes('ENDED')) return null;
    return otherDate || otherQuantity ? null : { kind: 'polarity', here: null, there: null };
  }
  // Statements of which two figures differ are two of a series: "from 4 to 5", and "from 5 to 6".
  if (otherQuantity && !another && !otherDate) {
    if (areOpen(a, b, otherQuantity)) return null;
    return { kind: 'number', here: otherQuantity[0].text, there: otherQuantity[1].text };
  }
  // Another number at another date is another event; so is the same number.
  if (otherDate && quantities.length === 0 && dates.length === 1) {
    if (roleOf(a.text, otherDate[0]) !== roleOf(b.text, otherDate[1])) return null;
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

/** What is open in another way leaves room for both: "up to 40" and "44". Two limits of one kind do not, nor rough figures far apart. */
function areOpen(a: Statement, b: Statement, [mine, theirs]: readonly [Figure, Figure]): boolean {
  if (boundOf(a.text, mine) !== boundOf(b.text, theirs)) return true;
  const isRough = ROUGH.test(before(a.text, mine));
  if (isRough !== ROUGH.test(before(b.text, theirs))) return true;
  return isRough && Math.abs(mine.value! - theirs.value!) <= ROUGHLY * Math.max(mine.value!, theirs.value!);
}

/** How a figure of a text is left open, as far as it is: texts that leave theirs open in other ways say other things. */
export const opennessOf = (text: string, figure: Figure): string =>
  figure.kind === 'date' ? '' : `${boundOf(text, figure) ?? ''}${ROUGH.test(before(text, figure)) ? '~' : ''}`;

const boundOf = (text: string, figure: Figure): string | null =>
  BOUND.exec(before(text, figure))?.[1]!.toLowerCase() ?? null;
const before = (text: string, figure: Figure): string => text.slice(Math.max(0, figure.start - 24), figure.start);

/** What a date is to the text that states it: 'at', or one end of a stretch of time; '' for other figures. */
export function roleOf(text: string, figure: Figure): string {
  if (figure.kind !== 'date') return '';
  return DATE_ROLE.find(([pattern]) => pattern.test(before(text, figure)))?.[1] ?? 'at';
}
