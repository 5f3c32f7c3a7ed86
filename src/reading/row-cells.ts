import type { Span } from '../judging/evidence.js';
import { BLANK_COST, endCost, interiorCost, startCost, type TableStyle } from './cell-costs.js';
import type { Unit } from './row-units.js';
import { startsUpper } from './words.js';
import type { Wording } from './wording.js';

/** A row cut into as many cells as the table has columns; a blank cell is null. Positions are in the row's text. */
export interface RowCells {
  readonly cells: readonly (Span | null)[];
  readonly cost: number;
}

/** What a unit is in its cell: the first; a later one of a cell all in capitals so far; any other. */
const FIRST = 0;
const RUN = 1;
const LATER = 2;
const STATES = 3;

/** How much of the row is looked at to see whether a value such as "not yet announced" opens, in characters. */
const LOOK_AHEAD = 60;

/**
 * Finds the cheapest way to cut a row into cells (a Viterbi search: time is units × columns²).
 *
 * @param units of `text`, at least one
 */
export function cutRow(text: string, units: readonly Unit[], style: TableStyle, wording: Wording): RowCells {
  const width = style.columns.length;
  const blanks = blankCosts(style);
  const costs = new Float64Array(units.length * width * STATES).fill(Infinity);
  const from = new Int32Array(units.length * width * STATES).fill(-1);
  const slot = (i: number, column: number, state: number): number => (i * width + column) * STATES + state;
  const ends = (i: number, column: number, state: number): number =>
    costs[slot(i, column, state)]! +
    endCost(style.columns[column]!.kind, units[i]!, state === FIRST, units[i + 1] ?? null, style, wording);

  for (const [i, unit] of units.entries()) {
    const before = units[i - 1] ?? null;
    const rest = text.slice(unit.start, unit.start + LOOK_AHEAD);
    for (let column = 0; column < width; column++) {
      const { kind } = style.columns[column]!;
      const opening = startCost(style.columns[column]!, before, unit, units[i + 1] ?? null, rest, wording);
      if (before === null) costs[slot(0, column, FIRST)] = blanks(0, column) + opening;
      else {
        for (let earlier = 0; earlier < column; earlier++) {
          for (let state = 0; state < STATES; state++) {
            const cost = ends(i - 1, earlier, state) + blanks(earlier + 1, column) + opening;
            keep(slot(i, column, FIRST), cost, slot(i - 1, earlier, state));
          }
        }
        for (let state = 0; state < STATES; state++) {
          const capital = startsUpper(unit.text);
          const run = state !== LATER && startsUpper(before.text);
          const cost = costs[slot(i - 1, column, state)]! + interiorCost(kind, before, unit, run, style, wording);
          keep(
            slot(i, column, capital && state !== LATER ? RUN : isSmall(unit) && state !== LATER ? RUN : LATER),
            cost,
            slot(i - 1, column, state),
          );
        }
      }
    }
  }

  let best = -1;
  let cost = Infinity;
  const last = units.length - 1;
  for (let column = 0; column < width; column++) {
    for (let state = 0; state < STATES; state++) {
      const total = ends(last, column, state) + blanks(column + 1, width);
      if (total < cost) [best, cost] = [slot(last, column, state), total];
    }
  }
  return { cells: best < 0 ? [] : cellsFrom(best), cost };

  function keep(to: number, cost: number, source: number): void {
    if (cost >= costs[to]!) return;
    costs[to] = cost;
    from[to] = source;
  }

  function cellsFrom(end: number): (Span | null)[] {
    const cells: (Span | null)[] = new Array<Span | null>(width).fill(null);
    for (let at = end; at >= 0; at = from[at]!) {
      const column = Math.floor(at / STATES) % width;
      const unit = units[Math.floor(at / STATES / width)]!;
      cells[column] = { start: unit.start, end: cells[column]?.end ?? unit.end };
    }
    return cells;
  }
}

const isSmall = (unit: Unit): boolean => /^(?:of|the|and|for|&|de|von|van|la)$/.test(unit.text);

/** The cost of leaving the columns from `first` up to `next` blank. */
function blankCosts(style: TableStyle): (first: number, next: number) => number {
  const sums = [0];
  for (const { kind } of style.columns) sums.push(sums.at(-1)! + BLANK_COST[kind]);
  return (first, next) => sums[next]! - sums[first]!;
}
