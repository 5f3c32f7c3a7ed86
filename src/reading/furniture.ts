import type { Language } from '../languages/language.js';
import { endsWithStop, hasFiniteVerb, tokens } from './words.js';

/**
 * What the lines around an article say: the furniture of publishing systems. Words of newsletter boxes, share bars,
 * cookie notes, bylines, disclaimers and pagers, which the articles themselves hardly ever say.
 */

/** "N. Orr and P. Q. Pell": names with initials, and nothing else. */
const AUTHOR = "(?:\\p{Lu}\\.[ -]?){1,3}\\p{Lu}[\\p{L}’'-]+";
const AUTHORS = new RegExp(`^${AUTHOR}(?:(?:, and |, | and | & )${AUTHOR}){0,12}$`, 'u');
const PARTS = /\s*[·•|—–]\s*|\s{3,}/;

/** A byline has at most so many words. */
const BYLINE_WORDS = 16;
/** No line of furniture is longer, in UTF-16 units. */
const LONGEST = 240;

/**
 * Whether a block's text is no part of what the article says: a date line, a byline, a pager, a disclaimer, a credit.
 *
 * @param listed it is an item of a list, where "Image: Full HD" is a property
 */
export function isFurniture(text: string, listed: boolean, language: Language): boolean {
  if (text.length > LONGEST) return false;
  const { opens, disclaimer, contact, credit, tagline, byline } = language.furniture;
  if (opens.test(text.replace(/^[•·]\s*/, '')) || disclaimer.test(text) || contact.test(text) || AUTHORS.test(text))
    return true;
  if (!listed && (credit.test(text) || isTeaser(text, language) || isProvenance(text, language))) return true;
  if (isShareBar(text, language) || (tagline.test(text) && !hasFiniteVerb(text, language) && !/[^e]ed\b/.test(text)))
    return true;
  return isMeta(text, language) || (byline.test(text) && tokens(text).length <= BYLINE_WORDS && !endsWithStop(text));
}

/** "Source: returns of the operators"; what a source says is a statement. */
const isProvenance = (text: string, language: Language): boolean =>
  language.furniture.provenance.test(text) && !hasFiniteVerb(text, language) && !language.furniture.reports.test(text);

/** Whether a line points to something else; in plain text it looks like a heading. */
export const isTeaser = (text: string, { furniture }: Language): boolean => furniture.teaser.test(text);

/** Whether a line is a share bar; in plain text it looks like a heading. */
export const isShareBar = (text: string, { furniture }: Language): boolean => furniture.shareBar.test(text);

/** Date, reading time, and beside one of them names. */
function isMeta(text: string, { furniture: { metaPart, namedPart } }: Language): boolean {
  const parts = text.split(PARTS).filter((part) => part !== '');
  return (
    parts.some((part) => metaPart.test(part)) && parts.every((part) => metaPart.test(part) || namedPart.test(part))
  );
}
