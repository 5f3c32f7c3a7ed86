import type { Language } from '../../languages/language.js';

/** What a unit measures, and how many of the plainest unit of that it is. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/**
 * Units that convert into each other exactly, by what they measure: SI and the units accepted beside it (SI brochure, 9th
 * edition, tables 5, 7 and 8), by their signs; the languages have their names. No other pair is converted: miles and kilometres, short and metric
 * tons, a month in days and any two currencies are kept apart.
 */
const TABLES: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  length: [
    [0.001, 'mm'],
    [0.01, 'cm'],
    [1, 'm'],
    [1000, 'km'],
  ],
  mass: [
    [0.001, 'mg'],
    [1, 'g'],
    [1e3, 'kg'],
    [1e6, 't'],
  ],
  volume: [
    [0.001, 'ml'],
    [1, 'l'],
  ],
  time: [
    [0.001, 'ms'],
    [1, 's'],
    [60, 'min'],
    [3600, 'h'],
    [86_400, 'day'],
    [604_800, 'week'],
  ],
  months: [
    [1, 'month'],
    [12, 'year'],
  ],
  power: [
    [1, 'w'],
    [1e3, 'kw'],
    [1e6, 'mw'],
    [1e9, 'gw'],
    [1e12, 'tw'],
  ],
  energy: [
    [1, 'kwh'],
    [1e3, 'mwh'],
    [1e6, 'gwh'],
    [1e9, 'twh'],
  ],
  frequency: [
    [1, 'hz'],
    [1e3, 'khz'],
    [1e6, 'mhz'],
    [1e9, 'ghz'],
  ],
};

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(TABLES).flatMap(([dimension, units]) =>
    units.map(([factor, sign]) => [sign, { dimension, factor }] as const),
  ),
);

const writtenOut = new WeakMap<Language, ReadonlyMap<string, Unit>>();

/** What a word behind a number measures, lower case; null when it is no unit that converts. */
export function unitOf(word: string, language: Language): Unit | null {
  let names = writtenOut.get(language);
  if (!names) writtenOut.set(language, (names = namesIn(language)));
  return UNITS.get(word) ?? names.get(word) ?? null;
}

const namesIn = ({ figures }: Language): ReadonlyMap<string, Unit> =>
  new Map(
    Object.entries(figures.units).flatMap(([sign, names]) => names.split(' ').map((name) => [name, UNITS.get(sign)!])),
  );

/** The unit of "3 percentage points", which are no share of anything. */
export const POINTS = 'points';
