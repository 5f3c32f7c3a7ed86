import { agree } from '../text/agreement.js';
import type { Figure } from '../text/figures.js';
import { ENGLISH } from '../../languages/en.js';
import { canBothBe, type Quantity } from '../text/quantities.js';
import type { ClaimWords, Name } from './claim-words.js';
import { likest } from './likeness.js';
import type { StatedFigures } from './figures-in.js';
import { initials, type SourceIndex } from './source-index.js';
import { termsOf } from './terms.js';

/** What a claim states that a source lacks, as the claim writes it. */
export interface Missing {
  readonly years: readonly string[];
  /** Days and months of a year that the source has. */
  readonly dates: readonly string[];
  readonly percentages: readonly string[];
  readonly amounts: readonly string[];
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** Figures are compared by what they mean, names by their words. */
export function missingFrom(claim: ClaimWords, source: SourceIndex): Missing {
  const { years, dates } = missingDates(claim.dates, source);
  const lacking = claim.quantities.filter((quantity) => isTelling(quantity) && !isIn(quantity, source));
  const texts = (kind: Quantity['kind']): string[] =>
    lacking.filter((each) => each.kind === kind).map(({ text }) => text);
  return {
    years,
    dates,
    percentages: texts('percentage'),
    amounts: texts('amount'),
    numbers: texts('number'),
    names: claim.names.filter((name) => isLacking(name, source)).map(({ text }) => text),
  };
}

/** All that is missing, figures before names. */
export const allMissing = ({ years, dates, percentages, amounts, numbers, names }: Missing): string[] => [
  ...new Set([...years, ...dates, ...percentages, ...amounts, ...numbers, ...names]),
];

/** Stems of the claim's figures that the source states as exactly in another form: "11,500,000", "11.5 million". */
export function statedOtherwise(claim: ClaimWords, source: SourceIndex): ReadonlySet<string> {
  const { dates, quantities } = source.figures();
  const stated = [
    ...claim.dates.filter((mine) => dates.some(({ date }) => date!.startsWith(mine.date!))),
    ...claim.quantities.filter((mine) =>
      quantities.some((other) => mine.low === other.low && mine.high === other.high && isSame(mine, other)),
    ),
  ];
  const stems = stated.flatMap(({ text }) => termsOf(text).map(({ stem }) => stem));
  return new Set(stems.filter((stem) => !source.postings.has(stem)));
}

/** How many of the claim's figures are missing. */
export const figuresMissing = ({ years, dates, percentages, amounts, numbers }: Missing): number =>
  years.length + dates.length + percentages.length + amounts.length + numbers.length;

/** Small numbers in words count what the source may list: "three" tickets that it names one by one. */
export const isTelling = ({ text, high, measure }: Quantity): boolean =>
  /\p{Nd}/u.test(text) || high > 12 || measure !== null;

function missingDates(dates: readonly Figure[], source: SourceIndex): Pick<Missing, 'years' | 'dates'> {
  const missing = { years: [] as string[], dates: [] as string[] };
  for (const date of dates) {
    if (source.figures().dates.some((other) => isSameDate(date, other))) continue;
    const [, year, month, day] = /^(\d{4}|-)-?(\d\d)?-?(\d\d)?/.exec(date.date!) ?? [];
    if (year !== undefined && year !== '-' && !hasYear(year, source)) missing.years.push(date.text);
    else if (month !== undefined && !(hasMonth(month, source) && (day === undefined || hasNumber(Number(day), source))))
      missing.dates.push(date.text);
  }
  return missing;
}

/** A day without its year can be of any year, and states none. */
const isSameDate = (mine: Figure, other: Figure): boolean =>
  agree(mine, other) && !(/^\d{4}$/.test(mine.date!) && other.date!.startsWith('--'));

const hasNumber = (value: number, source: SourceIndex): boolean =>
  source.postings.has(String(value)) || source.postings.has(String(value).padStart(2, '0'));
const hasYear = (year: string, source: SourceIndex): boolean =>
  source.postings.has(year) || source.figures().dates.some(({ date }) => date!.startsWith(year));
const hasMonth = (month: string, source: SourceIndex): boolean =>
  hasNumber(Number(month), source) ||
  source.figures().dates.some(({ date }) => date!.slice(date!.startsWith('--') ? 2 : 5).startsWith(month)) ||
  [...ENGLISH.figures.months].some(([name, number]) => number === month && name !== 'may' && source.postings.has(name));

/** Whether the source states the quantity in any form: rounded, in a range, as a bare number. */
function isIn(quantity: Quantity, source: SourceIndex): boolean {
  if (isAmong(quantity, source.figures())) return true;
  // What is no figure to the reader of figures: part of a name, a score, a column of a table; and a year before a noun.
  if (quantity.kind !== 'number') return false;
  const digits = /\p{Nd}+(?:[.,]\p{Nd}+)*/u.exec(quantity.text)?.[0].replace(/,(?=\p{Nd}{3})/gu, '');
  return (
    digits !== undefined &&
    (source.postings.has(digits) || (/^(?:1[5-9]|20)\d\d$/.test(digits) && hasYear(digits, source)))
  );
}

export const isAmong = (quantity: Quantity, { quantities }: Pick<StatedFigures, 'quantities'>): boolean =>
  quantities.some((other) => isSame(quantity, other));

/** A source may leave out the unit or the currency, but a percentage is no amount. */
export function isSame(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind && one.kind !== 'number' && other.kind !== 'number') return false;
  if (one.measure !== null && other.measure !== null && one.measure !== other.measure) return false;
  return canBothBe({ ...one, bound: null }, { ...other, bound: null });
}

/** From this likeness in spelling on a name is there in another form: "Libyan", "Libya". */
const SAME_NAME = 0.6;

/** At least half of its words are nowhere in the source, in no other form and not in its initials. */
function isLacking({ text, stems }: Name, source: SourceIndex): boolean {
  const lacking = stems.filter((stem) => !source.postings.has(stem));
  if (lacking.length === 0 || lacking.length * 2 < stems.length) return false;
  if (/^\p{Lu}{2,6}$/u.test(text)) return !source.initials().has(text);
  if (initials(text).some((each) => source.abbreviations().has(each))) return false;
  return lacking.some((stem) => likest(stem, source.postings.keys()) < SAME_NAME);
}
