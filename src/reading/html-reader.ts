import type { Span } from '../judging/evidence.js';
import type { Document, DocumentBlock } from './document.js';
import { readLink } from './html-links.js';
import { inStyle, isList, nextNumber, openList } from './html-lists.js';
import { outlinePage, type Outline } from './html-outline.js';
import {
  isBlock,
  isFurnitureByName,
  isFurnitureByTag,
  isInfobox,
  isLayoutTable,
  isReferenceEntry,
  isReferenceList,
  isUnread,
  names,
} from './html-roles.js';
import {
  gathers,
  type DefinitionList,
  type Frame,
  type OpenTable,
  type RawBlock,
  type Slot,
  type Surroundings,
} from './html-slots.js';
import { shapeTable } from './html-tables.js';
import { appendHtmlText } from './html-text.js';
import { readTree, type HtmlElement, type HtmlNode } from './html-tree.js';
import { PositionedText } from './positioned-text.js';
import { labelEntries } from './reference-entries.js';
import { TextBuilder } from './text-builder.js';

/**
 * Reads a page: the article's blocks, its notes' markers and its list of references. Furniture of the page is handed on
 * as skipped, what nobody sees is left out. Never fails: any input is HTML.
 *
 * @param input the page's source
 */
export function readHtml(input: string): Document {
  const root = readTree(input);
  const outline = outlinePage(input, root);
  const blocks = new HtmlReader(input, outline, true).read(root);
  return { title: outline.title, language: outline.language, blocks };
}

/**
 * Reads a piece of HTML that stands in a text of another format. All of it belongs to the article.
 *
 * @param input the whole text; positions are offsets into it
 * @param span the piece
 * @param skip stretches of it that are no text
 */
export function readHtmlFragment(input: string, span: Span, skip: readonly Span[] = []): readonly DocumentBlock[] {
  const root = readTree(input, span, skip);
  return new HtmlReader(input, { ...outlinePage(input, root), main: root }, false).read(root);
}

const OPAQUE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const BOLD = new Set(['b', 'strong']);

class HtmlReader {
  private readonly blocks: RawBlock[] = [];
  private text: TextBuilder;
  private lists = 0;
  private raised = 0;
  private lastLevel = 1;
  private afterBreak = -1;

  constructor(
    private readonly input: string,
    private readonly page: Outline,
    /** It is a page, not a piece of HTML in another text. */
    private readonly whole: boolean,
  ) {
    this.text = new TextBuilder(input);
  }

  read(root: HtmlElement): readonly DocumentBlock[] {
    const outermost: Surroundings = {
      slot: this.page.main === root ? { kind: 'paragraph', quoted: false } : { kind: 'skipped', why: 'boilerplate' },
      quoted: false,
      list: null,
      definitions: null,
      table: null,
      inReferences: false,
      raised: 0,
      sectionHead: false,
    };
    const frames: Frame[] = [this.frame(root, outermost)];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const child: HtmlNode | undefined = frame.node.children[frame.child];
      frame.child += 1;
      if (child === undefined) {
        frames.pop();
        this.leave(frame, frames.at(-1)?.around ?? outermost);
      } else if (child.type === 'text') appendHtmlText(this.text, this.input, child.start, child.end);
      else if (child.tag === 'br') this.lineBreak(child, frame.around);
      else if (!isUnread(child)) frames.push(this.enter(child, frame.around));
    }
    this.flush(outermost.slot);
    return labelEntries(this.blocks);
  }

  private frame(node: HtmlElement, around: Surroundings): Frame {
    const from = this.text.length;
    const opensLine = from === 0 || from === this.afterBreak;
    return { node, around, child: 0, from, opensLine, text: this.text };
  }

  private enter(node: HtmlElement, outer: Surroundings): Frame {
    const around = this.surroundings(node, outer);
    if (around.slot !== outer.slot) this.flush(outer.slot);
    else if (isBlock(node)) {
      if (gathers(outer.slot)) this.text.gap(node.start, node.contentStart);
      else this.flush(outer.slot);
    }
    if (node.tag === 'q') this.text.decoded('“', node.start, node.contentStart);
    return this.frame(node, around);
  }

  private leave(frame: Frame, outer: Surroundings): void {
    const { node, around } = frame;
    if (node.tag === 'a' && frame.text === this.text) this.endLink(frame);
    else if (node.tag === 'q') this.text.decoded('”', node.contentEnd, node.end);
    else if (OPAQUE.has(node.tag) && frame.text === this.text) this.text.markOpaque(frame.from);
    else if (node.tag === 'sup' && frame.text === this.text) this.endRaised(frame);
    else if (BOLD.has(node.tag) && frame.opensLine && frame.text === this.text) this.text.markBold(frame.from);
    if (around.slot !== outer.slot) this.flush(around.slot);
    else if (isBlock(node)) {
      if (gathers(outer.slot)) this.text.gap(node.contentEnd, node.end);
      else this.flush(outer.slot);
    }
    this.close(frame, outer);
  }

  /** What ends with the element, beside its text. */
  private close({ node, around }: Frame, outer: Surroundings): void {
    const { slot } = around;
    if (slot.kind === 'entry' && slot !== outer.slot) {
      this.blocks.push({
        kind: 'entry',
        number: slot.number,
        anchors: this.anchorsOf(slot.node),
        ownLabel: slot.ownLabel,
        parts: slot.parts,
      });
    }
    if (slot.kind === 'cell' && slot !== outer.slot) this.closeCell(slot);
    if (around.table && around.table !== outer.table && node === around.table.node) this.closeTable(around.table);
    if (around.definitions?.term && around.definitions !== outer.definitions) this.loneTerm(around.definitions);
  }

  private surroundings(node: HtmlElement, outer: Surroundings): Surroundings {
    const { tag } = node;
    if (node === this.page.headline) return { ...outer, slot: { kind: 'heading', level: 1 }, inReferences: false };
    if (node === this.page.main) {
      return { ...outer, slot: { kind: 'paragraph', quoted: false } };
    }
    if (tag === 'sup') return { ...outer, raised: (this.raised += 1) };
    if (!isBlock(node) || outer.slot.kind === 'entry') return outer;
    if (isReferenceEntry(node) || this.page.entries.has(node) || this.isListed(node, outer))
      return this.entry(node, outer);
    if (isReferenceList(node)) {
      return {
        ...outer,
        ...this.list(node, outer),
        slot: { kind: 'paragraph', quoted: false },
        inReferences: true,
      };
    }
    if (outer.slot.kind === 'skipped') {
      return { ...outer, ...this.list(node, outer) };
    }
    // A cell is one text, whatever blocks stand in it.
    if (outer.slot.kind === 'cell' || outer.slot.kind === 'caption') return outer;
    if (this.isFurniture(node)) return { ...outer, slot: { kind: 'skipped', why: 'boilerplate' }, table: null };
    return this.block(node, outer);
  }

  private block(node: HtmlElement, outer: Surroundings): Surroundings {
    const { tag } = node;
    const paragraph: Slot = { kind: 'paragraph', quoted: outer.quoted };
    switch (tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.lastLevel = Number(tag[1]);
        return { ...outer, slot: { kind: 'heading', level: this.lastLevel } };
      case 'summary':
        return { ...outer, slot: { kind: 'heading', level: Math.min(6, Math.max(3, this.lastLevel + 1)) } };
      case 'pre':
      case 'listing':
      case 'xmp':
        return { ...outer, slot: { kind: 'skipped', why: 'code' } };
      case 'blockquote':
        return { ...outer, quoted: true, slot: { kind: 'paragraph', quoted: true } };
      case 'ol':
      case 'ul':
        return { ...outer, slot: paragraph, ...this.list(node, outer) };
      case 'li':
        return this.item(node, outer);
      case 'dl':
        return { ...outer, slot: paragraph, definitions: { term: null } };
      case 'dt':
        return outer.definitions ? { ...outer, slot: { kind: 'term', list: outer.definitions } } : outer;
      case 'dd':
        return outer.definitions ? { ...outer, slot: { kind: 'definition', list: outer.definitions } } : outer;
      case 'table':
        if (isLayoutTable(node)) return { ...outer, slot: paragraph, table: null };
        return { ...outer, slot: paragraph, table: { node, caption: null, rows: [] }, list: null };
      case 'caption':
        return outer.table ? { ...outer, slot: { kind: 'caption', table: outer.table } } : outer;
      case 'thead':
        return { ...outer, sectionHead: true };
      case 'tr':
        outer.table?.rows.push({ head: outer.sectionHead, cells: [] });
        return { ...outer, sectionHead: false };
      case 'td':
      case 'th':
        return outer.table ? { ...outer, slot: { kind: 'cell', table: outer.table, node, parts: [] } } : outer;
      default:
        return outer;
    }
  }

  private list(node: HtmlElement, outer: Surroundings): Pick<Surroundings, 'list'> {
    if (!isList(node)) return outer;
    this.lists += 1;
    const depth = outer.list && outer.slot.kind !== 'skipped' ? outer.list.depth + 1 : 0;
    return { list: openList(node, this.lists, depth) };
  }

  private item(node: HtmlElement, outer: Surroundings): Surroundings {
    const { list } = outer;
    const number = nextNumber(node, list);
    const slot: Slot = { kind: 'item', number, depth: list?.depth ?? 0, list: list?.id ?? 0, node, used: false };
    return { ...outer, slot };
  }

  /** An item of a list of references that says nothing about itself. */
  private isListed(node: HtmlElement, outer: Surroundings): boolean {
    return outer.inReferences && node.tag === 'li' && (outer.list?.ordered ?? false);
  }

  private entry(node: HtmlElement, outer: Surroundings): Surroundings {
    const number = nextNumber(node, outer.list);
    const shown = number === null ? null : inStyle(number, outer.list!.style);
    return { ...outer, slot: { kind: 'entry', number: shown, node, parts: [], ownLabel: null } };
  }

  private isFurniture(node: HtmlElement): boolean {
    const { headline, main } = this.page;
    const holdsHeadline = headline !== null && headline.start >= node.start && headline.end <= node.end;
    const isBanner = node.tag === 'header' && node.parent?.tag === 'body' && !holdsHeadline;
    if (isBanner || isFurnitureByTag(node)) return true;
    if (!isFurnitureByName(node)) return false;
    // A form or a box around most of the article is none of the page's furniture, whatever it is called.
    return !this.whole || node.textLength * 2 <= main.textLength || node.linkedLength * 2 > node.textLength;
  }

  private anchorsOf(node: HtmlElement): string[] {
    const named = this.page.entries.get(node);
    const own = node.attributes.get('id');
    return [named, own].filter((a): a is string => a !== undefined && a !== '');
  }

  private lineBreak(node: HtmlElement, around: Surroundings): void {
    // Two line breaks with nothing between them end a paragraph, as in pages that know no <p>.
    const here = this.text.length;
    if (here > 0 && this.afterBreak === here && !gathers(around.slot)) this.flush(around.slot);
    else this.text.gap(node.start, node.contentStart);
    this.afterBreak = here;
  }

  private endLink({ node, around, from }: Frame): void {
    const { slot, raised } = around;
    const link = readLink(node, this.text.since(from), this.page, {
      raised: raised > 0,
      inEntry: slot.kind === 'entry',
    });
    switch (link.kind) {
      case 'back':
        // Where it stands first, it shows the entry's own label.
        if (slot.kind === 'entry' && from === 0) slot.ownLabel ??= link.label;
        this.text.cut(from);
        return;
      case 'note':
        this.text.markNote(from, link.label, link.anchor, raised);
        return;
      case 'other':
        if (link.address !== null) this.text.link(link.address);
        this.text.markOpaque(from);
    }
  }

  /** A superscript of MediaWiki's that holds no link is the page of the citation before it (":23"). */
  private endRaised(frame: Frame): void {
    if (frame.node.hasNoteLink || !names(frame.node).includes('reference')) return;
    this.text.cut(frame.from);
  }

  private closeCell({ node, table, parts }: Extract<Slot, { kind: 'cell' }>): void {
    const row = table.rows.at(-1) ?? table.rows[table.rows.push({ head: false, cells: [] }) - 1]!;
    const count = (name: string) => {
      const n = Number.parseInt(node.attributes.get(name) ?? '', 10);
      return Number.isNaN(n) || n < 1 ? 1 : n;
    };
    row.cells.push({
      content: parts[0] ?? PositionedText.verbatim(this.input, { start: node.contentStart, end: node.contentStart }),
      heading: node.tag === 'th',
      scope: node.attributes.get('scope') ?? '',
      columns: count('colspan'),
      rows: count('rowspan'),
    });
  }

  private closeTable({ node, caption, rows }: OpenTable): void {
    const { table, notes } = shapeTable(caption, rows, isInfobox(node));
    if (table) this.blocks.push(table);
    else if (caption) this.blocks.push({ kind: 'paragraph', content: caption, quoted: false });
    for (const content of notes) this.blocks.push({ kind: 'paragraph', content, quoted: false });
  }

  /** A term that nothing defines is used as a small heading. */
  private loneTerm(list: DefinitionList): void {
    if (list.term) this.blocks.push({ kind: 'heading', level: 6, content: list.term });
    list.term = null;
  }

  /** Ends the text so far: it belongs to `slot`. */
  private flush(slot: Slot): void {
    const { boldLeads } = this.text;
    const content = this.text.build();
    this.text = new TextBuilder(this.input);
    this.afterBreak = -1;
    if (content === null) return;
    switch (slot.kind) {
      case 'paragraph':
        this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted: slot.quoted });
        return;
      case 'heading':
        this.blocks.push({ kind: 'heading', level: slot.level, content });
        return;
      case 'item':
        if (slot.used) this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted: false });
        else {
          const { number, depth, list, node } = slot;
          this.blocks.push({
            kind: 'item',
            content,
            boldLeads,
            number,
            depth,
            list,
            anchor: node.attributes.get('id') ?? this.innerAnchor(node),
          });
        }
        slot.used = true;
        return;
      case 'term':
        this.loneTerm(slot.list);
        slot.list.term = content;
        return;
      case 'definition':
        if (slot.list.term) this.blocks.push({ kind: 'definition', term: slot.list.term, content });
        else this.blocks.push({ kind: 'paragraph', content, quoted: false });
        slot.list.term = null;
        return;
      case 'entry':
      case 'cell':
        slot.parts.push(content);
        return;
      case 'caption':
        slot.table.caption = content;
        return;
      case 'skipped':
        this.blocks.push({ kind: 'skipped', why: slot.why, content });
    }
  }

  /** `<li><a id="source-4"></a>…`: the name that links use for the item. */
  private innerAnchor(node: HtmlElement): string | null {
    const first = node.children.find((c): c is HtmlElement => c.type === 'element');
    const name = first?.attributes.get('id') ?? first?.attributes.get('name');
    return name !== undefined && this.page.targeted.has(name) ? name : null;
  }
}
