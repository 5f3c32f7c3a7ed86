import type { Article, Claim } from '../evidence.js';
import { hasFigure } from './figures.js';
import { DOCUMENT_NOUNS, isEmphasis, REPORTING_VERBS, saysNothing, SHELL_NOUNS } from './lexicon.js';
import { hasQualifier } from './qualifiers.js';
import { STOP_WORDS } from './stop-words.js';
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

/** Where in a source: a sign or abbreviation of place, or a word for a part with its number or letter. */
const LOCATOR =
  /§|\b[Pp]{1,2}\.\s*[\divxlc]|\b(?:para|fig|vol|ch|art|sec)\.\s*[\dIVXLC]|\b(?:[Aa]nnex|[Aa]ppendix|[Aa]rticle|[Cc]hapter|[Cc]lause|[Ee]xhibit|[Ff]igure|[Ff]ootnote|[Ii]tem|[Ll]ine|[Nn]ote|[Pp]age|[Pp]aragraph|[Pp]art|[Ss]chedule|[Ss]ection|[Tt]able|[Vv]olume) (?:\d|[A-HJ-Z]\b|[IVXLC]{2,}\b)/;

/** Whether a note points at something that a reader can look up or check: a quotation, a place, a figure, a condition. */
export function isSpecific(note: EvidenceNote): boolean {
  const { text } = note;
  return note.located || QUOTATION.test(text) || LOCATOR.test(text) || hasFigure(text) || hasQualifier(text);
}

/** The stems that a note adds to its claim, the article's title and its sources' titles, and that say something. */
export function addedBy(note: EvidenceNote, claim: Claim, article: Article): string[] {
  if (onlyRefers(note.text)) return [];
  const known = new Set([claim.text, article.title, ...note.titles].flatMap(contentStems));
  return [...new Set(contentStems(note.text))].filter((stem) => !known.has(stem) && !saysNothing(stem));
}

/** Words that stand for the claim where a note speaks of it. */
const PRO_FORMS = new Set(['this', 'that', 'it', 'so', 'these', 'those', 'same']);
/** Words that may name a document: "the yearly report of the board". */
const LONGEST_NAME = 6;
/** A longer note says more than that. In words. */
const LONGEST_REFERENCE = 20;

/**
 * Whether a note says of a document, however it is named, only that it says so: "The national pilots' register lists it",
 * "This is stated in the harbour board's yearly report".
 */
function onlyRefers(note: string): boolean {
  const said = words(note)
    .map(({ text }) => text)
    .filter((text) => !isEmphasis(stem(text)));
  if (said.length > LONGEST_REFERENCE) return false;
  return said.some((text, i) => {
    if (!REPORTING_VERBS.has(stem(text))) return false;
    const [before, after] = [said.slice(0, i), said.slice(i + 1)];
    if (isReference(after)) return isDocument(before);
    return isReference(before) && /^(in|by|on)$/.test(after[0] ?? '') && isDocument(after.slice(1));
  });
}

const isDocument = (name: readonly string[]): boolean =>
  name.length <= LONGEST_NAME && DOCUMENT_NOUNS.has(stem(name.at(-1) ?? ''));

/** "This", "this is", "the same", "this very point" */
function isReference(phrase: readonly string[]): boolean {
  const [first, ...rest] = phrase.filter((text) => PRO_FORMS.has(text) || !STOP_WORDS.has(text));
  return PRO_FORMS.has(first ?? '') && rest.every((text) => PRO_FORMS.has(text) || SHELL_NOUNS.has(stem(text)));
}

/** Words of the claim that a note must repeat before it can be called a repetition. */
const LEAST_REPEATED = 3;

/** The share of a note's content words that stand in the claim, in [0, 1]; 0 when it repeats fewer than three. */
export function repetition(note: EvidenceNote, claim: Claim): number {
  const claimed = new Set(contentStems(claim.text));
  const noted = new Set(contentStems(note.text));
  const repeated = [...noted].filter((stem) => claimed.has(stem)).length;
  return repeated < Math.min(LEAST_REPEATED, claimed.size) || repeated === 0 ? 0 : repeated / noted.size;
}

/** A figure, quotation or condition in a note is new only when the claim lacks it. */
export function addsSpecifics(note: EvidenceNote, claim: Claim): boolean {
  const own = { ...note, text: claim.text, located: false };
  return isSpecific(note) && !(isSpecific(own) && !note.located && !QUOTATION.test(note.text));
}
