import type { Language } from '../languages/language.js';
import type { Span } from '../judging/evidence.js';
import type { DocumentBlock, ItemBlock, ParagraphBlock, TableBlock } from './document.js';
import { findMarkers, withoutMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { Sections } from './sections.js';
import { bare, endsWithStop, hasFiniteVerb, tokens } from './words.js';

/** "Opened: …" where the label is not bold. */
const LABEL = /^(\p{Lu}[^:.!?[\]]{0,60}):(?=\s|$)/u;
const LEAST_ROWS = 3;
/** A label has at most so many words. */
const LONGEST_LABEL = 6;
/** A value of more words is a sentence, as is one with a verb and more than a few. */
const LONGEST_VALUE = 14;
const LONGEST_PHRASE = 6;
/** The greatest share of values that may be sentences. */
const SENTENCES = 0.25;

interface Row {
  readonly label: PositionedText;
  readonly value: PositionedText;
  readonly bold: boolean;
}

/**
 * Lists of facts, "- **Opened:** 4 May 2031", as the tables that they stand for: a label without a value is a blank, not
 * a short sentence. Items of a bulleted list, or paragraphs that follow one another, each a label with a colon and a
 * value that is hardly ever a sentence. Where the labels are not bold, one value must be cited: nothing else tells facts
 * about the subject from those about the page ("Category: News").
 */
export function withLabelledItems(blocks: readonly DocumentBlock[], language: Language): readonly DocumentBlock[] {
  const sections = new Sections(language);
  const read: DocumentBlock[] = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i]!;
    if (block.kind === 'heading') sections.enter(block);
    const run = sections.role('references') || sections.role('glossary') ? [block] : runFrom(blocks, i);
    const table = run.length < LEAST_ROWS ? null : tableOf(run, language);
    if (table) read.push(table);
    else for (const each of run) read.push(each);
    i += run.length;
  }
  return read;
}

/** The items of one list, or the paragraphs, from `first` on, as far as nothing else stands between them. */
function runFrom(blocks: readonly DocumentBlock[], first: number): readonly DocumentBlock[] {
  const block = blocks[first]!;
  let end = first + 1;
  if (block.kind === 'item') while (isItemOf(block, blocks[end])) end++;
  else if (isLabelled(block)) while (isLabelled(blocks[end])) end++;
  return blocks.slice(first, end);
}

const isItemOf = (first: ItemBlock, block: DocumentBlock | undefined): boolean =>
  block?.kind === 'item' && block.list === first.list;

const isLabelled = (block: DocumentBlock | undefined): block is ParagraphBlock =>
  block?.kind === 'paragraph' && !block.quoted && (block.boldLeads?.length ?? 0) === 1 && rowOf(block) !== null;

function tableOf(run: readonly DocumentBlock[], language: Language): TableBlock | null {
  const rows: Row[] = [];
  for (const block of run) {
    const row = (block.kind === 'item' && block.number === null && block.depth === 0) || block.kind === 'paragraph';
    const read = row ? rowOf(block as ItemBlock | ParagraphBlock) : null;
    if (read === null) return null;
    rows.push(read);
  }
  const labels = new Set(rows.map(({ label }) => bare(label.text).toLowerCase()));
  if (
    labels.size < rows.length ||
    rows.filter(({ value }) => isSentence(value, language)).length > rows.length * SENTENCES
  )
    return null;
  const isAboutSubject = rows.every(({ bold }) => bold) || rows.some(({ value }) => findMarkers(value).length > 0);
  return isAboutSubject
    ? { kind: 'table', caption: null, header: null, rows: rows.map(({ label, value }) => [label, value]) }
    : null;
}

function rowOf({ content, boldLeads }: ItemBlock | ParagraphBlock): Row | null {
  const lead = boldLeads?.find(({ start }) => start === 0);
  const label = lead ? boldLabel(content.text, lead) : (LABEL.exec(content.text)?.[1]?.length ?? null);
  if (label === null || tokens(content.text.slice(0, label)).length > LONGEST_LABEL) return null;
  const from = /:\s*/.exec(content.text.slice(label))!;
  return {
    label: content.slice(0, label),
    value: content.slice(label + from.index + from[0].length, content.length),
    bold: lead !== undefined,
  };
}

/** Where the label ends: before the colon that closes the bold text, or stands right behind it. */
function boldLabel(text: string, { end }: Span): number | null {
  const match = /^([^:.!?[\]]{1,80}?)\s*:/u.exec(text.slice(0, end + 2));
  return match && match[0].length >= end - 1 ? match[1]!.length : null;
}

function isSentence(value: PositionedText, language: Language): boolean {
  const said = withoutMarkers(
    value.text,
    findMarkers(value).map(({ span }) => span),
  );
  const words = tokens(said).length;
  return endsWithStop(said) || words > LONGEST_VALUE || (words > LONGEST_PHRASE && hasFiniteVerb(said, language));
}
