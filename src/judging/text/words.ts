import type { Language } from '../../languages/language.js';
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
const stems = new WeakMap<Language, Map<string, string>>();

/** The stem of a lower-case word, as the language's stemmer has it. */
export function stem(word: string, language: Language): string {
  let kept = stems.get(language);
  if (!kept) stems.set(language, (kept = new Map()));
  const known = kept.get(word);
  if (known !== undefined) return known;
  const made = language.stem(word);
  if (kept.size < STEMS_KEPT) kept.set(word, made);
  return made;
}

/** The stems of the words that carry meaning, in order, repeats kept. */
export function contentStems(text: string, language: Language): string[] {
  return words(text)
    .filter((word) => !language.stopWords.has(word.text))
    .map((word) => stem(word.text, language));
}
