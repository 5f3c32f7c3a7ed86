import { quoteWords } from './quote-words.js';

/** Shorter ones are terms and titles ("so-called “green” line"). In words. */
const SHORTEST = 5;
/** Of a claim so many are looked up. */
const MOST = 5;
const QUOTATION = /“([^“”]{1,2000})”|„([^„“”]{1,2000})[“”]|«([^«»]{1,2000})»|"([^"]{1,2000})"/g;
/** Of the longer words of a title so many have a capital. */
const TITLE = 0.6;

/** The quotations in a claim: words that somebody said or wrote, and that its sources should have. Titles of works are none. */
export function quotationsIn(claim: string): string[] {
  const found: string[] = [];
  for (const match of claim.matchAll(QUOTATION)) {
    const text = match.slice(1).find((group) => group !== undefined)!;
    if (quoteWords(text).forms.length >= SHORTEST && !isTitle(text)) found.push(text.trim());
    if (found.length === MOST) break;
  }
  return found;
}

function isTitle(text: string): boolean {
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  return longer.filter((word) => /^\p{Lu}/u.test(word)).length >= TITLE * longer.length;
}
