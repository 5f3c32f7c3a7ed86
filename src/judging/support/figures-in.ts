import { ENGLISH } from '../../languages/en.js';
import { figures, type Figure } from '../text/figures.js';
import { plain } from '../text/normalise.js';
import { readQuantities, type Quantity } from '../text/quantities.js';

/** What a text states in figures. */
export interface StatedFigures {
  readonly dates: readonly Figure[];
  /** Numbers, amounts and percentages with their units; a range is one. */
  readonly quantities: readonly Quantity[];
}

/** "The 2018–19 season": the second figure is the end of a year's name, no number. */
const END_OF_YEARS = /(?<=(?<!\p{Nd})(?:1[5-9]|20)\p{Nd}{2})[-/]\p{Nd}{2}(?!\p{Nd})/gu;

/** The figures of one text. Linear in its length. */
export function figuresIn(text: string): StatedFigures {
  const form = plain(text).replace(END_OF_YEARS, '');
  const all = figures(form, ENGLISH);
  if (all.length === 0) return { dates: [], quantities: [] };
  const dates = all.filter(({ kind }) => kind === 'date');
  return { dates, quantities: readQuantities({ text: form, figures: all, language: ENGLISH }).all };
}
