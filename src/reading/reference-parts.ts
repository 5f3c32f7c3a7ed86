import { dateIn, withoutDates } from './reference-dates.js';

/** A reference's words, told apart as far as its form tells them apart. */
export interface Parts {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly container: string | null;
}

const NOTHING: Parts = { title: null, authors: [], publisher: null, container: null };

/** Words that names of organisations have and names of people have not. */
const ORGANISATION =
  /\b(?:the|of|for|and|agency|association|authority|board|bank|blog|bureau|center|centre|city|college|commission|committee|company|corp|corporation|council|court|daily|department|foundation|gazette|government|group|herald|house|inc|institute|international|journal|laboratory|ltd|magazine|media|ministry|museum|national|network|news|newspaper|office|organi[sz]ation|parliament|party|police|post|press|publishing|publishers|research|review|school|service|society|state|telegraph|times|tribune|union|university|verlag|wire|world)\b/i;
const PUBLISHER =
  /\b(?:press|publish\w*|verlag|university|institute|books|edition|éditions|group|ltd|inc|foundation|ministry|council|commission|agency|company)\b/i;
const WORD = String.raw`\p{Lu}[\p{L}'’-]*`;
const INITIALS = String.raw`(?:\p{Lu}\.[ -]?){1,4}|\p{Lu}{1,3}`;
/** "Okoro, J. P.", "Okoro, Jane", "Okoro JP", "Jane P. Okoro". */
const PERSON = new RegExp(
  `^(?:(?:(?:van|von|de|der|den|di|da|la|le) )*${WORD}(?: ${WORD})?,? (?:${INITIALS}|${WORD}(?: ${INITIALS})?)|${WORD}(?: (?:${INITIALS}|${WORD})){1,3})$`,
  'u',
);

/**
 * What the reference says, from its form:
 * 1. a title in quotation marks, whatever stands before and after it;
 * 2. "Authors (2031). Title. Container" (APA), also with a newspaper or an office in front;
 * 3. "Surname AB, Surname CD. Title. Journal. 2031;12:3" (Vancouver) and "Surname, Given. Title. Place: Publisher, 2031" (Chicago);
 * 4. two or more parts set apart by stops, bars or dashes, with a date beside them: publisher and title.
 * Bare words without any such form are nothing: "Company statement" or "Ibid." is no title.
 *
 * @param words without addresses, identifiers and access dates
 */
export function partsOf(words: string): Parts {
  const text = words.replace(/\s+/g, ' ').trim();
  return quoted(text) ?? dated(text) ?? named(text) ?? divided(text) ?? NOTHING;
}

const QUOTES: readonly RegExp[] = [
  /[“„«]\s?([^“”„«»]{2,300}?)\s?[”“»]/u,
  /"([^"]{2,300})"/,
  /(?:^|[\s(,.])‘(.{8,300}?)’(?=$|[\s,.;:)])/u,
  /(?:^|[\s(,.])'(.{8,300}?)'(?=$|[\s,.;:)])/u,
];

function quoted(text: string): Parts | null {
  for (const quote of QUOTES) {
    const match = quote.exec(text);
    const title = match?.[1]?.replace(/[.,;\s]+$/, '');
    if (!match || !title || !/\p{L}/u.test(title)) continue;
    return assemble(text.slice(0, match.index), title, text.slice(match.index + match[0].length));
  }
  return null;
}

function dated(text: string): Parts | null {
  const match = /^([^()]{2,300}?)[.,]?\s*\(([^()]{4,40})\)\s*[.,:]?\s+(.+)$/.exec(text);
  if (!match || dateIn(match[2]!) === null) return null;
  const [title, ...after] = segments(match[3]!);
  if (title === undefined || wordsIn(match[1]!) > 40 || wordsIn(title) < 2) return null;
  return assemble(match[1]!, title, after.join('. '));
}

const VANCOUVER = new RegExp(
  `^((?:${WORD}(?: ${WORD})? \\p{Lu}{1,3}, ){0,30}${WORD}(?: ${WORD})? \\p{Lu}{1,3}(?:, et al)?)\\. (.+)$`,
  'u',
);
const CHICAGO = new RegExp(
  `^(${WORD}, ${WORD}(?: ${INITIALS})?(?:,? and ${WORD}(?: (?:${INITIALS}|${WORD})){1,2})?)\\.? (.+)$`,
  'u',
);

function named(text: string): Parts | null {
  const match = VANCOUVER.exec(text) ?? CHICAGO.exec(text);
  if (!match) return null;
  const [title, ...after] = segments(match[2]!);
  if (title === undefined || wordsIn(title) < 2 || after.length === 0) return null;
  return assemble(match[1]!, title, after.join('. '));
}

function divided(text: string): Parts | null {
  if (dateIn(text) === null) return null;
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

function assemble(before: string, title: string, after: string): Parts {
  const names = namesIn(withoutDates(before));
  const behind = container(after);
  return { ...NOTHING, title, ...behind, ...names, publisher: behind.publisher ?? names.publisher };
}

/** What stands before a title: people, or an organisation. */
function namesIn(text: string): Pick<Parts, 'authors' | 'publisher'> {
  const names = tidyNames(text);
  const clean = names.replace(/,? et al\.?$/i, '').replace(/^by /i, '');
  if (!/^\p{L}/u.test(clean) || clean.length > 300) return { authors: [], publisher: null };
  const authors = clean
    .split(/\s*;\s*|,?\s*&\s*|,?\s+and\s+/u)
    .flatMap(pairNames)
    .map(tidyNames);
  const people = authors.every(
    (name) => !ORGANISATION.test(name) && (PERSON.test(name) || (clean !== names && wordsIn(name) < 3)),
  );
  if (people) return { authors, publisher: null };
  return { authors: [], publisher: tidy(clean.split(/[:.;]\s/u)[0]!) || null };
}

/** The stop of an initial belongs to the name. */
const tidyNames = (text: string) =>
  text
    .replace(/^[\s.,;:–—|-]+|[\s,;:–—|-]+$/gu, '')
    .replace(/(?<![\s.]\p{Lu})[.\s,;:]+$/u, '')
    .replace(/\s+/g, ' ');

/** "Okoro, J., Lee, K." → "Okoro, J.", "Lee, K."; "Jane Okoro, Lee Wu" → each. */
function pairNames(list: string): string[] {
  const parts = list
    .split(/,\s+/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const isInitials = (part: string | undefined) =>
    part !== undefined && new RegExp(`^(?:${INITIALS})$`, 'u').test(part);
  if (parts.length === 2 && wordsIn(parts[0]!) <= 2 && wordsIn(parts[1]!) <= 2 && !/ \p{Lu}{1,3}$/u.test(parts[0]!)) {
    return wordsIn(parts[0]!) === 1 || isInitials(parts[1]) ? [parts.join(', ')] : parts;
  }
  const names: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    if (isInitials(parts[i + 1])) {
      names.push(`${parts[i]!}, ${parts[i + 1]!}`);
      i += 1;
    } else names.push(parts[i]!);
  }
  return names;
}

/** What stands after a title: the journal, the site, or "Place: Publisher". */
function container(after: string): Pick<Parts, 'container' | 'publisher'> {
  const first = segments(withoutDates(after).replace(/^[\s.,;:–—|-]+/u, ''))[0] ?? '';
  const name = tidy(first.replace(/^(?:in|from|via)[: ]+/i, '').split(/[,;(]|\b(?:vol|no|pp?)\./i)[0]!);
  const place = /^[\p{L} .]{2,40}:\s*(.+)$/u.exec(name)?.[1];
  if (place !== undefined) return { container: null, publisher: place };
  if (!/^[\p{Lu}\p{N}][^]*\p{L}/u.test(name) || name.length > 120) return { container: null, publisher: null };
  return PUBLISHER.test(name) ? { container: null, publisher: name } : { container: name, publisher: null };
}

/** Parts that end with a full stop: not the stop of an initial or an abbreviation of one or two letters. */
function segments(text: string): string[] {
  return text
    .split(/(?<=[\p{L}\p{N})”"’]{3})[.?!]\s+(?=[\p{Lu}\p{N}“"])/u)
    .map((part) => tidy(part))
    .filter((part) => part !== '');
}

const tidy = (text: string) => text.replace(/^[\s.,;:–—|-]+|[\s.,;:–—|-]+$/gu, '').replace(/\s+/g, ' ');
const wordsIn = (text: string) => text.split(' ').filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
