import { graphql, type ResultOf } from '../api/graphql.js';

/** A cell of a block of a revision's text, to be drawn with what stands where in it. */
export const TEXT_CELL = graphql(`
  fragment ShownCell on TextCell {
    text
    start
    end
    positions
    columns
    repeats
    markers {
      start
      end
      labels
    }
  }
`);

export type Cell = ResultOf<typeof TEXT_CELL>;

/** The position in a cell's text of a position in the revision: the nearest that it has. */
export function textPosition({ text, positions }: Pick<Cell, 'text' | 'positions'>, input: number): number {
  let [low, high] = [0, positions.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle * 2 + 1]! <= input) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const at = positions[low * 2 - 2]! + input - positions[low * 2 - 1]!;
  return Math.min(at, positions[low * 2] ?? text.length);
}

/** Whether a stretch of the revision has a part in a cell. A blank cell is touched by what goes up to it. */
export function touches(cell: Pick<Cell, 'start' | 'end' | 'repeats'>, start: number, end: number): boolean {
  if (cell.repeats) return false;
  if (cell.start === cell.end) return start <= cell.start && cell.start <= end;
  return start < cell.end && cell.start < end;
}

/** The part that a stretch of the revision has in a cell's text. */
export function stretchIn(cell: Cell, start: number, end: number): { start: number; end: number } {
  return {
    start: start <= cell.start ? 0 : textPosition(cell, start),
    end: end >= cell.end ? cell.text.length : textPosition(cell, end),
  };
}
