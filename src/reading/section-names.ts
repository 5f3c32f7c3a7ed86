import { ENGLISH } from '../languages/en.js';
import type { Language, SectionRole } from '../languages/language.js';
import { LANGUAGES } from '../languages/languages.js';
import { WORDLESS } from '../languages/wordless.js';

/**
 * Whether a heading names a section of that kind: in the article's language, or in English, which systems of publishing
 * speak under texts in every language.
 */
export function isSectionOf(role: SectionRole, heading: string, { sections }: Language): boolean {
  const name = folded(heading);
  return name.length <= 80 && (sections[role].test(name) || ENGLISH.sections[role].test(name));
}

/** The same in any language, where the article's is not told yet. */
export const isSectionInAny = (role: SectionRole, heading: string): boolean =>
  [...LANGUAGES, WORDLESS].some((language) => isSectionOf(role, heading, language));

const folded = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[\s\d.):#]+|[\s:.!…]+$/g, '')
    .trim();
