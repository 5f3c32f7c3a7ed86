import type { Language } from '../languages/language.js';
import type { DocumentBlock, ParagraphBlock, ReferenceBlock } from './document.js';
import { isFurniture } from './furniture.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { entryOf } from './references.js';
import { Sections } from './sections.js';

/** What hardly any entry of a list of references lacks: an address, an identifier, or a year. */
const BIBLIOGRAPHIC = /https?:\/\/|\bwww\.|\b(?:doi|isbn|arxiv|pmid)\b|\b(?:1[5-9]|20)\d\d\b|\bn\.\s?d\./i;
/** The least share of a section's paragraphs that must look like entries. */
const SHARE = 0.6;
/** No entry is longer, in UTF-16 units. */
const LONGEST = 600;

/**
 * Finds the entries of a list of references that has lost its numbers or its heading, as a list copied out of a page
 * does. Only where the text cites by numbers, and neither the format nor a heading with numbered entries below gives
 * the list.
 */
export function withPlainEntries(blocks: readonly DocumentBlock[], language: Language): readonly DocumentBlock[] {
  if (!citesNumbers(blocks)) return blocks;
  const entries = belowHeading(blocks, language) ?? withoutHeading(blocks);
  if (entries.size === 0) return blocks;
  return blocks.map((block) => (block.kind === 'paragraph' ? (entries.get(block) ?? block) : block));
}

type Entries = ReadonlyMap<DocumentBlock, ReferenceBlock>;
const NONE: Entries = new Map();

/** The paragraphs under a heading such as "References", numbered by their place; null when there is no such heading. */
function belowHeading(blocks: readonly DocumentBlock[], language: Language): Entries | null {
  const sections = new Sections(language);
  const paragraphs: ParagraphBlock[] = [];
  let isThere = false;
  for (const block of blocks) {
    if (block.kind === 'reference') return NONE;
    if (block.kind === 'heading') {
      sections.enter(block);
      isThere ||= sections.role('references');
    } else if (sections.role('references')) {
      if (entryOf(block)) return NONE;
      if (block.kind === 'paragraph' && !block.quoted && !isFurniture(block.content.text, false, language))
        paragraphs.push(block);
    }
  }
  const entries = paragraphs.filter(({ content: { text } }) => isBibliographic(text));
  if (entries.length < paragraphs.length * SHARE) return NONE;
  return isThere ? new Map(entries.map((block) => [block, asEntry(null, block.content)])) : null;
}

/** The last run of paragraphs that begin with "[1]", "[2]" and so on, each a number higher. */
function withoutHeading(blocks: readonly DocumentBlock[]): Entries {
  let last = NONE;
  let run: [DocumentBlock, ReferenceBlock][] = [];
  const end = () => {
    const listed = run.filter(([, { content }]) => isBibliographic(content.text));
    if (run.length > 1 && listed.length >= run.length * SHARE) last = new Map(run);
    run = [];
  };
  for (const block of blocks) {
    const entry = block.kind === 'paragraph' && BRACKETED.test(block.content.text) ? entryOf(block) : null;
    if (entry?.label !== String(run.length + 1)) end();
    if (block.kind === 'paragraph' && entry?.label === String(run.length + 1))
      run.push([block, asEntry(entry.label, entry.content)]);
  }
  end();
  return last;
}

const BRACKETED = /^\s*\[\d{1,4}\]/;

/** Whether a paragraph, or a line, under a heading of references can be an entry. */
export const isBibliographic = (text: string): boolean => text.length <= LONGEST && BIBLIOGRAPHIC.test(text);

const asEntry = (label: string | null, content: PositionedText): ReferenceBlock => ({
  kind: 'reference',
  label,
  anchors: [],
  content,
  links: content.links,
});

const citesNumbers = (blocks: readonly DocumentBlock[]): boolean =>
  blocks.some(
    (block) =>
      (block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'definition') &&
      findMarkers(block.content).some(({ items }) => items.some(({ label }) => /^\d+$/.test(label))),
  );
