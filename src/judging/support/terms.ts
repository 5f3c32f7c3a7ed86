import { ENGLISH } from '../../languages/en.js';
import { stem, words, type Word } from '../text/words.js';

/** A word that carries meaning. */
export interface Term {
  /** Porter's stem of an English word; other words and figures as they are, without thousands' separators. */
  readonly stem: string;
  /** The word as written; positions are in the text's plain form. */
  readonly word: Word;
}

/** The words of a text that carry meaning, in order. */
export function termsOf(text: string): Term[] {
  const found: Term[] = [];
  for (const word of words(text)) if (!ENGLISH.stopWords.has(word.text)) found.push({ stem: stemOf(word.text), word });
  return found;
}

const stemOf = (word: string): string =>
  /^\p{Nd}/u.test(word) ? word.replace(/,(?=\p{Nd}{3})/gu, '') : stem(word, ENGLISH);
