import { dateApartIn, dateIn, withoutDates } from './reference-dates.js';
import { CHICAGO_NAMES, namesIn, tidy, VANCOUVER_NAMES, wordsIn } from './reference-names.js';
import { findTitle, SIGNPOST, type Typography } from './reference-titles.js';

/** A reference's words, told apart as far as its form tells them apart. */
export interface Parts {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly container: string | null;
}

const NOTHING: Parts = { title: null, authors: [], publisher: null, container: null };

const PUBLISHER =
  /\b(?:press|publish\w*|verlag|university|institute|books|edition|éditions|group|ltd|inc|foundation|ministry|council|commission|agency|company)\b/i;
/** A site that goes by its name on the net. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/i;

/**
 * What the reference says, from its form:
 * 1. a title in quotation marks, as the text of a link or in italics, whatever stands before and after it;
 * 2. "Authors (2031). Title. Container" (APA), also with a newspaper or an office (and its acronym) in front, or with a bare year;
 * 3. "Surname AB, Surname CD. Title. Journal. 2031;12:3" (Vancouver) and "Surname, Given. Title. Place: Publisher, 2031" (Chicago);
 * 4. two or more parts set apart by stops, bars or dashes, with a date beside them: publisher and title;
 * 5. "Title, by Author, Publisher, 2031": parts set apart by commas, of which one is an organisation's name;
 * 6. words beside an address: the title of what is there.
 * Bare words without any such form are nothing: "Company statement" or "Ibid." is no title.
 *
 * @param words without addresses, identifiers and access dates
 * @param hasAddress the entry says where the source is
 */
export function partsOf(words: string, shown: Typography, hasAddress: boolean): Parts {
  const text = words.replace(/\s+/g, ' ').trim();
  const found = findTitle(text, shown);
  if (found) return assemble(text.slice(0, found.start), found.title, text.slice(found.end), shown);
  const formed = dated(text, shown) ?? named(text, shown) ?? divided(text) ?? listed(text);
  return formed ?? (hasAddress ? addressed(text) : NOTHING);
}

function dated(text: string, shown: Typography): Parts | null {
  const bare = /^([^()\d]{2,300}?) ((?:1[5-9]|20)\d\d[a-d]?)\. (.+)$/.exec(text);
  const match =
    /^([^()]{2,300}?)(?: \(\p{Lu}[\p{L}\p{N}&.-]{1,15}\)\.?)?\s*\(([^()]{4,40})\)\s*[.,:]?\s+(.+)$/u.exec(text) ??
    (bare && namesIn(bare[1]!).authors.length > 0 ? bare : null);
  if (!match || dateIn(match[2]!) === null) return null;
  const [title, ...after] = segments(match[3]!);
  if (title === undefined || wordsIn(match[1]!) > 40 || wordsIn(title) < 2) return null;
  return assemble(match[1]!, title, after.join('. '), shown);
}

const VANCOUVER = new RegExp(`^(${VANCOUVER_NAMES})\\. (.+)$`, 'u');
const CHICAGO = new RegExp(`^(${CHICAGO_NAMES})\\.? (.+)$`, 'u');

function named(text: string, shown: Typography): Parts | null {
  const match = VANCOUVER.exec(text) ?? CHICAGO.exec(text);
  if (!match) return null;
  const [title, ...after] = segments(match[2]!);
  if (title === undefined || wordsIn(title) < 2 || after.length === 0) return null;
  return assemble(match[1]!, title, after.join('. '), shown);
}

function divided(text: string): Parts | null {
  if (dateApartIn(text) === null) return null;
  const bars = text.split(/ [|–—] /u);
  const parts = (bars.length > 1 ? bars : segments(text))
    .map((part) => tidy(withoutDates(part)))
    .filter((part) => /\p{L}{2}/u.test(part));
  if (parts.length < 2 || !parts.every((part) => /^[\p{Lu}\p{N}]/u.test(part))) return null;
  const [first, second] = parts as [string, string];
  // "Harbour Board. A tram for everyone. 2031": a short name comes first, then the title.
  const nameFirst = wordsIn(first) <= 4 && wordsIn(second) > wordsIn(first);
  const title = nameFirst ? second : first;
  return wordsIn(title) < 2 ? null : { ...NOTHING, title, publisher: nameFirst ? first : second };
}

/** Words that only names of organisations have. */
const OFFICE =
  /\b(?:agency|association|authority|board|bank|bureau|commission|committee|council|department|foundation|government|institute|ministry|museum|office|parliament|police|press|society|university|verlag)\b/i;

function listed(text: string): Parts | null {
  if (dateApartIn(text) === null) return null;
  const parts = withoutDates(text)
    .split(/,\s+/)
    .map(tidy)
    .filter((part) => /\p{L}{2}/u.test(part));
  const by = parts.findIndex((part, i) => i > 0 && /^by \p{Lu}/u.test(part));
  const [author] = by < 0 ? [] : parts.splice(by, 1);
  const offices = parts.filter((part) => OFFICE.test(part));
  const [title] = parts.filter((part) => !OFFICE.test(part));
  if (parts.length !== 2 || offices.length !== 1 || title === undefined || wordsIn(title) < 2) return null;
  const { authors } = namesIn(author ?? '');
  return { ...NOTHING, title, authors, publisher: offices[0]! };
}

/** More words than these are no title. */
const LONGEST_TITLE = 25;

function addressed(text: string): Parts {
  const [first = ''] = segments(withoutDates(text));
  const title = tidy(first);
  const isOne = wordsIn(title) >= 2 && wordsIn(title) <= LONGEST_TITLE && /^[\p{Lu}\p{N}]/u.test(title);
  return isOne && !SIGNPOST.test(title) ? { ...NOTHING, title } : NOTHING;
}

function assemble(before: string, title: string, after: string, shown: Typography): Parts {
  const names = namesIn(withoutDates(before));
  const behind = container(after, shown);
  const bare = title.replace(FORMAT_NOTES, '');
  return { ...NOTHING, title: bare || title, ...behind, ...names, publisher: behind.publisher ?? names.publisher };
}

/** "(PDF) (Report)", "(2nd ed.)" behind a title say what kind of thing it is. */
const FORMAT_NOTES =
  /(?:\s*\((?:[^()]{0,30}\b(?:eds?|edn|edition|rev|pdf|report|thesis|dissertation|press release|video|podcast|in \p{Lu}\p{L}+)\b\.?[^()]{0,20})\)){1,3}$/iu;
const LEADING_NOTES = /^[\s.,;:]*(?:\([^()]{1,60}\)[\s.,;:]*){1,3}/;

/** "(Bergen: Saltmarsh Press, 2031)", "(2nd edn, Saltmarsh Press 2031)": the imprint in notes of Chicago and of Oxford. */
const IMPRINT =
  /^[\s.,;:]*\((?:[^(),]{1,20} edn?\.?, )?(?:(\p{Lu}[\p{L} .,]{1,40}):\s*)?(\p{Lu}[^():\d]{2,60}?),? (?:1[5-9]|20)\d\d[a-z]?\)/u;

/** "; second ed.", ", 3rd edn," */
const EDITION =
  /^[\s.,;:]*(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|revised|rev\.|new) ed(?:n|ition)?\b[\s.,;:]*/i;

/** What stands after a title: the journal, the site, or "Place: Publisher". */
function container(after: string, { italics }: Typography): Pick<Parts, 'container' | 'publisher'> {
  // A quotation from the source can follow, and what is said of it.
  const words = withoutDates(after)
    .split(/ [“"„«]/u)[0]!
    .replace(EDITION, ' ');
  const italic = italics.find((i) => i.length > 1 && words.slice(0, 40 + i.length).includes(i));
  if (italic !== undefined) return { container: tidy(italic), publisher: null };
  const imprint = IMPRINT.exec(after);
  if (imprint && (imprint[1] !== undefined || PUBLISHER.test(imprint[2]!)))
    return { container: null, publisher: tidy(imprint[2]!) };
  const [first = ''] = segments(words.replace(LEADING_NOTES, '').replace(/^[\s.,;:–—|-]+/u, ''));
  const name = tidy(first.replace(/^(?:in|from|via)[: ]+/i, '').split(/[,;(]|\b(?:vol|no|pp?)\./i)[0]!);
  const place = /^[\p{L} .]{2,40}:\s*(.+)$/u.exec(name)?.[1];
  if (place !== undefined) return { container: null, publisher: place };
  const domain = name.split(' ')[0]!;
  if (DOMAIN.test(domain)) return { container: domain, publisher: null };
  if (!/^[\p{Lu}\p{N}][^]*\p{L}/u.test(name) || name.length > 120 || SIGNPOST.test(name))
    return { container: null, publisher: null };
  return PUBLISHER.test(name) ? { container: null, publisher: name } : { container: name, publisher: null };
}

/** Parts that end with a full stop: not the stop of an initial or an abbreviation of one or two letters. */
function segments(text: string): string[] {
  return text
    .split(/(?<=[\p{L}\p{N})”"’]{3}|\.\))[.?!]\s+(?=[\p{Lu}\p{N}“"])/u)
    .map((part) => tidy(part))
    .filter((part) => part !== '');
}
