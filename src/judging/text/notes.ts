import type { Article, Claim } from '../evidence.js';
import type { Language } from '../../languages/language.js';
import { languageOf } from '../../languages/languages.js';
import { hasFigure } from './figures.js';
import { lexiconOf } from './lexicon.js';
import { hasQualifier } from './qualifiers.js';
import { contentStems, stem, words } from './words.js';

/** What somebody wrote beside a claim about its evidence. */
export interface EvidenceNote {
  readonly text: string;
  /** The number that it belongs to; null for a note of an evidence table, which speaks of all of them. */
  readonly label: string | null;
  /** A quote or locator beside the note already points into the source. */
  readonly located: boolean;
  /** Titles of the sources it speaks of. */
  readonly titles: readonly string[];
}

/** The notes of a claim that have a text: that of its evidence table first, then those of its citations. */
export function notesOf(claim: Claim): EvidenceNote[] {
  const all = claim.citations.map(({ label, note, quote, locator, source }) => ({
    label,
    text: note ?? '',
    located: isGiven(quote) || isGiven(locator),
    titles: source?.title ? [source.title] : [],
  }));
  const own = {
    label: null,
    text: claim.evidenceNote ?? '',
    located: all.some(({ located }) => located),
    titles: all.flatMap(({ titles }) => titles),
  };
  return [own, ...all].filter(({ text }) => text.trim() !== '');
}

const isGiven = (text: string | null): boolean => text !== null && text.trim() !== '';

/** Words between quotation marks, two at least: a single one in quotes is a term. */
const QUOTATION = /["“„«]\s*[^\s"”«»]+\s[^"”»]+["”»]/;
/** Whether a text holds somebody's words in quotation marks. */
export const hasQuotation = (text: string): boolean => QUOTATION.test(text);

/** Whether a note points at something that a reader can look up or check: a quotation, a place, a figure, a condition. */
export function isSpecific(note: EvidenceNote, language: Language): boolean {
  const { text } = note;
  if (note.located || QUOTATION.test(text) || language.notes.locator.test(text)) return true;
  return hasFigure(text, language) || hasQualifier(text, language);
}

/** The stems that a note adds to its claim, the article's title and its sources' titles, and that say something. */
export function addedBy(note: EvidenceNote, claim: Claim, article: Article): string[] {
  const language = languageOf(article.language);
  if (onlyRefers(note.text, language)) return [];
  const stemsOf = (text: string): string[] => contentStems(text, language);
  const known = new Set([claim.text, article.title, ...note.titles].flatMap(stemsOf));
  const { saysNothing } = lexiconOf(language);
  return [...new Set(stemsOf(note.text))].filter((stem) => !known.has(stem) && !saysNothing(stem));
}

/** Words that may name a document: "the yearly report of the board". */
const LONGEST_NAME = 6;
/** A longer note says more than that. In words. */
const LONGEST_REFERENCE = 20;

/**
 * Whether a note says of a document, however it is named, only that it says so: "The national pilots' register lists it",
 * "This is stated in the harbour board's yearly report".
 */
function onlyRefers(note: string, language: Language): boolean {
  const { isEmphasis, reportingVerbs } = lexiconOf(language);
  const said = words(note)
    .map(({ text }) => text)
    .filter((text) => !isEmphasis(stem(text, language)));
  if (said.length > LONGEST_REFERENCE) return false;
  return said.some((text, i) => {
    if (!reportingVerbs.has(stem(text, language))) return false;
    const [before, after] = [said.slice(0, i), said.slice(i + 1)];
    if (isReference(after, language)) return isDocument(before, language);
    const isWithin = language.notes.within.has(after[0] ?? '');
    return isReference(before, language) && isWithin && isDocument(after.slice(1), language);
  });
}

const isDocument = (name: readonly string[], language: Language): boolean =>
  name.length <= LONGEST_NAME && lexiconOf(language).documentNouns.has(stem(name.at(-1) ?? '', language));

/** "This", "this is", "the same", "this very point" */
function isReference(phrase: readonly string[], language: Language): boolean {
  const { proForms } = language.notes;
  const { shellNouns } = lexiconOf(language);
  const [first, ...rest] = phrase.filter((text) => proForms.has(text) || !language.stopWords.has(text));
  return proForms.has(first ?? '') && rest.every((text) => proForms.has(text) || shellNouns.has(stem(text, language)));
}

/** Words of the claim that a note must repeat before it can be called a repetition. */
const LEAST_REPEATED = 3;

/** The share of a note's content words that stand in the claim, in [0, 1]; 0 when it repeats fewer than three. */
export function repetition(note: EvidenceNote, claim: Claim, language: Language): number {
  const claimed = new Set(contentStems(claim.text, language));
  const noted = new Set(contentStems(note.text, language));
  const repeated = [...noted].filter((stem) => claimed.has(stem)).length;
  return repeated < Math.min(LEAST_REPEATED, claimed.size) || repeated === 0 ? 0 : repeated / noted.size;
}

/** A figure, quotation or condition in a note is new only when the claim lacks it. */
export function addsSpecifics(note: EvidenceNote, claim: Claim, language: Language): boolean {
  const own = { ...note, text: claim.text, located: false };
  return isSpecific(note, language) && !(isSpecific(own, language) && !note.located && !QUOTATION.test(note.text));
}
