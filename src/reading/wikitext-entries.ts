import type { DocumentBlock, ItemBlock, ReferenceBlock } from './document.js';
import { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';
import type { Citation } from './wikitext-citations.js';
import type { InlineWriter } from './wikitext-inline.js';
import { writeWork } from './wikitext-note-templates.js';
import type { NoteContent, WikiNotes } from './wikitext-notes.js';
import { readWikiTree } from './wikitext-tree.js';

/** A block as far as it is known before all of the page is read. */
export type RawWikiBlock =
  | DocumentBlock
  /** Where the notes of a group are listed. */
  | { readonly kind: 'list'; readonly group: string }
  /** An item that describes a work: an entry when short citations name it, or in a list of references. */
  | { readonly kind: 'work'; readonly item: ItemBlock; readonly citation: Citation; readonly listed: boolean };

/** Puts the entries of the lists of references into their places, once all of the page is read. */
export function withEntries(
  input: string,
  blocks: readonly RawWikiBlock[],
  writer: InlineWriter,
  notes: WikiNotes,
): DocumentBlock[] {
  const entries = new Map<string, ReferenceBlock[]>();
  const add = (group: string, label: string, anchor: string | null, content: NoteContent): void => {
    const known = entries.get(group) ?? [];
    entries.set(group, known);
    known.push(entryOf(input, writer, label, anchor, content));
  };
  // What a note says may cite further notes, which then come at the end.
  for (let i = 0; i < notes.cited.length; i += 1) {
    const { group, label, anchor, content } = notes.cited[i]!;
    if (content) add(group, label, anchor, content);
  }
  for (const { group, name, content } of notes.uncited()) add(group, name, null, content);

  const settled: DocumentBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'list') {
      for (const entry of entries.get(block.group) ?? []) settled.push(entry);
      entries.delete(block.group);
    } else if (block.kind === 'work') settled.push(workBlock(block, notes));
    else settled.push(block);
  }
  // MediaWiki lists at the end what has no list of its own.
  for (const rest of entries.values()) for (const entry of rest) settled.push(entry);
  return settled;
}

function workBlock(
  { item, citation, listed }: Extract<RawWikiBlock, { kind: 'work' }>,
  notes: WikiNotes,
): DocumentBlock {
  const { anchors, work } = citation;
  if (!listed && !notes.isCitedWork(anchors)) return item;
  const { content } = item;
  return { kind: 'reference', label: null, anchors, content, links: content.links, work };
}

function entryOf(
  input: string,
  writer: InlineWriter,
  label: string,
  anchor: string | null,
  said: NoteContent,
): ReferenceBlock {
  const text = new TextBuilder(input);
  const citations: Citation[] = [];
  if (said.kind === 'short') {
    const { span, works } = said;
    for (const [i, work] of works.entries()) {
      if (i > 0) text.decoded('; ', span.start, span.end);
      writeWork(text, work, span);
    }
    text.decoded('.', span.start, span.end);
  } else {
    const nodes = said.kind === 'nodes' ? said.nodes : readWikiTree(input, said.span);
    writer.writeAll({ text, cites: (citation) => citations.push(citation) }, nodes);
  }
  const content = text.build() ?? PositionedText.verbatim(input, spanOf(said));
  const anchors = [...(anchor === null ? [] : [anchor]), ...citations.flatMap((citation) => citation.anchors)];
  const work = citations[0]?.work;
  return { kind: 'reference', label, anchors, content, links: content.links, ...(work ? { work } : {}) };
}

const spanOf = (said: NoteContent) =>
  said.kind === 'nodes' ? { start: said.nodes[0]?.start ?? 0, end: said.nodes.at(-1)?.end ?? 0 } : said.span;
