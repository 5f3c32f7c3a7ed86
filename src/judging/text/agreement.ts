import type { Figure } from './figures.js';
import { POINTS } from './units.js';

/**
 * Whether two figures of one kind can be the same: 2031 and 12 March 2031; Q3 2031 and August 2031; 1.2 million and
 * 1,234,567 (the coarser one's rounding); 2 km and 2,000 m. Figures of different kinds, currencies or units that do not
 * convert never are.
 */
export function agree(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false;
  if (a.date !== null && b.date !== null) return datesAgree(a.date, b.date);
  if (a.currency !== b.currency && a.currency !== '$' && b.currency !== '$') return false;
  const [x, y] = a.unit === b.unit ? [1, 1] : factorsOf(a, b);
  if (x === undefined || y === undefined) return false;
  return Math.abs(a.value! * x - b.value! * y) <= Math.max((a.step! * x) / 2, (b.step! * y) / 2, 1e-9);
}

/** What the values of two figures in other units are multiplied with to be of one; nothing when they measure other things. */
function factorsOf(a: Figure, b: Figure): [number, number] | [] {
  // One can leave out the unit, but not that it counts points of a percentage.
  if (a.unit === null || b.unit === null) return (a.unit ?? b.unit) === POINTS ? [] : [1, 1];
  const [one, other] = [a.measure, b.measure];
  return one && other && one.dimension === other.dimension ? [one.factor, other.factor] : [];
}

/** Whether one holds the other, as far as they are stated. */
function datesAgree(a: string, b: string): boolean {
  if (a.startsWith('--') || b.startsWith('--')) {
    const day = (date: string) => (date.startsWith('--') ? date.slice(2) : date.slice(5));
    return day(a) === '' || day(b) === '' || day(a).startsWith(day(b)) || day(b).startsWith(day(a));
  }
  if (a.startsWith(b) || b.startsWith(a)) return true;
  if (!/[QH]/.test(a) && !/[QH]/.test(b)) return false;
  const [one, other] = [monthsOf(a), monthsOf(b)];
  const holds = (x: Months, y: Months): boolean => x.year === y.year && x.first <= y.first && x.last >= y.last;
  return holds(one, other) || holds(other, one);
}

interface Months {
  readonly year: string;
  readonly first: number;
  readonly last: number;
}

function monthsOf(date: string): Months {
  const [year, part] = date.split('-') as [string, string?];
  if (part === undefined) return { year, first: 1, last: 12 };
  const length = { Q: 3, H: 6 }[part[0]!];
  if (!length) return { year, first: Number(part), last: Number(part) };
  const last = Number(part[1]) * length;
  return { year, first: last - length + 1, last };
}
