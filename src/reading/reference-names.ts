/** Words that names of organisations have and names of people have not. */
const ORGANISATION =
  /\b(?:the|of|for|and|ag|agency|association|authority|board|bank|blog|bureau|center|centre|city|college|commission|committee|company|corp|corporation|council|court|daily|department|foundation|gazette|guardian|observer|chronicle|advertiser|examiner|mercury|gmbh|government|group|herald|house|inc|institute|international|journal|lab|laboratory|labs|llc|ltd|magazine|media|ministry|museum|national|network|news|newspaper|office|organi[sz]ation|parliament|party|plc|police|post|press|program|programme|publishing|publishers|research|review|school|service|society|state|telegraph|times|tribune|trust|union|university|verlag|wire|world)\b/i;
const WORD = String.raw`\p{Lu}[\p{L}'’-]*`;
const INITIALS = String.raw`(?:\p{Lu}\.[ -]?){1,4}|\p{Lu}{1,3}`;
const PARTICLES = '(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]i|[Dd]a|[Ll]a|[Ll]e) ){0,3}';
/** "Okoro, J. P.", "Okoro, Jane", "Okoro JP", "Jane P. Okoro", "J. Okoro". */
const PERSON = new RegExp(
  `^(?:${PARTICLES}${WORD}(?: ${WORD})?,? (?:${INITIALS}|${WORD}(?: ${INITIALS})?)|${WORD}(?: (?:${INITIALS}|${WORD})){1,3}|(?:\\p{Lu}\\.[ -]?){1,4}${PARTICLES}${WORD}(?: ${WORD})?)$`,
  'u',
);

/** "Surname AB, Surname CD", with "et al" or without. */
export const VANCOUVER_NAMES = `(?:${WORD}(?: ${WORD})? \\p{Lu}{1,3}, ){0,30}${WORD}(?: ${WORD})? \\p{Lu}{1,3}(?:, et al)?`;
/** "Surname, Given", with "and Given Surname" or without. */
export const CHICAGO_NAMES = `${WORD}, (?:${WORD}|\\p{Lu}\\.)(?: (?:${INITIALS}))?(?:,? and ${WORD}(?: (?:${INITIALS}|${WORD})){1,2})?`;

export interface Names {
  readonly authors: readonly string[];
  readonly publisher: string | null;
}

/** What stands before a title: people, or an organisation. */
export function namesIn(text: string): Names {
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
  return { authors: [], publisher: tidy(clean.split(/(?<!\b\p{Lu})[:.;]\s/u)[0]!) || null };
}

/** The stop of an initial belongs to the name. */
const tidyNames = (text: string) =>
  text
    .replace(/^[\s.,;:–—|-]+|[\s,;:–—|-]+$/gu, '')
    .replace(/(?<=(?:^|[\s.-])\p{Lu}\.)[.\s,;:]+$/u, '')
    .replace(/(?<!(?:^|[\s.-])\p{Lu})[.\s,;:]+$/u, '')
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

export const isPerson = (name: string): boolean => !ORGANISATION.test(name) && PERSON.test(name);

/** Without white space and punctuation at its ends, white space folded. */
export const tidy = (text: string): string => text.replace(/^[\s.,;:–—|-]+|[\s.,;:–—|-]+$/gu, '').replace(/\s+/g, ' ');

export const wordsIn = (text: string): number => text.split(' ').filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
