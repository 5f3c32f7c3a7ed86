import { stretchIn, textPosition, touches, type Cell } from '../../parts/text-cell.js';
import type { Block, Claim } from './documents.js';

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

/**
 * Which claims stand in which cell of a block. Of a row, a claim that covers its label and its value is marked on the
 * value.
 *
 * @param claims those that touch the block, in reading order
 */
export function claimsOfCells<C extends Placed>({ kind, labels, cells }: Block, claims: readonly C[]): C[][] {
  const touched = cells.map((cell) => claims.filter((claim) => isIn(cell, claim)));
  if (kind !== 'ROW') return touched;
  return touched.map((own, i) =>
    own.filter((claim) => i >= labels || !touched.some((others, at) => at >= labels && others.includes(claim))),
  );
}

const isIn = (cell: Cell, { selector: { start, end } }: Placed): boolean =>
  start != null && end != null && touches(cell, start, end);

/** Cuts a cell's text wherever a claim or a marker begins or ends. */
export function piecesOf(cell: Cell, claims: readonly Placed[]): Piece[] {
  const stretches = claims.map((claim) => ({
    claim,
    ...stretchIn(cell, claim.selector.start!, claim.selector.end!),
  }));
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
