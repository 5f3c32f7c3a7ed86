import type { CSSProperties } from 'react';
import type { Block } from './documents.js';
import type { Section } from './sections.js';

/** Characters that fit in a line of the text, on a wide screen and on a telephone. */
const WIDE = 80;
const NARROW = 42;
/** Beside a section at most. */
const MOST_NOTES = 7;

/**
 * About how high a section will be, for as long as it is not laid out: an article whose parts are far from it jumps while
 * it is scrolled, and notes of one part would lie over the next.
 *
 * @param notes claims that are noted beside it
 * @returns what `.row` reckons with
 */
export const heightOf = (section: Section, notes: number): CSSProperties =>
  ({
    '--lines': linesOf(section, WIDE),
    '--lines-narrow': linesOf(section, NARROW),
    '--notes': Math.min(notes, MOST_NOTES),
  }) as CSSProperties;

/** Lines that a section takes. @param width characters that fit in one */
export function linesOf({ blocks }: Section, width: number): number {
  return blocks.reduce((sum, { block }) => {
    // Cells share the line.
    const cell = Math.max(8, Math.floor(width / Math.max(1, block.cells.length)));
    return sum + Math.max(1, ...block.cells.map(({ text }) => linesIn(block.kind, text, cell)));
  }, 0);
}

/** Code has its own lines, which do not wrap. */
const linesIn = (kind: Block['kind'], text: string, width: number): number =>
  kind === 'CODE' ? text.split('\n').length : Math.ceil(text.length / width);
