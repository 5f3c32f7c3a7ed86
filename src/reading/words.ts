/** What the readers ask of single words and lines. English; other languages come with their own lexicons. */

/** Words that a title in title case leaves in lower case (Chicago Manual of Style, 8.159). */
export const SMALL_WORDS = new Set(
  'a an the and but or nor for of in on at to by from with as per vs via into over than off up out so yet if is'.split(
    ' ',
  ),
);

/** Words as they stand between white space. */
export function tokens(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
}

export const startsUpper = (word: string): boolean => /^["'“‘(\[]*\p{Lu}/u.test(word);
export const startsLower = (word: string): boolean => /^["'“‘(\[]*\p{Ll}/u.test(word);
export const startsFigure = (word: string): boolean => /^["'“‘(]*[$€£¥~≈+−-]?\d/.test(word);

/** A word without the punctuation around it. */
export const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

export const endsWithStop = (line: string): boolean => /[.!?…:;][”’"')\]]*$/.test(line.trimEnd());
export const isQuestion = (line: string): boolean => /\?[”’"')\]]*\s*$/.test(line);

/** Most words begin with a capital (or a figure), the small ones aside. */
export function isTitleCase(line: string): boolean {
  const words = tokens(line)
    .map((t) => bare(t.text))
    .filter((w) => w !== '' && !SMALL_WORDS.has(w.toLowerCase()));
  const high = words.filter((w) => /^[\p{Lu}\p{N}]/u.test(w)).length;
  return words.length > 0 && high / words.length >= 0.75;
}

/** Verb forms that make a line a sentence rather than a title: auxiliaries and copulas. */
const FINITE = new Set(
  (
    'is are was were has have had does do did will would can could may might must shall should be been isn’t aren’t ' +
    'wasn’t won’t can’t cannot'
  ).split(' '),
);

export const hasFiniteVerb = (line: string): boolean =>
  tokens(line).some((t) => FINITE.has(bare(t.text).toLowerCase()));
