import type { EditorTagKind } from '../judging/evidence.js';
import { LANGUAGES } from '../languages/languages.js';

/** The templates by which editors of wikis ask for evidence or clearer words, and what they show. */
const BY_NAME = new Map(
  LANGUAGES.flatMap(({ wiki }) =>
    (Object.entries(wiki.tags) as [EditorTagKind, string][]).flatMap(([kind, names]) =>
      names.split('|').map((name) => [name, kind] as const),
    ),
  ),
);

/** What a template of that name asks for; null when it is none of these. */
export const tagOfTemplate = (name: string): EditorTagKind | null => BY_NAME.get(name) ?? null;

/** Whether the text of a tag of that name stands in the article: "{{citation needed span|text=…}}". */
export const coversText = (name: string): boolean => LANGUAGES.some(({ wiki }) => wiki.tagsWithText.test(name));

/** What a tag on a page asks for, by what it shows: "[citation needed]", "[by whom?]". */
export function tagShown(shown: string): EditorTagKind | null {
  const name = shown
    .replace(/[[\]\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return tagOfTemplate(name) ?? tagOfTemplate(name.replace(/ ?[-–—].*$/, '')) ?? tagOfTemplate(name.replace(/\?$/, ''));
}

const MONTHS = new Map(LANGUAGES.flatMap(({ figures }) => [...figures.months]));
const MONTH_YEAR = new RegExp(`(?<!\\p{L})(${[...MONTHS.keys()].join('|')})\\s+(?:de\\s+)?(\\d{4})\\b`, 'iu');

/** "May 2021", as these templates are dated, in ISO 8601; null without a date. */
export function tagDate(text: string): string | null {
  const match = MONTH_YEAR.exec(text);
  if (!match) return /\b\d{4}-\d{2}\b/.exec(text)?.[0] ?? null;
  return `${match[2]!}-${MONTHS.get(match[1]!.toLowerCase())!}`;
}
