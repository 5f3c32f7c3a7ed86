import { dateIn } from './reference-dates.js';
import { isPerson, namesIn, tidy, wordsIn } from './reference-names.js';

/** What an entry shows as links to the outside and in italics, in order. */
export interface Typography {
  readonly links: readonly string[];
  readonly italics: readonly string[];
}

export interface FoundTitle {
  readonly title: string;
  /** Where it stands in the text, with its quotation marks. */
  readonly start: number;
  readonly end: number;
}

/**
 * The title that an entry shows: in quotation marks, as a link, or in italics. A link and a quotation in it are one; of
 * two that stand apart, the first is the title and the other the source's words, unless only a comma sets a linked
 * name apart from the quotation that it published.
 */
export function findTitle(text: string, shown: Typography): FoundTitle | null {
  const quotation = quotationIn(text);
  const link = linkIn(text, shown.links);
  if (quotation && link) {
    const apart = quotation.start >= link.end;
    if (!apart) return quotation.end <= link.start ? quotation : link;
    return /^[\s,:]*$/.test(text.slice(link.end, quotation.start)) ? quotation : link;
  }
  return quotation ?? link ?? italicIn(text, shown.italics);
}

const QUOTES: readonly RegExp[] = [
  /[“„«]\s?([^“”„«»]{2,300}?)\s?[”“»]/gu,
  /"([^"]{2,300})"/g,
  /(?:^|[\s(,.])‘(.{8,300}?)’(?=$|[\s,.;:)])/gu,
  /(?:^|[\s(,.])'(.{8,300}?)'(?=$|[\s,.;:)])/gu,
];
/** A quotation goes on in words of the sentence around it: "see the “Values” section below"; a site is none. */
const IN_SENTENCE =
  /^ (?!(?:in|on|at|by|from|via|for|and|with|accessed|retrieved|published|archived)\b|[a-z0-9-]{1,40}\.[a-z]{2})\p{Ll}{2}/u;

function quotationIn(text: string): FoundTitle | null {
  for (const quote of QUOTES) {
    const match = text.matchAll(quote).next().value;
    const title = match && withoutStop(match[1]!);
    if (!match || !title || !/\p{L}/u.test(title)) continue;
    const end = match.index + match[0].length;
    if (IN_SENTENCE.test(text.slice(end, end + 20))) return null;
    return { title, start: match.index, end };
  }
  return null;
}

/** Texts of links that only say that there is something to open. */
export const SIGNPOST =
  /^(?:links?|here|sources?|web ?(?:site|page)|site|online|pdf|html|epub|(?:full )?text|abstract|read(?: more)?|view|download|(?:the )?original|archived?(?: copy| version)?|wayback(?: machine)?|permalink|issn|oclc|jstor|s2cid|bibcode|arxiv|doi|isbn|pm(?:id|c)|google scholar|crossref|pubmed|external link|open access)$/i;

function linkIn(text: string, links: readonly string[]): FoundTitle | null {
  for (const link of links.slice(0, 10)) {
    const start = link.length < 2 ? -1 : text.indexOf(link);
    const title = withoutQuotes(link);
    if (start < 0 || !isTitle(title) || !opensWork(text.slice(0, start))) continue;
    return { title, start, end: start + link.length };
  }
  return null;
}

/** No address, signpost or name of a person. */
const isTitle = (text: string) =>
  /\p{L}{2}/u.test(text) &&
  !/^\S+[./]\S+$/.test(text) &&
  !SIGNPOST.test(text) &&
  !(isPerson(text) && /[,.]/.test(text));

function italicIn(text: string, italics: readonly string[]): FoundTitle | null {
  for (const italic of italics.slice(0, 10)) {
    const start = italic.length < 2 ? -1 : text.indexOf(italic);
    if (start < 0 || !isTitle(italic)) continue;
    // Only the first can be the title: behind other words it is the journal that the work stands in.
    const before = text.slice(0, start);
    const { authors, publisher } = namesIn(before);
    const isName = authors.length > 0 || publisher === null || (wordsIn(publisher) <= 6 && !before.includes('“'));
    return opensWork(before) && isName ? { title: withoutStop(italic), start, end: start + italic.length } : null;
  }
  return null;
}

/** Whether nothing but names and a date comes before: "Okoro, J. (2031). ", "Harbour Board, ", but no other title. */
function opensWork(before: string): boolean {
  const dated = /^(.{0,300}?)\(([^()]{4,40})\)[\s.,:]*(.*)$/u.exec(before);
  if (dated && dateIn(dated[2]!) !== null) return wordsIn(tidy(dated[3]!)) === 0 && wordsIn(dated[1]!) <= 40;
  return wordsIn(before) <= 40 && !/\p{L}{3}\. .*\p{L}{3}/u.test(before);
}

const withoutQuotes = (text: string) =>
  withoutStop(text).replace(/^["“„«‘'](.+)["”“»’']$/u, (_, inner: string) => withoutStop(inner));
const withoutStop = (text: string) => text.replace(/[.,;\s]+$/, '');
