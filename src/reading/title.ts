import type { Language } from '../languages/language.js';
import type { Document, DocumentBlock, HeadingBlock } from './document.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { isSectionOf } from './section-names.js';
import { endsWithStop, hasFiniteVerb, tokens } from './words.js';

/** A block of at least so many words that ends in a stop is prose: the title stands before it. */
const PROSE_WORDS = 12;

/**
 * The block that is the article's title: the heading of level 1 that is not that of its references, or one that says what the metadata says; in plain text,
 * where headings have no levels, the longest before the first prose, else the line that opens the text.
 */
export function findTitle(
  { blocks, title, titleApart }: Document,
  language: Language,
): { index: number; content: PositionedText | null } {
  const at = (index: number) => {
    const block = blocks[index];
    return { index, content: block?.kind === 'heading' || block?.kind === 'paragraph' ? block.content : null };
  };
  if (titleApart) {
    const [opening] = blocks;
    return at(opening?.kind === 'heading' && opening.level === 1 ? 0 : -1);
  }
  const folded = title?.trim().toLowerCase();
  const isTitle = (b: DocumentBlock): b is HeadingBlock =>
    b.kind === 'heading' && !isSectionOf('references', b.content.text, language);
  const same = blocks.findIndex((b) => isTitle(b) && b.content.text.trim().toLowerCase() === folded);
  if (same >= 0) return at(same);
  const first = blocks.findIndex((b) => isTitle(b) && b.level === 1);
  if (first >= 0) return at(first);
  const prose = blocks.findIndex(isProse);
  let best = -1;
  for (const [i, block] of blocks.slice(0, prose < 0 ? blocks.length : prose).entries()) {
    if (isTitle(block) && (best < 0 || words(block) > words(blocks[best]!))) best = i;
  }
  if (best >= 0) return at(best);
  return blocks.length > 1 && isTitleLine(blocks[0]!, language) ? at(0) : { index: -1, content: null };
}

/** A paragraph of a few words and no statement: a title that nothing marks as one. */
const isTitleLine = (block: DocumentBlock, language: Language): boolean =>
  block.kind === 'paragraph' &&
  !block.quoted &&
  tokens(block.content.text).length < PROSE_WORDS &&
  !endsWithStop(block.content.text) &&
  !hasFiniteVerb(block.content.text, language) &&
  findMarkers(block.content).length === 0;

const words = (block: DocumentBlock): number => (block.kind === 'heading' ? tokens(block.content.text).length : 0);

const isProse = (block: DocumentBlock): boolean =>
  block.kind === 'paragraph' &&
  tokens(block.content.text).length >= PROSE_WORDS &&
  endsWithStop(block.content.text.replace(/(?:\s*\[[^\]]{1,40}\])+\s*$/, ''));
