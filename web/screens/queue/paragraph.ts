/** A stretch of an article's text, as the API gives it. */
interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Pairs: a position in the text, and that in the revision from which on both go in step. */
  readonly positions: readonly number[];
  /** Whether it is told by a row above already. */
  readonly repeats: boolean;
}

/** A claim among the words around it. */
export interface Paragraph {
  readonly before: string;
  readonly claim: string;
  readonly after: string;
}

/** Between cells of a row. */
const BETWEEN = ' · ';

/**
 * The block that a claim stands in.
 *
 * @param start where the claim begins in the revision, in UTF-16 units
 * @returns null where none of the blocks has it
 */
export function paragraphOf(
  blocks: readonly { readonly cells: readonly Cell[] }[],
  start: number,
  end: number,
): Paragraph | null {
  for (const { cells } of blocks) {
    // A claim that is a label and its value is shown at its value.
    const at = cells.findLastIndex((cell) => touches(cell, start, end));
    const cell = cells[at];
    if (!cell) continue;
    const from = start <= cell.start ? 0 : placeIn(cell, start);
    const to = end >= cell.end ? cell.text.length : placeIn(cell, end);
    return {
      before: [...cells.slice(0, at).map(({ text }) => text), cell.text.slice(0, from)].join(BETWEEN),
      claim: cell.text.slice(from, to),
      after: [cell.text.slice(to), ...cells.slice(at + 1).map(({ text }) => text)].join(BETWEEN),
    };
  }
  return null;
}

function touches(cell: Cell, start: number, end: number): boolean {
  if (cell.repeats) return false;
  if (cell.start === cell.end) return start <= cell.start && cell.start <= end;
  return start < cell.end && cell.start < end;
}

/** Where in a cell's text a position of the revision is, or the nearest that it has. */
function placeIn({ text, positions }: Cell, position: number): number {
  let place = 0;
  for (let pair = 0; pair < positions.length && positions[pair + 1]! <= position; pair += 2) {
    place = Math.min(positions[pair]! + position - positions[pair + 1]!, positions[pair + 2] ?? text.length);
  }
  return place;
}
