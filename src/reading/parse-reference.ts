import type { Retraction, Source } from '../judging/evidence.js';
import { accessNotesIn } from './reference-access.js';
import { dateApartIn, dateIn } from './reference-dates.js';
import { addressesIn, identifiersIn, withoutIdentifiers } from './reference-identifiers.js';
import { partsOf } from './reference-parts.js';
import type { Typography } from './reference-titles.js';
import { sourceKey } from './source-key.js';

/** How the entry is set: what it links to, and what stands in italics. */
export interface EntryMarks {
  readonly links: readonly { readonly address: string; readonly text: string }[];
  readonly italics: readonly string[];
}

/** Longer entries than this (UTF-16 units) are read only so far: they are text, not references. */
const MAX_ENTRY = 4000;

/**
 * Reads an entry of a list of references, as newspapers, journals and encyclopedias print them: what its form says, and
 * nothing that it does not say (see `partsOf`). An entry that is only words has no field at all.
 *
 * @param text the entry as people read it
 * @param marks how it is set, texts as they stand in the entry
 */
export function parseReference(text: string, marks: EntryMarks): Source {
  const entry = text.slice(0, MAX_ENTRY);
  const { url, archiveUrl, archivedAt, all } = addressesIn(
    entry,
    marks.links.map((l) => l.address),
  );
  const identifiers = identifiersIn(entry, all);
  const notes = accessNotesIn(withoutIdentifiers(entry));
  const words = notes.rest;
  const retraction = retractionIn(words);
  const published = retraction === null ? words : withoutRetraction(words);
  const work = published.replace(LOCATOR, ' ');
  const parts = partsOf(work, typography(marks), url !== null);
  // A year in the title is what the source is about.
  const issued = parts.title ? dateIn(work.replace(parts.title, ' ')) : dateApartIn(work);
  return {
    key: sourceKey({ ...identifiers, url: url ?? archiveUrl, text: work.trim() || text }),
    ...parts,
    issued,
    url,
    accessed: notes.accessed,
    archiveUrl,
    archivedAt: archivedAt ?? notes.archivedAt,
    ...identifiers,
    locator: words.match(LOCATOR)?.[0].trim().replace(/\s+/g, ' ') ?? null,
    retraction,
  };
}

const typography = ({ links, italics }: EntryMarks): Typography => ({ links: links.map((l) => l.text), italics });

const LOCATOR =
  /(?<![\p{L}\p{N}])(?:pp?\.\s?\d+(?:\s?[–-]\s?\d+)?(?:, \d+(?:\s?[–-]\s?\d+)?)*|§{1,2}\s?\d+(?:\.\d+)*[a-z]?(?:\s?[–-]\s?\d+)?|(?:paras?|ch|sec)\.\s?\d+(?:\s?[–-]\s?\d+)?)(?!\p{L})/iu;

/**
 * What says that the source is retracted: "RETRACTED: Title", "(Retracted 4 May 2031 …)", "This article has been
 * retracted". A title in which someone retracts something is none: outside of capitals the place must show it.
 */
const RETRACTION_MARKS: readonly RegExp[] = [
  /\b(?:RETRACTED|WITHDRAWN)\b(?: ARTICLE)?[:.]?/u,
  /[([]\s*(?:retracted|withdrawn)\b[^)\]]{0,200}[)\]]/iu,
  /(?:^["“‘]?|\.\s+|["“‘])(?:Retracted|Withdrawn)(?: article)?\s*(?:[:.]|$|(?:on|in|because|due|for)\b[^.]{0,150})/u,
  /\b(?:article|paper|study|report|it)\s+(?:has been|was)\s+retracted\b[^.]{0,150}/iu,
];

function retractionIn(words: string): Retraction | null {
  const mark = RETRACTION_MARKS.map((m) => m.exec(words)?.[0]).find((found) => found !== undefined);
  if (mark === undefined) return null;
  const reason = /\b(?:because(?: of)?|due to|owing to|for)\s+([^.)\]]{3,150})/i.exec(mark)?.[1]?.trim() ?? null;
  return { reason, at: dateIn(mark) };
}

const withoutRetraction = (words: string) => RETRACTION_MARKS.reduce((text, mark) => text.replace(mark, ' '), words);
