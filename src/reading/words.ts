import type { Language } from '../languages/language.js';

/** What the readers ask of single words and lines. */

/** Words as they stand between white space. */
export function tokens(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  const found: { text: string; start: number; end: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g))
    found.push({ text: word, start: index, end: index + word.length });
  return found;
}

export const startsUpper = (word: string): boolean => /^["'“‘„«(\[¿¡]*\p{Lu}/u.test(word);
export const startsLower = (word: string): boolean => /^["'“‘„«(\[¿¡]*\p{Ll}/u.test(word);
export const startsFigure = (word: string): boolean => /^["'“‘(]*[$€£¥~≈+−-]?\d/.test(word);

/** A word without the punctuation around it. */
export function bare(word: string): string {
  const start = word.search(LETTER_OR_DIGIT);
  if (start < 0) return '';
  // From the end, by whole characters: a pattern for what stands at the end would look from each place of the word.
  let end = word.length;
  let last = characterBefore(word, end);
  while (!LETTER_OR_DIGIT.test(word.slice(last, end))) [end, last] = [last, characterBefore(word, last)];
  return word.slice(start, end);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const characterBefore = (text: string, end: number): number =>
  end - (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(end - 2, end)) ? 2 : 1);

export const endsWithStop = (line: string): boolean => /[.!?…:;][\u00a0\u202f ]?[“”’"'»)\]]*$/.test(line.trimEnd());

const OPENING_OF: Readonly<Record<string, string>> = { '”': '“', '“': '„', '»': '«', '’': '‘', "'": "'", '"': '"' };

/** Whether a line or sentence asks; not when it only tells of somebody's question: `He asked: "Why?"`. */
export function isQuestion(line: string, { grammar }: Language): boolean {
  const end = /\?[\u00a0\u202f ]?([“”»’"']?)[“”»’"')\]]*$/.exec(line.slice(-20).trimEnd());
  if (!end) return false;
  const opening = OPENING_OF[end[1]!];
  if (opening === undefined) return true;
  const text = line.trimEnd();
  const lead = text.slice(0, Math.max(0, text.lastIndexOf(opening, text.length - end[0].length)));
  return (
    !/\p{L}/u.test(lead) ||
    (grammar.opensQuestion.test(lead.trimStart()) && !grammar.opensClause.test(lead.trimStart()))
  );
}

/** Most words begin with a capital (or a figure), the small ones aside. */
export function isTitleCase(line: string, { grammar }: Language): boolean {
  const words = tokens(line)
    .map((t) => bare(t.text))
    .filter((w) => w !== '' && !grammar.smallWords.has(w.toLowerCase()));
  const high = words.filter((w) => /^[\p{Lu}\p{N}]/u.test(w)).length;
  return words.length > 0 && high / words.length >= 0.75;
}

/** Whether a line has a verb form that makes it a sentence rather than a title; "May" inside it is the month. */
export const hasFiniteVerb = (line: string, { grammar }: Language): boolean =>
  tokens(line).some(({ text }, i) => grammar.finite.has(bare(text).toLowerCase()) && (i === 0 || bare(text) !== 'May'));
