import type { Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import type { DocumentBlock, ItemBlock, ParagraphBlock } from './document.js';
import { isInstruction } from './instructions.js';
import { Sections } from './sections.js';
import { hasFiniteVerb, isQuestion, tokens } from './words.js';

/**
 * Bold text that opens a paragraph or an item: a question before its answer, a term before its definition, or a label
 * before a statement.
 */

/** A label has at most so many words; longer bold text is the article's main point. */
const LABEL_WORDS = 6;

/** Bold questions and, in a glossary, bold terms as what they are: the answer or definition hangs on them. */
export function withLeadIns(blocks: readonly DocumentBlock[], language: Language): readonly DocumentBlock[] {
  const sections = new Sections(language);
  const read: DocumentBlock[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === 'heading') sections.enter(block);
    const leads = block.kind === 'paragraph' ? answeredLeads(block, sections.role('glossary'), language) : [];
    if (block.kind !== 'paragraph' || leads.length === 0) {
      read.push(block);
      continue;
    }
    const { content } = block;
    if (leads[0]!.start > 0) read.push({ ...block, content: content.slice(0, leads[0]!.start) });
    for (const [n, lead] of leads.entries()) {
      const end = leads[n + 1]?.start ?? content.length;
      const from = lead.end + SEPARATOR.exec(content.text.slice(lead.end, end))![0].length;
      const next = blocks[i + 1];
      if (from < end) {
        read.push({ kind: 'definition', term: termOf(block, lead), content: content.slice(from, end) });
      } else if (end === content.length && next?.kind === 'paragraph' && !next.boldLeads?.length) {
        read.push({ kind: 'definition', term: termOf(block, lead), content: next.content });
        i++;
      } else read.push({ ...block, content: content.slice(lead.start, end), boldLeads: [] });
    }
  }
  return read;
}

const SEPARATOR = /^[\s:–—-]*/;

const termOf = ({ content }: ParagraphBlock, { start, end }: Span) => content.slice(start, end);

/** The bold questions of a paragraph, and in a glossary the terms. */
function answeredLeads(
  { content: { text }, boldLeads = [] }: ParagraphBlock,
  inGlossary: boolean,
  language: Language,
): readonly Span[] {
  return boldLeads.filter(({ start, end }) => {
    const lead = text.slice(start, end);
    if (isQuestion(lead, language)) return true;
    // "FerryBase uses …": the bold words are the subject of what follows.
    return inGlossary && !/[.!]$/.test(lead) && !/^\p{Ll}/u.test(text.slice(end, end + 20).replace(SEPARATOR, ''));
  });
}

/**
 * Where the statement proper begins in a block that opens with a bold label: behind "Limit.", "In-place conversion." or
 * "Operator briefing"; 0 when it opens with none. An instruction in bold ("Back up first.") is one for itself.
 */
export function labelEnd(
  { content: { text }, boldLeads = [] }: ParagraphBlock | ItemBlock,
  language: Language,
): number {
  const end = boldLeads[0]?.start === 0 ? boldLeads[0].end : 0;
  const label = text.slice(0, end);
  if (label === '' || label.includes('[') || tokens(label).length > LABEL_WORDS || hasFiniteVerb(label, language))
    return 0;
  const isOrder = /[.!]$/.test(label) && isInstruction(label, language);
  return !isOrder && /^\s*[“"‘(]?[\p{Lu}\p{N}]/u.test(text.slice(end, end + 20)) ? end : 0;
}
