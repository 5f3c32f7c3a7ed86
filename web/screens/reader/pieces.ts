import type { Block, Cell, Claim } from './documents.js';

/** A stretch of a cell's text over which nothing begins or ends. */
export interface Piece {
  readonly text: string;
  /** All claims that it is part of: they may overlap. */
  readonly claims: readonly string[];
  /** Those of them that begin with it. */
  readonly begins: readonly string[];
  /** What it cites, where it is a marker. */
  readonly labels: readonly string[] | null;
  /** Where words or a value are missing, behind it. */
  readonly hole: boolean;
}

type Placed = Pick<Claim, 'id' | 'valueState' | 'selector' | 'findings'>;

/** The rule that says where in a sentence words are missing: at the end of what it names. */
const ELIDED = 'elided-value';

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

/**
 * Which claims stand in which cell of a block. Of a row, a claim that covers its label and its value is marked on the
 * value.
 *
 * @param claims those that touch the block, in reading order
 */
export function claimsOfCells<C extends Placed>({ kind, labels, cells }: Block, claims: readonly C[]): C[][] {
  const touched = cells.map((cell) => claims.filter((claim) => touches(cell, claim)));
  if (kind !== 'ROW') return touched;
  return touched.map((own, i) =>
    own.filter((claim) => i >= labels || !touched.some((others, at) => at >= labels && others.includes(claim))),
  );
}

function touches({ start, end, repeats }: Cell, { selector }: Placed): boolean {
  if (repeats || selector.start == null || selector.end == null) return false;
  if (start === end) return selector.start <= start && start <= selector.end;
  return selector.start < end && start < selector.end;
}

/** Cuts a cell's text wherever a claim or a marker begins or ends. */
export function piecesOf(cell: Cell, claims: readonly Placed[]): Piece[] {
  const stretches = claims.map((claim) => ({ claim, ...stretchOf(cell, claim) }));
  const holes = new Set(claims.flatMap((claim) => holesOf(cell, claim)));
  if (cell.text === '') {
    if (claims.length === 0) return [];
    const ids = claims.map(({ id }) => id);
    return [{ text: '', claims: ids, begins: ids, labels: null, hole: holes.size > 0 }];
  }
  const cuts = new Set([0, cell.text.length, ...holes]);
  for (const { start, end } of [...stretches, ...cell.markers]) cuts.add(start).add(end);
  const places = [...cuts].filter((at) => at <= cell.text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i): Piece => {
    const end = places[i + 1]!;
    const within = stretches.filter((each) => each.start < end && start < each.end);
    const marker = cell.markers.find((each) => each.start <= start && end <= each.end);
    return {
      text: cell.text.slice(start, end),
      claims: within.map(({ claim }) => claim.id),
      begins: within.filter((each) => each.start === start).map(({ claim }) => claim.id),
      labels: marker?.labels ?? null,
      hole: holes.has(end),
    };
  });
}

function stretchOf(cell: Cell, { selector }: Placed): { start: number; end: number } {
  const start = selector.start! <= cell.start ? 0 : textPosition(cell, selector.start!);
  const end = selector.end! >= cell.end ? cell.text.length : textPosition(cell, selector.end!);
  return { start, end };
}

/** Where in a cell something is missing. */
function holesOf(cell: Cell, { valueState, findings, selector }: Placed): number[] {
  if (valueState === 'BLANK' || valueState === 'UNDISCLOSED') {
    return valueState === 'BLANK' ? [cell.text.length] : [];
  }
  if (valueState !== 'ELIDED') return [];
  const named = findings
    .filter(({ rule, selector: place }) => rule.id === ELIDED && place?.end != null && place.end <= cell.end)
    .map(({ selector: place }) => textPosition(cell, place!.end!));
  return named.length > 0 ? named : [textPosition(cell, selector.end!)];
}
