import type { Language } from '../languages/language.js';
import type { DocumentBlock } from './document.js';
import { isFurniture, isShareBar } from './furniture.js';
import { isInstruction } from './instructions.js';
import { findMarkers } from './markers.js';
import { entryOf } from './references.js';
import { isSectionOf } from './section-names.js';
import { Sections } from './sections.js';
import { hasFiniteVerb, tokens } from './words.js';

/** A line of this many words or fewer can belong to a promotion. */
const SHORT_WORDS = 28;
/** Author boxes and comment forms stand behind the article: in the last part of its blocks. */
const TAIL = 0.5;

/**
 * Which blocks are no part of the article: page chrome, newsletter boxes, the author box, the comment form. Decided by
 * what the format says, by the names of sections, by position before the title or behind the article, and by
 * subscription phrases with the promotional lines around them. A block with a marker is always part of the article, and so are
 * the entries of its list of references.
 *
 * @param titleIndex the block of the title, −1 when there is none
 */
export function findBoilerplate(blocks: readonly DocumentBlock[], titleIndex: number, language: Language): boolean[] {
  const marked = blocks.map(hasMarker);
  for (const i of listedEntries(blocks, language)) marked[i] = true;
  const out = blocks.map((block) => block.kind === 'skipped');
  for (let i = 0; i < titleIndex; i++) if (!marked[i] && blocks[i]!.kind !== 'table') out[i] = true;
  markSections(blocks, marked, out, language);
  for (const [i, block] of blocks.entries()) {
    if (out[i] || marked[i] || i === titleIndex) continue;
    const text = textOf(block);
    if (block.kind === 'heading') out[i] = isShareBar(text, language);
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (isFurniture(text, block.kind === 'item', language)) out[i] = true;
    else if (tokens(text).length <= SHORT_WORDS && language.furniture.subscription.test(text))
      markPromotion(blocks, marked, out, i, titleIndex, language);
  }
  markAuthorBoxes(blocks, marked, out, language);
  return out;
}

/** Entries of the list of references: without a verb, they look like what leads up to a promotion. */
function listedEntries(blocks: readonly DocumentBlock[], language: Language): number[] {
  const sections = new Sections(language);
  return [...blocks.entries()].flatMap(([i, block]) => {
    if (block.kind === 'heading') sections.enter(block);
    return block.kind === 'item' && sections.role('references') && entryOf(block) !== null ? i : [];
  });
}

function hasMarker(block: DocumentBlock): boolean {
  if (block.kind === 'table') {
    return [...(block.header ?? []), ...block.rows.flat()].some((cell) => findMarkers(cell).length > 0);
  }
  return block.kind !== 'skipped' && findMarkers(block.content).length > 0;
}

const textOf = (block: DocumentBlock): string => (block.kind === 'table' ? '' : block.content.text);

/** Sections with a name of page furniture, to the next heading; to the end when nothing but furniture can follow. */
function markSections(
  blocks: readonly DocumentBlock[],
  marked: readonly boolean[],
  out: boolean[],
  language: Language,
): void {
  const lastOfArticle = blocks.findLastIndex(
    (block, i) =>
      marked[i] ||
      block.kind === 'reference' ||
      (block.kind === 'heading' &&
        (isSectionOf('references', block.content.text, language) ||
          isSectionOf('questions', block.content.text, language))),
  );
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'heading' || !isSectionOf('boilerplate', block.content.text, language)) continue;
    const toEnd = i > lastOfArticle && i >= blocks.length * TAIL;
    for (let j = i; j < blocks.length; j++) {
      const other = blocks[j]!;
      if (j > i && !toEnd && other.kind === 'heading' && other.level <= block.level) break;
      if (marked[j] || other.kind === 'reference') break;
      out[j] = true;
    }
  }
}

/** What is told of the author under a byline behind the article. */
function markAuthorBoxes(
  blocks: readonly DocumentBlock[],
  marked: readonly boolean[],
  out: boolean[],
  { furniture }: Language,
): void {
  for (let i = Math.ceil(blocks.length * TAIL); i + 1 < blocks.length; i++) {
    const [name, next] = [furniture.byAuthor.exec(textOf(blocks[i]!))?.[1], blocks[i + 1]!];
    if (out[i] && name && next.kind === 'paragraph' && !marked[i + 1] && next.content.text.startsWith(`${name} `))
      out[i + 1] = true;
  }
}

/**
 * The subscription line itself, and the promotional lines and heading that lead up to it. Under a heading of references
 * a line without a verb is an entry, and only what is addressed to the reader is promotion.
 */
function markPromotion(
  blocks: readonly DocumentBlock[],
  marked: readonly boolean[],
  out: boolean[],
  at: number,
  titleIndex: number,
  language: Language,
): void {
  out[at] = true;
  let from = at - 1;
  while (from > titleIndex && !out[from] && !marked[from] && isPromotional(blocks[from]!, language)) from--;
  const above = blocks[from];
  const heading = from > titleIndex && !out[from] && above?.kind === 'heading' ? above.content.text : null;
  const listed = heading !== null && isSectionOf('references', heading, language);
  for (let i = at - 1; i > from; i--) {
    const text = textOf(blocks[i]!);
    if (listed ? !isToReader(text, language) : isEntry(text)) return;
    out[i] = true;
  }
  if (heading !== null && !listed) out[from] = true;
}

/** "[4] …", "4. …", or a line with an address: a list of references may stand right above. */
const isEntry = (text: string): boolean => /^\s*(?:\[[^\]]{1,20}\]|\d{1,4}[.)])\s|https?:\/\/|\bdoi:/i.test(text);

/** Short, and addressed to the reader or without a verb. */
function isPromotional(block: DocumentBlock, language: Language): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return false;
  const { text } = block.content;
  if (tokens(text).length > SHORT_WORDS) return false;
  return isToReader(text, language) || !hasFiniteVerb(text, language);
}

const isToReader = (text: string, language: Language): boolean =>
  isInstruction(text, language) || language.statements.addressing.test(text);
