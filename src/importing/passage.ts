import type { Span } from '../judging/evidence.js';
import type { TextBlock, TextCell } from '../reading/text-blocks.js';

/**
 * What a stretch of a text is read in: the blocks that it stands in, and of a row of a table what stands over it, its
 * caption and the rows that name its columns.
 *
 * @param blocks of the text, in reading order
 * @param stretch positions in the revision; an empty one is a place, such as that of a blank value
 */
export function passageOf(blocks: readonly TextBlock[], stretch: Span): TextBlock[] {
  const own = new Set(blocks.filter(({ cells }) => cells.some((cell) => touches(cell, stretch))));
  const tables = new Set([...own].flatMap(({ kind, group }) => (kind === 'ROW' ? [group] : [])));
  return blocks.filter((block) => own.has(block) || (isOver(block) && tables.has(block.group)));
}

const isOver = ({ kind }: TextBlock): boolean => kind === 'CAPTION' || kind === 'HEADER_ROW';

/** A cell over several rows is told of in the first of them. */
function touches(cell: TextCell, { start, end }: Span): boolean {
  if (cell.repeats) return false;
  if (cell.start === cell.end || start === end) return start <= cell.end && cell.start <= end;
  return start < cell.end && cell.start < end;
}
