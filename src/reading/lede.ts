import type { Language, SectionRole } from '../languages/language.js';
import type { DocumentBlock } from './document.js';
import { isSectionOf } from './section-names.js';
import { Sections } from './sections.js';
import { tokens } from './words.js';

/**
 * The lede: standfirst and opening paragraphs. Newspapers put what matters into the first three; an article without
 * headings of its own is all text before the first heading, and only its first two are the lede.
 */
const PARAGRAPHS = 3;
const PARAGRAPHS_WITHOUT_HEADINGS = 2;
/** A shorter paragraph is a date line or a label, and does not count. */
const FEWEST_WORDS = 6;

/** Headings that part no body into sections. */
const APPENDICES: readonly SectionRole[] = ['summary', 'references', 'further reading', 'boilerplate'];

/**
 * Which blocks are the lede: of the text before the first heading the first paragraphs, and where headings follow, the
 * lists and tables among it, which say the main points.
 *
 * @param skipped which blocks are the title or no part of the article
 */
export function findLede(blocks: readonly DocumentBlock[], skipped: readonly boolean[], language: Language): boolean[] {
  const sections = new Sections(language);
  const divided = blocks.some((block, i) => !skipped[i] && isBodyHeading(block, language));
  let left = divided ? PARAGRAPHS : PARAGRAPHS_WITHOUT_HEADINGS;
  return blocks.map((block, i) => {
    if (skipped[i]) return false;
    if (block.kind === 'heading') sections.enter(block);
    if (!sections.beforeFirst) return false;
    if (block.kind !== 'paragraph') return divided;
    if (tokens(block.content.text).length >= FEWEST_WORDS) left--;
    return left >= 0;
  });
}

const isBodyHeading = (block: DocumentBlock, language: Language): boolean =>
  block.kind === 'heading' && !APPENDICES.some((role) => isSectionOf(role, block.content.text, language));
