import type { Ratio } from './statistics.js';

/** What a ratio should come to. */
export interface Target {
  readonly at: 'least' | 'most';
  readonly value: number;
}

/** Two things that were measured beside each other. */
export interface Comparison {
  readonly what: string;
  readonly ratio: Ratio;
  /** Null: it is only told. */
  readonly target: Target | null;
}

/** A number that should be reached and is no ratio. */
export interface Limit {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: Target;
}

/** A chart of groups of bars, or of lines over logarithmic axes. */
export interface Chart {
  readonly kind: 'bars' | 'lines';
  /** Of the values, with their unit. */
  readonly title: string;
  /** Of the groups of bars, or where lines have points: those are numbers. */
  readonly along: readonly (number | string)[];
  /** Of what, with its unit. */
  readonly alongTitle: string;
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** What one measurement came to. */
export interface Section {
  /** Of files: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What is measured and how, in sentences. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly comparisons: readonly Comparison[];
  readonly limits: readonly Limit[];
  readonly chart: Chart | null;
  /** What a reader must know to judge the figures: what was left out, and why. */
  readonly notes: readonly string[];
}

/** The machine, and how quiet it was. */
export interface Circumstances {
  readonly command: string;
  readonly processors: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly set: string;
  /** How long a fixed work of the processor took between the measurements, in milliseconds. */
  readonly spins: readonly number[];
  /** Processes that wanted a processor on average in the minute before the run. */
  readonly loadBefore: number;
}

export interface Report {
  readonly circumstances: Circumstances;
  readonly sections: readonly Section[];
}

export const isReached = (value: number, { at, value: target }: Target): boolean =>
  at === 'least' ? value >= target : value <= target;
