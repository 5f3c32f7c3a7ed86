import { GERMAN } from './de.js';
import { ENGLISH } from './en.js';
import { SPANISH } from './es.js';
import { FRENCH } from './fr.js';
import type { Language } from './language.js';
import { WORDLESS } from './wordless.js';

/** The languages whose words are known. */
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN, FRENCH, SPANISH];

/**
 * What is known of a language.
 *
 * @param tag BCP 47, as an article has it; null for a text too short to tell, which is taken for English
 * @returns that of its primary subtag ("de" of "de-AT"); `WORDLESS` when its words are not known
 */
export function languageOf(tag: string | null): Language {
  if (tag === null) return ENGLISH;
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0]!;
  return LANGUAGES.find((language) => language.tag === primary) ?? WORDLESS;
}

/** Whether anything is known of a language's words. */
export const knowsWords = (tag: string | null): boolean => languageOf(tag) !== WORDLESS;

/** Why a rule that goes by words was not assessed: its method lacks those of the article's language. */
export const unknownWords = (tag: string | null): string =>
  `the method knows no words of the article's language, which is ${tag === null || tag === WORDLESS.tag ? 'unknown' : `“${tag}”`}`;
