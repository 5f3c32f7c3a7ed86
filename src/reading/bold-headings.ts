import type { Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import type { Document, DocumentBlock, ParagraphBlock } from './document.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { endsWithStop, hasFiniteVerb, isTitleCase, tokens } from './words.js';

/**
 * Headings in all but their tag, as word processors and editors leave them: a paragraph that is short, bold and without
 * a stop. A claim can look the same, so that what states something stays text.
 */

/** Of more words than this, bold text is a main point, with its stop or without. */
const HEADING_WORDS = 10;
/** Nor has it more characters, in UTF-16 units. */
const LONGEST = 160;
/** Of fewer words than this it states nothing, whatever follows. */
const SENTENCE_WORDS = 4;

/** Whether all of a text is bold. */
export const isAllBold = ({ text }: PositionedText, [lead]: readonly Span[]): boolean =>
  lead?.start === 0 && text.slice(lead.end).trim() === '';

/** The bold paragraphs that head what follows, as headings of the lowest level; one that opens a page without title, too. */
export function withBoldHeadings({ blocks, title }: Document, language: Language): readonly DocumentBlock[] {
  const alike = blocks.map((block) => block.kind === 'paragraph' && looksLikeHeading(block));
  if (!alike.includes(true)) return blocks;
  const follows = nextRead(blocks);
  const isTitled = title !== null || blocks.some((block) => block.kind === 'heading' && block.level === 1);
  const opening = isTitled ? -1 : blocks.findIndex((block) => block.kind !== 'skipped');
  return blocks.map((block, i) => {
    if (block.kind !== 'paragraph' || !alike[i]) return block;
    const { text } = block.content;
    const next = follows[i]!;
    const heads = next < blocks.length && !alike[next] && blocks[next]!.kind !== 'heading';
    const isHeading = i === opening || (!states(text, language) && (heads || names(text, language)));
    return isHeading ? { kind: 'heading', level: 6, content: block.content } : block;
  });
}

/** For each block the next one that is not skipped; past the end when there is none. */
function nextRead(blocks: readonly DocumentBlock[]): number[] {
  const next: number[] = new Array<number>(blocks.length);
  let at = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    next[i] = at;
    if (blocks[i]!.kind !== 'skipped') at = i;
  }
  return next;
}

/** "Price: 20 crowns" says something; "Table 2: Prices" and "Prices:" only name it. */
const LABELLED = /^(?![^:]*\d:)[^:]*:\s*\S/;

function looksLikeHeading({ content, boldLeads = [], quoted }: ParagraphBlock): boolean {
  const { text } = content;
  if (quoted || text.length > LONGEST || !isAllBold(content, boldLeads)) return false;
  if (!/^[\p{Lu}\p{N}]/u.test(text) || endsWithStop(text.replace(/:$/, ''))) return false;
  if (LABELLED.test(text) || findMarkers(content).length > 0) return false;
  return tokens(text).length <= HEADING_WORDS;
}

/** A price or a share. */
const AMOUNT = /[$€£¥]\s?\d|\d\s?(?:%|per ?cent\b)/i;
/** "Life after the flood", "Piers and the sea", "Rebuilding a pier": what else stands before such an article. */
const isNoVerb = (word: string, { grammar }: Language) => grammar.prepositions.has(word) || grammar.noVerb.test(word);

/** Whether it reads as a sentence, or gives an amount. Where words leave it open, what follows it decides. */
function states(text: string, language: Language): boolean {
  const { asks, pronoun, beforeObject } = language.grammar;
  if (AMOUNT.test(text)) return true;
  if (asks.test(text)) return false;
  if (hasFiniteVerb(text, language) || pronoun.test(text)) return true;
  return [...text.matchAll(beforeObject)].some((match) => !isNoVerb(match[1]!, language));
}

/** It can only be a name: few words, capitals, or a number in front. */
const names = (text: string, language: Language): boolean =>
  tokens(text).length < SENTENCE_WORDS || isTitleCase(text, language) || /^\d[\d.]*\s/.test(text);
