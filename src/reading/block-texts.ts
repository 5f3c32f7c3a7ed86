import type { DocumentBlock } from './document.js';
import type { PositionedText } from './positioned-text.js';

/** A block's texts that make statements, in reading order: no headings, terms, references and no text that is skipped. */
export function statedTexts(block: DocumentBlock): readonly PositionedText[] {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'definition':
      return [block.content];
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...block.rows.flat()];
    default:
      return [];
  }
}

/** The block with other texts for some of those; what has none stays. A cell that stands in several places stays one. */
export function withTexts(block: DocumentBlock, changed: ReadonlyMap<PositionedText, PositionedText>): DocumentBlock {
  const now = (text: PositionedText): PositionedText => changed.get(text) ?? text;
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'definition':
      return changed.has(block.content) ? { ...block, content: now(block.content) } : block;
    case 'table':
      if (!statedTexts(block).some((text) => changed.has(text))) return block;
      return { ...block, caption: block.caption && now(block.caption), rows: block.rows.map((row) => row.map(now)) };
    default:
      return block;
  }
}

/** The blocks with each of their texts that make statements as `change` gives it, which is asked once for each text. */
export function withChangedTexts(
  blocks: readonly DocumentBlock[],
  change: (text: PositionedText) => PositionedText,
): readonly DocumentBlock[] {
  const changed = new Map<PositionedText, PositionedText>();
  for (const text of new Set(blocks.flatMap(statedTexts))) {
    const now = change(text);
    if (now !== text) changed.set(text, now);
  }
  return changed.size === 0 ? blocks : blocks.map((block) => withTexts(block, changed));
}
