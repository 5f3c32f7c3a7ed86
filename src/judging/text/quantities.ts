import type { Language } from '../../languages/language.js';
import type { Figure } from './figures.js';
import type { Statement } from './statements.js';
import { unitOf, type Unit } from './units.js';
import { stem } from './words.js';

/** A number, amount or percentage with what the words around it make of it: a range, a unit, a bound, a rough number. */
export interface Quantity {
  readonly kind: Figure['kind'];
  readonly currency: string | null;
  /** What it measures, or the unit as written where that converts into none; null for a bare number. */
  readonly measure: string | null;
  /** In the plainest unit of what it measures; equal unless it is a range. */
  readonly low: number;
  readonly high: number;
  /** The step in which it is stated. */
  readonly step: number;
  /** "About", "nearly". */
  readonly rough: boolean;
  /** "At least", "up to", as written; null when it is not left open. */
  readonly bound: string | null;
  /** As written, with its unit. */
  readonly text: string;
}

/** The quantities of a statement, and the words that are part of them. */
export interface Quantities {
  readonly all: readonly Quantity[];
  /** Stems of units and of words such as "approximately": no part of what the quantities are stated of. */
  readonly stems: ReadonlySet<string>;
  /** The text without the words that make two figures a range. */
  readonly text: string;
}

/** How far before a figure such words stand. In UTF-16 units. */
const REACH = 24;

export const isRough = (text: string, figure: Figure, { figures }: Language): boolean =>
  figures.rough.test(before(text, figure));

export const boundOf = (text: string, figure: Figure, { figures }: Language): string | null =>
  figures.bound.exec(before(text, figure))?.[1]!.toLowerCase() ?? null;

export const before = (text: string, { start }: Pick<Figure, 'start'>): string =>
  text.slice(Math.max(0, start - REACH), start);

const read = new WeakMap<Statement, Quantities>();

/** Read once: a statement is compared many times. */
export function quantitiesOf(statement: Statement): Quantities {
  let known = read.get(statement);
  if (!known) read.set(statement, (known = readQuantities(statement)));
  return known;
}

/** A figure with the unit behind it. */
interface Measured {
  readonly figure: Figure;
  readonly unit: Unit | null;
  readonly end: number;
}

/** The quantities of a text whose figures are known. Offsets of the figures are in the text, which is in its plain form. */
export function readQuantities({
  text,
  figures,
  language,
}: Pick<Statement, 'text' | 'figures' | 'language'>): Quantities {
  const measured = figures.filter(({ kind }) => kind !== 'date').map((figure) => measure(text, figure, language));
  const all: Quantity[] = [];
  const stems = new Set<string>();
  const dropped: [number, number][] = [];
  const drop = (from: number, to: number): void => {
    for (const word of text
      .slice(from, to)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [])
      stems.add(stem(word, language));
  };
  for (let i = 0; i < measured.length; i++) {
    const [first, next] = [measured[i]!, measured[i + 1]];
    const words = next ? rangeBetween(text, first.figure, next.figure, language) : null;
    const last = words ? next! : first;
    const made = words ? rangeOf(first, next!) : null;
    if (words && made) {
      dropped.push(words.opening, [first.end, next!.figure.start]);
      i++;
    }
    const end = made ? last : first;
    drop(end.figure.end, end.end);
    const rough = language.figures.rough.exec(before(text, first.figure));
    if (rough) drop(first.figure.start - rough[0].length, first.figure.start);
    all.push({
      ...(made ?? single(first)),
      rough: rough !== null,
      bound: boundOf(text, first.figure, language),
      text: text.slice(first.figure.start, end.end),
    });
  }
  return { all, stems, text: without(text, dropped) };
}

type Size = Omit<Quantity, 'rough' | 'bound' | 'text'>;

function single({ figure, unit }: Measured): Size {
  const { kind, currency } = figure;
  const factor = unit?.factor ?? 1;
  const value = figure.value! * factor;
  const measure = unit?.dimension ?? figure.unit;
  return { kind, currency, measure, low: value, high: value, step: figure.step! * factor };
}

/** A unit that is written to the figure, or the word behind it: "5km", "5 km", "5-hour", "5 hours". */
function measure(text: string, figure: Figure, language: Language): Measured {
  if (figure.unit !== null) return { figure, unit: figure.measure, end: figure.end };
  const word =
    figure.kind === 'number'
      ? /^[\s-]?(\p{L}{1,12})(?![\p{L}\p{N}])/u.exec(text.slice(figure.end, figure.end + 16))
      : null;
  // A lone capital is a name: "40 M".
  const unit = word && !/^\p{Lu}$/u.test(word[1]!) ? unitOf(word[1]!.toLowerCase(), language) : null;
  return { figure, unit, end: unit ? figure.end + word![0].length : figure.end };
}

/**
 * "Between 10 and 12", "10–12", "10 to 12"; not "from 10 to 12", which as often tells of a change.
 *
 * @returns where the word that opens it stands (an empty stretch when there is none); null when it is no range
 */
function rangeBetween(
  text: string,
  first: Figure,
  next: Figure,
  { figures: { range } }: Language,
): { readonly opening: [number, number] } | null {
  const joint = text.slice(first.end, next.start);
  if (joint.length > REACH) return null;
  const link = range.link.exec(joint)?.[1];
  const lead = before(text, first);
  const between = range.between.exec(lead);
  if (link === range.and) return between ? { opening: [first.start - between[0].length, first.start] } : null;
  return link !== undefined && !range.from.test(lead) ? { opening: [first.start, first.start] } : null;
}

/** The lower end takes what only the upper one is written with: "10–12 km", "between 1 and 2 million". */
function rangeOf(first: Measured, last: Measured): Size | null {
  const [from, to] = [first.figure, last.figure];
  const isBare = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u.test(from.text);
  if (!isBare && (from.kind !== to.kind || from.currency !== to.currency)) return null;
  if (first.unit && first.unit.dimension !== last.unit?.dimension) return null;
  const upper = single(last);
  const digits = Number(/\p{Nd}+(?:\.\p{Nd}+)?/u.exec(to.text.replaceAll(',', ''))?.[0] ?? NaN);
  const scale =
    isBare && digits > 0 && to.value! / digits >= 1000 && from.value! < to.value! / 1000 ? to.value! / digits : 1;
  const low = from.value! * scale * (first.unit ?? last.unit ?? { factor: 1 }).factor;
  return low < upper.high ? { ...upper, low } : null;
}

function without(text: string, dropped: readonly (readonly [number, number])[]): string {
  let kept = '';
  let from = 0;
  for (const [start, end] of dropped) {
    kept += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  return kept + text.slice(from);
}

/** Rough figures agree when they differ by no more than this share of the greater; so do round ones and what they round. */
const ROUGHLY = 0.1;

/**
 * Whether both can be true of one thing: one is the other in its own precision ("1.2 million", 1,234,567); a round number
 * for one that rounds to it (17,000 for 16,944); a rough one within a tenth; a range that holds it; another bound.
 */
export function canBothBe(a: Quantity, b: Quantity): boolean {
  if (a.bound !== b.bound) return true;
  const gap = Math.max(a.low - b.high, b.low - a.high, 0);
  if (gap <= Math.max(a.step / 2, b.step / 2, 1e-9 * Math.max(Math.abs(a.high), Math.abs(b.high)))) return true;
  const isNear = gap <= ROUGHLY * Math.max(Math.abs(a.high), Math.abs(b.high));
  return isNear && (a.rough || b.rough || isRounded(a, b) || isRounded(b, a));
}

/** Numbers under this are counted out rather than rounded: 40 is not 38. */
const ROUND_FROM = 100;

/** The first is a round number to which the other rounds, in as many digits as it has before its zeros. */
function isRounded(round: Quantity, { low, high }: Quantity): boolean {
  if (round.low !== round.high || low !== high || round.high < ROUND_FROM || round.kind === 'percentage') return false;
  const written = Math.round(round.high / round.step);
  let place = 1;
  while (written % (place * 10) === 0 && written >= place * 10) place *= 10;
  // Of what is written in thousands or with decimals the step says it already.
  return place > 1 && Math.abs(low - round.high) <= (place * round.step) / 2;
}

/** Whether two quantities are of one kind, so that they can be held together at all. */
export const areAlike = (a: Quantity, b: Quantity): boolean =>
  a.kind === b.kind &&
  a.measure === b.measure &&
  (a.currency === b.currency || a.currency === '$' || b.currency === '$');
