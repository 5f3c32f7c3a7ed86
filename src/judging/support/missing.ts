import { agree } from '../text/agreement.js';
import type { Figure } from '../text/figures.js';
import { canBothBe, type Quantity } from '../text/quantities.js';
import type { ClaimWords } from './claim-words.js';
import { initials, type SourceFigures, type SourceIndex } from './source-index.js';

/** What a claim states that a source lacks, as the claim writes it. */
export interface Missing {
  readonly years: readonly string[];
  /** Days and months of dates. */
  readonly dates: readonly string[];
  /** Percentages, amounts of money, and other numbers. */
  readonly percentages: readonly string[];
  readonly amounts: readonly string[];
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** Compares figures by what they mean, names by their words. */
export function missingFrom(claim: ClaimWords, source: SourceIndex): Missing {
  const made = { years: [], dates: [], percentages: [], amounts: [], numbers: [], names: [] } as Record<keyof Missing, string[]>;
  for (const date of claim.dates) {
    const kind = missingDate(date, source);
    if (kind) made[kind].push(date.text);
  }
  for (const quantity of claim.quantities) {
    if (isIn(quantity, source)) continue;
    made[quantity.kind === 'percentage' ? 'percentages' : quantity.kind === 'amount' ? 'amounts' : 'numbers'].push(quantity.text);
  }
  for (const { text, stems } of claim.names) {
    const lacking = stems.filter((stem) => !source.postings.has(stem));
    if (lacking.length === 0 || isShortened(text, source)) continue;
    made.names.push(text);
  }
  return made;
}

/** "World Health Organization" for "WHO" and the other way round. */
function isShortened(name: string, source: SourceIndex): boolean {
  if (/^\p{Lu}{2,6}$/u.test(name)) return source.initials().has(name);
  return initials(name).some((each) => each.length > 2 && source.postings.has(each.toLowerCase()));
}

function missingDate(date: Figure, source: SourceIndex): 'years' | 'dates' | null {
  const { dates } = source.figures();
  if (dates.some((other) => agree(date, other))) return null;
  const [, year] = /^(\d{4})/.exec(date.date!) ?? [];
  if (year === undefined) return 'dates';
  const hasYear = dates.some((other) => other.date!.startsWith(year)) || source.postings.has(year);
  return hasYear ? (date.date === year ? null : 'dates') : 'years';
}

/** Whether the source states the quantity in any form: rounded, in a range, as a bare number. */
export function isIn(quantity: Quantity, source: SourceIndex): boolean {
  if (isAmong(quantity, source.figures())) return true;
  // What is no figure to the reader of figures: part of a name, a score, a column of a table.
  const digits = /\p{Nd}+(?:[.,]\p{Nd}+)*/u.exec(quantity.text)?.[0].replace(/,(?=\p{Nd}{3})/gu, '');
  return digits !== undefined && source.postings.has(digits);
}

export function isAmong(quantity: Quantity, { quantities }: Pick<SourceFigures, 'quantities'>): boolean {
  return quantities.some((other) => isSame(quantity, other));
}

/** A source may leave out the unit or the currency, but a percentage is no amount. */
export function isSame(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind && one.kind !== 'number' && other.kind !== 'number') return false;
  if (one.measure !== null && other.measure !== null && one.measure !== other.measure) return false;
  return canBothBe({ ...one, bound: null }, { ...other, bound: null });
}
