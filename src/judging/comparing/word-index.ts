import { quoteWords } from './quote-words.js';

/** A snapshot's words as quotes are looked up in them. Made once for all quotes. */
export interface WordIndex {
  /** Each form has a number, from 0. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number. */
  readonly forms: readonly string[];
  /** The words' numbers, in order. */
  readonly words: Int32Array;
  /** Where each begins and ends in the text, in UTF-16 units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Linear in the text's length. */
export function indexWords(text: string): WordIndex {
  const { forms, starts, ends } = quoteWords(text);
  const numbers = new Map<string, number>();
  const words = new Int32Array(forms.length);
  for (const [at, form] of forms.entries()) {
    let number = numbers.get(form);
    if (number === undefined) numbers.set(form, (number = numbers.size));
    words[at] = number;
  }
  return { numbers, forms: [...numbers.keys()], words, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** What no word of the text has for a number. */
const ABSENT = -1;

/** The numbers of other words in a text's index; those that it lacks have one that matches nothing. */
export const numbersOf = (forms: readonly string[], { numbers }: WordIndex): Int32Array =>
  Int32Array.from(forms, (form) => numbers.get(form) ?? ABSENT);

/** A stretch of words: places in the index, `end` exclusive. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where some words stand one after the other, by the algorithm of Knuth, Morris and Pratt: linear in both, whatever they are.
 *
 * @param wanted numbers of the index
 * @param within where to look
 * @param most so many places at most, the first ones
 */
export function placesOf(wanted: Int32Array, { words }: WordIndex, within: WordSpan, most: number): WordSpan[] {
  if (wanted.length === 0 || wanted.includes(ABSENT)) return [];
  const fallback = fallbacks(wanted);
  const found: WordSpan[] = [];
  let matched = 0;
  for (let at = within.start; at < within.end; at++) {
    const word = words[at]!;
    while (matched > 0 && wanted[matched] !== word) matched = fallback[matched - 1]!;
    if (wanted[matched] === word) matched++;
    if (matched < wanted.length) continue;
    found.push({ start: at + 1 - matched, end: at + 1 });
    if (found.length >= most) break;
    matched = fallback[matched - 1]!;
  }
  return found;
}

/** For each beginning of the words, how long its longest proper beginning is with which it also ends. */
function fallbacks(wanted: Int32Array): Int32Array {
  const lengths = new Int32Array(wanted.length);
  let matched = 0;
  for (let at = 1; at < wanted.length; at++) {
    while (matched > 0 && wanted[at] !== wanted[matched]) matched = lengths[matched - 1]!;
    if (wanted[at] === wanted[matched]) matched++;
    lengths[at] = matched;
  }
  return lengths;
}
