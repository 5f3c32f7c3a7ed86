import { LANGUAGES } from '../languages/languages.js';

/**
 * What a copy of a wiki's page as text keeps of the links that stand beside its headings and notes. After MediaWiki, whose
 * skins write them so.
 */

const EDIT_LINK = new RegExp(
  `(?:^|\\S)(\\s{0,20}\\[ ?(?:${LANGUAGES.map(({ wiki }) => wiki.edit).join('|')}) ?\\]\\s{0,20})$`,
  'iu',
);
/** No heading with its link is longer, in UTF-16 units. */
const LONGEST = 200;

/** Where a heading ends before its "[edit]": 0 when the line is nothing else; null without one. */
export function endBeforeEditLink(line: string): number | null {
  const link = line.length > LONGEST ? null : EDIT_LINK.exec(line);
  return link ? line.length - link[1]!.length : null;
}

/** "^ ", "↑ a b ", "^ Jump up to: a b ": the links from a note back to where it is cited. */
const BACK_LINKS = /^\s{0,20}[\^↑]\s{1,5}(?:Jump up(?: to)?: ?\s?)?(?:a b(?: [a-z]| a[a-z]){0,50}\s+)?(?=\S)/;

/** How many characters of a line are such links; 0 when it opens with none. */
export const backLinksLength = (line: string): number => BACK_LINKS.exec(line)?.[0].length ?? 0;

/** "2.1 Ferries": a line of the table of contents, under its heading. */
export const isContentsLine = (line: string): boolean =>
  line.length <= LONGEST && /^\s*\d{1,2}(?:\.\d{1,2}){0,4}\s+\p{L}[^!?]*$/u.test(line) && !/[.;:]\s*$/.test(line);

/** The lines below the title: whose wiki it is, and a link for screen readers. */
const BELOW_TITLE = /^\s*(?:From \p{Lu}[\p{L}\d ]{1,40}, the free [\p{L} ]{3,30}|Jump to ?: ?navigation, ?search)\s*$/u;

export const isBelowTitle = (line: string): boolean => line.length <= LONGEST && BELOW_TITLE.test(line);
