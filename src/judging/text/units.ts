/** What a unit measures, and how many of the plainest unit of that it is. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/**
 * Units that convert into each other exactly, by what they measure: SI and the units accepted beside it (SI brochure, 9th
 * edition, tables 5, 7 and 8), written out and short. No other pair is converted: miles and kilometres, short and metric
 * tons, a month in days and any two currencies are kept apart.
 */
const TABLES: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  length: [
    [0.001, 'mm millimetre millimetres millimeter millimeters'],
    [0.01, 'cm centimetre centimetres centimeter centimeters'],
    [1, 'm metre metres meter meters'],
    [1000, 'km kilometre kilometres kilometer kilometers'],
  ],
  mass: [
    [0.001, 'mg milligram milligrams'],
    [1, 'g gram grams gramme grammes'],
    [1e3, 'kg kilogram kilograms kilo kilos kilogramme kilogrammes'],
    [1e6, 't tonne tonnes'],
  ],
  volume: [
    [0.001, 'ml millilitre millilitres milliliter milliliters'],
    [1, 'l litre litres liter liters'],
  ],
  time: [
    [0.001, 'ms millisecond milliseconds'],
    [1, 's sec secs second seconds'],
    [60, 'min mins minute minutes'],
    [3600, 'h hr hrs hour hours'],
    [86_400, 'day days'],
    [604_800, 'week weeks'],
  ],
  months: [
    [1, 'month months'],
    [12, 'year years'],
  ],
  power: [
    [1, 'w watt watts'],
    [1e3, 'kw kilowatt kilowatts'],
    [1e6, 'mw megawatt megawatts'],
    [1e9, 'gw gigawatt gigawatts'],
    [1e12, 'tw terawatt terawatts'],
  ],
  energy: [
    [1, 'kwh'],
    [1e3, 'mwh'],
    [1e6, 'gwh'],
    [1e9, 'twh'],
  ],
  frequency: [
    [1, 'hz hertz'],
    [1e3, 'khz kilohertz'],
    [1e6, 'mhz megahertz'],
    [1e9, 'ghz gigahertz'],
  ],
};

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(TABLES).flatMap(([dimension, units]) =>
    units.flatMap(([factor, names]) => names.split(' ').map((name) => [name, { dimension, factor }] as const)),
  ),
);

/** What a word behind a number measures, lower case; null when it is no unit that converts. */
export const unitOf = (word: string): Unit | null => UNITS.get(word) ?? null;

/** The unit of "3 percentage points", which are no share of anything. */
export const POINTS = 'points';
