import { stretchIn, touches, type Cell } from '../../parts/text-cell.js';
import type { PassageBlock } from './documents.js';

/** A stretch of text as it reads. */
export interface Run {
  readonly text: string;
  /** What it cites, where it is a marker. */
  readonly labels: readonly string[] | null;
}

/** A cell's text, the claim's part of it apart. */
export interface ReadCell {
  readonly before: readonly Run[];
  /** Null where the claim has no part in it; empty where its value is blank. */
  readonly claim: readonly Run[] | null;
  readonly after: readonly Run[];
  readonly columns: number;
}

/** What a claim is read in: a paragraph, or a row under the heads of its table. */
export type Read =
  | { readonly kind: 'paragraph'; readonly cell: ReadCell }
  | {
      readonly kind: 'row';
      readonly heads: readonly (readonly ReadCell[])[];
      /** How many cells at its beginning name it. */
      readonly labels: number;
      readonly cells: readonly ReadCell[];
    };

/**
 * The block that a claim stands in, as it reads.
 *
 * @param blocks its passage
 * @param start where the claim begins in the revision, in UTF-16 units
 * @returns null where none of the blocks has it
 */
export function readIn(blocks: readonly PassageBlock[], start: number, end: number): Read | null {
  for (const { kind, labels, cells } of blocks) {
    // A claim that is a label and its value is shown at its value.
    const at = cells.findLastIndex((cell) => touches(cell, start, end));
    if (at < 0) continue;
    const read = cells.map((cell, i) => readCell(cell, i === at ? [start, end] : null));
    if (kind !== 'ROW') return { kind: 'paragraph', cell: read[at]! };
    const heads = blocks.filter((block) => block.kind === 'HEADER_ROW');
    return {
      kind: 'row',
      heads: heads.map((head) => head.cells.map((cell) => readCell(cell, null))),
      labels,
      cells: read,
    };
  }
  return null;
}

function readCell(cell: Cell, claim: readonly [number, number] | null): ReadCell {
  const { text, columns } = cell;
  if (!claim) return { before: runs(cell, 0, text.length), claim: null, after: [], columns };
  const { start, end } = stretchIn(cell, ...claim);
  return {
    before: runs(cell, 0, start),
    claim: runs(cell, start, end),
    after: runs(cell, end, text.length),
    columns,
  };
}

/** A stretch of a cell's text, its markers apart. */
function runs({ text, markers }: Cell, from: number, to: number): Run[] {
  const found: Run[] = [];
  let at = from;
  for (const { start, end, labels } of markers) {
    if (end <= at || start >= to) continue;
    // A raised number has no space before it.
    const words = text.slice(at, Math.max(at, start)).trimEnd();
    if (words !== '') found.push({ text: words, labels: null });
    found.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), labels });
    at = Math.min(end, to);
  }
  if (at < to) found.push({ text: text.slice(at, to), labels: null });
  return found;
}
