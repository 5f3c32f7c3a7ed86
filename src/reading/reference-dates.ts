import { LANGUAGES } from '../languages/languages.js';

/** Lists of references name months in other languages than the article's, too. */
const MONTHS = new Map(LANGUAGES.flatMap(({ figures }) => [...figures.months]));
const MONTH = `(?:${[...MONTHS.keys()].join('|')})\\b\\.?`;
const YEAR = '(?:1[5-9]|20)\\d\\d';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|\\.)?';
/** "3 de mayo de 2031", "3rd of May 2031" */
const OF = '(?: (?:of|del?))?';

/** How dates are written, the most precise first; each with the place of year, month and day among its groups. */
const FORMS: readonly (readonly [RegExp, { readonly y: number; readonly m?: number; readonly d?: number }])[] = [
  [new RegExp(`\\b(${YEAR})-(0[1-9]|1[0-2])-([0-3]\\d)\\b`, 'g'), { y: 1, m: 2, d: 3 }],
  [new RegExp(`\\b(${DAY})${OF} (${MONTH}),?${OF} (${YEAR})\\b`, 'gi'), { d: 1, m: 2, y: 3 }],
  [new RegExp(`\\b(\\d{1,2})\\. ?(0?[1-9]|1[0-2])\\. ?(${YEAR})\\b`, 'g'), { d: 1, m: 2, y: 3 }],
  [new RegExp(`\\b(${MONTH}) (${DAY}),? (${YEAR})\\b`, 'gi'), { m: 1, d: 2, y: 3 }],
  [new RegExp(`\\b(${YEAR}),? (${MONTH}) (${DAY})(?!\\d)`, 'gi'), { y: 1, m: 2, d: 3 }],
  [new RegExp(`\\b(${YEAR})-(0[1-9]|1[0-2])(?![-\\d])`, 'g'), { y: 1, m: 2 }],
  [new RegExp(`\\b(${MONTH}),?${OF} (${YEAR})\\b`, 'gi'), { m: 1, y: 2 }],
  [new RegExp(`\\b(${YEAR}),? (${MONTH})`, 'gi'), { y: 1, m: 2 }],
  // A year by itself: no part of a longer number, a range, an amount or a page.
  [new RegExp(`(?:^|[\\s(\\[,;/])(${YEAR})[a-d]?(?=$|[\\s)\\],;:.])(?!\\s*[–-]\\s*\\d)`, 'g'), { y: 1 }],
];

/** The first and most precise date of `text` in ISO 8601 ("2031", "2031-04", "2031-04-02"), or null. */
export const dateIn = (text: string): string | null => firstDate(text, () => true);

/**
 * The same of a date that stands apart, as dates of publication do: "Title, 2031", "Okoro (2031)", "published in 2031".
 * "It was rebuilt in 2031" and "the 2031 report" tell of something else.
 */
export const dateApartIn = (text: string): string | null => firstDate(text, standsApart);

function firstDate(text: string, isWanted: (text: string, start: number, end: number) => boolean): string | null {
  const folded = text.replace(/\s+/g, ' ');
  for (const [form, at] of FORMS) {
    for (const match of folded.matchAll(form)) {
      const month = at.m === undefined ? null : monthNumber(match[at.m]!);
      const day = at.d === undefined ? null : Number.parseInt(match[at.d]!, 10);
      if (day !== null && (day < 1 || day > 31)) continue;
      const start = match.index + match[0].search(/[\p{L}\d]/u);
      if (!isWanted(folded, start, match.index + match[0].length)) continue;
      return [match[at.y]!, month, day]
        .filter((part) => part !== null)
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    }
  }
  return null;
}

const PUBLISHING = 'published|printed|released|issued|posted|updated|presented|delivered|filed|dated|broadcast|aired';
const AFTER_PUBLISHING = new RegExp(`\\b(?:${PUBLISHING})(?: (?:in|on))?$`, 'i');
const AFTER_PREPOSITION =
  /\b(?:in|on|since|until|till|by|from|to|of|for|during|before|after|between|and|around|about)$/i;

/** "4 May" before "2031", "4" before "May 2031": the whole date was looked at before. */
const DAY_BEFORE_MONTH = new RegExp(`\\b${DAY}${OF}$`, 'i');
const REST_OF_DATE = new RegExp(`\\b${MONTH}(?: ${DAY})?,?${OF}$`, 'i');

function standsApart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd();
  const isRest = /\p{L}/u.test(text.charAt(start)) ? DAY_BEFORE_MONTH.test(before) : REST_OF_DATE.test(before);
  if (isRest) return false;
  if (/^ \p{Ll}{2}/u.test(text.slice(end, end + 4))) return false;
  if (AFTER_PUBLISHING.test(before)) return true;
  return !AFTER_PREPOSITION.test(before) && !/(?<![\p{L}.])\p{Ll}+$/u.test(before);
}

function monthNumber(name: string): number {
  return Number(MONTHS.get(name.toLowerCase().replace('.', '')) ?? name);
}

/** A date as far as it can be told without a look at its surroundings, as the source of a regular expression. */
export const ANY_DATE = `(?:${YEAR}-\\d\\d(?:-\\d\\d)?|${DAY}${OF} ${MONTH},?${OF} ${YEAR}|\\d{1,2}\\.\\d{1,2}\\.${YEAR}|${MONTH} (?:${DAY},? )?${YEAR}|${YEAR},? ${MONTH}(?: ${DAY})?|${YEAR})`;

const DATES = new RegExp(`\\(?${ANY_DATE}[a-d]?\\)?`, 'gi');

export const withoutDates = (text: string): string => text.replace(DATES, ' ');
