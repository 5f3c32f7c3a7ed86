import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.js';
import { plain } from './normalise.js';

/** A word of a text, in its plain form. Positions are in the plain text, not in the input. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly raw: string;
  /** Lower case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits, with inner apostrophes ("doesn't"), decimal points and thousands' commas. Hyphens part words
 * ("multi-year" is two), but "non-" stays with what it negates: "non-exclusive" shares nothing with "exclusive".
 */
const WORD = /\p{N}+(?:[.,]\p{N}+)*\p{L}*|(?:\bnon-)?[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*/giu;

/** The words of a text, in order. Works on any script that parts words by spaces. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of plain(text).matchAll(WORD)) {
    const raw = match[0].replace(/'s?$/i, '').replace(/-/g, '');
    if (raw !== '')
      found.push({ raw, text: raw.toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const STEMS_KEPT = 50_000;
const stems = new Map<string, string>();

/** Porter's stem of a lower-case English word; words with other letters than a–z stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size < STEMS_KEPT) stems.set(word, made);
  return made;
}

/** The stems of the words that carry meaning, in order, repeats kept. */
export function contentStems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word.text))
    .map((word) => stem(word.text));
}
