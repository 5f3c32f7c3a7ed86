import type { Unit } from './row-units.js';
import { opensWithValueState } from './value-states.js';
import { bare, SMALL_WORDS, startsFigure, startsLower, startsUpper } from './words.js';
import type { Wording } from './wording.js';

/**
 * What a column holds: the row's label; text; text that is a statement of its own although it comes first; markers.
 */
export type ColumnKind = 'label' | 'text' | 'statement' | 'source';

/** What all rows of a table have in common, as far as it is known. */
export interface TableStyle {
  /** Labels in title case ("Notice Period") rather than in sentence case ("Notice period"). */
  readonly titleCase: boolean;
  /** Share of the rows that end in a stop: whether the end of a cell shows. */
  readonly stops: number;
  /** Of each column: its heading's words, and how its cells began when the rows were read before. */
  readonly columns: readonly ColumnStyle[];
}

export interface ColumnStyle {
  readonly kind: ColumnKind;
  readonly openings: ReadonlyMap<string, number>;
  /** Share of the cells that begin with a figure; null when not known yet. */
  readonly figures: number | null;
  readonly cells: number;
}

/*
 * The costs are those of a simple grammar of cells: a cell opens with a capital or a figure and goes on in lower case,
 * names aside; it ends at a stop or a marker where the table has stops; labels are short and without stops. They were
 * set by hand on invented tables: 0 is what always happens, 1 what is unusual, 3 what hardly happens, 6 never.
 */

/** A cell without anything in it. */
export const BLANK_COST: Readonly<Record<ColumnKind, number>> = { label: 8, statement: 8, text: 3, source: 1.5 };

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** Capitalised in the middle of a cell they are its beginning; in lower case they go on. */
const OPENERS = new Set(
  'a an the no not none yes all any each every both this that these from up about over under at only same see'.split(
    ' ',
  ),
);

/** Words that end labels of fields and make no value of their own, after the properties of schema.org. */
const LABEL_NOUNS = new Set(
  (
    'date dates time year month day deadline price cost costs fee fees value budget amount name title type kind status ' +
    'version number location place site address city country owner operator author publisher developer manufacturer ' +
    'maker licence license language website url contact phone size length height width weight capacity duration period ' +
    'term terms model platform format requirement requirements availability audience purpose scope target sector ' +
    'funding investment partner partners provider vendor supplier contractor regulator source area population founder ' +
    'company organisation organization team group office headquarters rate level range count total share limit length'
  ).split(' '),
);

const lower = (unit: Unit): string => bare(unit.text).toLowerCase();
const endsOpen = (unit: Unit): boolean => /[,:(&–—-]$/.test(unit.text);
/** "Dr.", "No.", "6.45": a stop that is not the end of a sentence. */
const hasFigure = (unit: Unit): boolean => startsFigure(unit.text);

/** The cost of `unit` going on with a cell of that kind, after `before`. `run`: all of the cell so far is capitalised. */
export function interiorCost(
  kind: ColumnKind,
  before: Unit,
  unit: Unit,
  run: boolean,
  style: TableStyle,
  wording: Wording,
): number {
  if (kind === 'source') return unit.isMarker ? 0 : 0.8;
  if (unit.isMarker) return kind === 'label' ? 1 : 0;
  if (kind === 'label') return labelInterior(before, unit, style, wording);
  if (unit.opens) return 2;
  if (before.isMarker && !startsLower(unit.text)) return 2;
  if (startsFigure(unit.text)) {
    if (MONTHS.has(lower(before))) return 0;
    if (hasFigure(before)) return 1.5;
    return startsUpper(before.text) ? 0.8 : 0.4;
  }
  if (!startsUpper(unit.text)) return 0;
  if (hasFigure(before)) return 0.1;
  if (MONTHS.has(lower(unit))) return 0.2;
  if (OPENERS.has(lower(unit))) return 2.5;
  if (wording.glued(before.text, unit.text)) return 0.1;
  const nameness = wording.nameness(unit.text);
  const ordinary = 2 - 1.7 * nameness;
  // A name goes on in capitals: "Port Council of Lorne".
  return run ? Math.min(ordinary, 0.5) : ordinary;
}

function labelInterior(before: Unit, unit: Unit, style: TableStyle, wording: Wording): number {
  if (unit.opens) return 6;
  if (startsFigure(unit.text)) return MONTHS.has(lower(before)) ? 0.1 : 0.8;
  const small = SMALL_WORDS.has(lower(unit));
  if (startsUpper(unit.text)) {
    if (OPENERS.has(lower(unit)) && !small) return 2;
    if (OPENERS.has(lower(unit))) return 1.5;
    const nameness = wording.nameness(unit.text);
    return style.titleCase ? 0.1 + 0.5 * nameness : 2 - 1.5 * nameness;
  }
  if (small) return 0.1;
  return style.titleCase ? 3 : 0.1;
}

/** The cost of a cell of that column beginning with `unit`. */
export function startCost(
  column: ColumnStyle,
  before: Unit | null,
  unit: Unit,
  after: Unit | null,
  rest: string,
  wording: Wording,
): number {
  const { kind } = column;
  if (kind === 'source') return unit.isMarker ? -0.5 : startsLower(unit.text) ? 3 : 1;
  if (unit.isMarker) return 4;
  let cost = 0;
  if (unit.bracketed) cost += 6;
  if (kind === 'label') return cost + (startsLower(unit.text) ? 0.5 : 0);
  const stated = opensWithValueState(rest);
  if (stated) cost -= 1.5;
  else if (isAnswer(unit)) cost -= 0.8;
  else if (startsFigure(unit.text)) cost += 0.2;
  else if (startsLower(unit.text)) cost += 3.5;
  else if (startsUpper(unit.text)) {
    cost += 0.3 * (1 - wording.nameness(unit.text));
    if (OPENERS.has(lower(unit))) cost -= 0.8;
    if (after && !after.isMarker && startsLower(after.text)) cost -= SMALL_WORDS.has(lower(after)) ? 0.2 : 0.5;
    if (before && wording.glued(before.text, unit.text)) cost += 3;
  }
  if (before && MONTHS.has(lower(before)) && startsFigure(unit.text)) cost += 2;
  const alike = (column.openings.get(lower(unit)) ?? 0) - 1;
  if (alike >= 1) cost -= 0.8;
  if (column.figures !== null && column.cells >= 3 && !stated) {
    if (column.figures >= 0.6) cost += startsFigure(unit.text) ? -0.8 : 0.8;
    else if (column.figures <= 0.1 && startsFigure(unit.text)) cost += 0.4;
  }
  return cost;
}

/** Values that are one word. */
const isAnswer = (unit: Unit): boolean =>
  /^(?:yes|no|none|never|always|free|n\/a|unlimited|unknown)[.,;]?$/i.test(unit.text);

/** The cost of a cell of that kind ending with `unit`; `only`: it is the cell's only one; `next` begins another cell. */
export function endCost(
  kind: ColumnKind,
  unit: Unit,
  only: boolean,
  next: Unit | null,
  style: TableStyle,
  wording: Wording,
): number {
  if (kind === 'source') return 0;
  const word = lower(unit);
  if (kind === 'label') {
    let cost = 0;
    if (endsOpen(unit) && !unit.text.endsWith(':')) cost += 5;
    if (/^(?:of|the|a|an|and|or)$/.test(word)) cost += 5;
    else if (SMALL_WORDS.has(word)) cost += style.titleCase && startsUpper(unit.text) ? 0.3 : style.titleCase ? 2 : 0.3;
    if (unit.closes && next) cost += 2;
    if (LABEL_NOUNS.has(word)) cost -= 0.4;
    else if (next && startsUpper(unit.text) && startsUpper(next.text)) cost += 0.4 * wording.nameness(unit.text);
    return cost;
  }
  let cost = 0;
  if (only && !unit.isMarker && startsUpper(unit.text) && !isAnswer(unit)) {
    const nameness = wording.nameness(unit.text);
    cost += LABEL_NOUNS.has(word) ? 3.5 : unit.closes ? 0 : 1.2 * (1 - nameness);
  }
  if (unit.closes) return cost;
  if (endsOpen(unit)) cost += 4;
  if (SMALL_WORDS.has(word) && startsLower(unit.text)) cost += 4;
  if (next && hasFigure(unit) && !hasFigure(next) && !unit.text.endsWith('%') && unit.text.length < 4) cost += 0.6;
  if (next && hasFigure(unit) && startsLower(next.text)) cost += 2;
  if (next) cost += (unit.isMarker ? 0.5 : 2.5) * style.stops;
  return cost;
}
