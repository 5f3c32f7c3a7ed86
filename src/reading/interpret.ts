import type { Article } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { withAuthorDates } from './author-dates.js';
import { withBoldHeadings } from './bold-headings.js';
import { findBoilerplate } from './boilerplate.js';
import { ClaimBuilder, type ClaimPlace } from './claim-builder.js';
import type { Document, DocumentBlock } from './document.js';
import { listsInstructions } from './instructions.js';
import { withLeadIns } from './lead-ins.js';
import { withLabelledItems } from './labelled-items.js';
import { findLede } from './lede.js';
import { linkCitations } from './link-citations.js';
import { LineIndex } from './line-index.js';
import { structuralMarkers } from './markers.js';
import { withNumberedLinks } from './numbered-links.js';
import { withPlainEntries } from './plain-entries.js';
import { withRaisedNumbers } from './raised-numbers.js';
import { entryOf, ReferenceList } from './references.js';
import { isSectionOf } from './section-names.js';
import { Sections } from './sections.js';
import { findTitle } from './title.js';
import { withWrittenTags } from './written-tags.js';

interface InterpretOptions {
  readonly title?: string | undefined;
  readonly citesByLinks: boolean;
}

/** An article with the blocks that it was read from. */
export interface ReadBlocks {
  readonly article: Article;
  /** Whose words it was read by. */
  readonly language: Language;
  /** With what was found out about them: bold lines that are headings, numbers that are markers. */
  readonly blocks: readonly DocumentBlock[];
  /** Of each block: what it is of the article. */
  readonly parts: readonly BlockPart[];
  /** Where each claim stands, in the order of the claims. */
  readonly places: readonly ClaimPlace[];
}

/** The title, an entry of the list of references or its heading, what is no part of the article, or its text. */
export type BlockPart = 'title' | 'references' | 'boilerplate' | 'text';

/**
 * From blocks to claims: what is boilerplate, which section reads how, where the references are, what each sentence,
 * field and cell states, and what its markers cover. The same for all formats.
 *
 * @param options.title overrides what the text says
 * @param options.citesByLinks links are citations, where there are no others
 */
export function interpret(
  document: Document,
  input: string,
  { title: givenTitle, citesByLinks }: InterpretOptions,
): ReadBlocks {
  const { tag, words: language } = document.language;
  const labelled = withLeadIns(withLabelledItems(document.blocks, language), language);
  const headed = withBoldHeadings({ ...document, blocks: labelled }, language);
  const named = document.namesWorks ? headed : withPlainEntries(withAuthorDates(headed, language), language);
  const numbered = withNumberedLinks(withWrittenTags(named), language);
  const read = numbered.blocks;
  const title = findTitle({ ...document, blocks: read }, language);
  const boilerplate = findBoilerplate(read, title.index, language);
  const lines = new LineIndex(input);
  const references = new ReferenceList(lines, document.works);
  const hasReferenceList = listReferences(read, boilerplate, references, language);
  const skipped = boilerplate.map((out, i) => out || i === title.index);
  const byLinks = citesByLinks && !document.namesWorks && !hasReferenceList;
  const linked = byLinks ? linkCitations(read, skipped, document.address ?? null, language) : null;
  for (const entry of linked?.entries ?? (hasReferenceList ? [] : numbered.entries)) references.list(entry);
  const blocks = withRaisedNumbers(linked?.blocks ?? read, (label) => references.has(label));
  const builder = new ClaimBuilder(lines, references, instructionLists(blocks, language), language);
  const lede = findLede(blocks, skipped, language);
  const sections = new Sections(language);
  const parts = blocks.map((block, i): BlockPart => {
    if (skipped[i]) return i === title.index ? 'title' : 'boilerplate';
    if (block.kind === 'heading') {
      builder.markersOf(block.content);
      sections.enter(block);
      return isSectionOf('references', block.content.text, language) ? 'references' : 'text';
    }
    if (block.kind === 'reference') builder.markersOf(block.content, structuralMarkers);
    else if (!(sections.role('references') && isEntry(block))) {
      builder.read(block, sections, lede[i]!);
      return 'text';
    }
    return 'references';
  });
  const titleSpan = title.content ? title.content.toInput(0, title.content.length) : null;
  const article = {
    title: givenTitle ?? document.title ?? title.content?.text.trim() ?? 'Untitled',
    titleSpan,
    titleLine: titleSpan ? lines.lineOf(titleSpan.start) : 1,
    language: tag,
    ...builder.finish(),
    hasReferenceList,
  };
  return { article, language, blocks, parts, places: builder.places };
}

const isEntry = (block: DocumentBlock): boolean => entryOf(block) !== null;

/** Entries that the format marks, and those under a heading such as "References". Says whether there is a list. */
function listReferences(
  blocks: readonly DocumentBlock[],
  boilerplate: readonly boolean[],
  references: ReferenceList,
  language: Language,
): boolean {
  const sections = new Sections(language);
  let found = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      sections.enter(block);
      found ||= sections.role('references') && !boilerplate[i];
    } else if (block.kind === 'reference') {
      found = true;
      references.list({ ...block, list: null });
    } else if (sections.role('references') && !boilerplate[i]) {
      const entry = entryOf(block);
      const { anchor, list } = block.kind === 'item' ? block : { anchor: null, list: null };
      if (entry)
        references.list({ ...entry, anchors: anchor === null ? [] : [anchor], links: entry.content.links, list });
    }
  }
  return found;
}

/** The lists whose items are instructions or duties, by their numbers. */
function instructionLists(blocks: readonly DocumentBlock[], language: Language): ReadonlySet<number> {
  const lists = new Map<number, string[]>();
  for (const block of blocks) {
    if (block.kind !== 'item') continue;
    const items = lists.get(block.list);
    if (items) items.push(block.content.text);
    else lists.set(block.list, [block.content.text]);
  }
  return new Set([...lists].filter(([, items]) => listsInstructions(items, language)).map(([list]) => list));
}
