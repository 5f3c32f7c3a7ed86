import type { Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import type { Document, DocumentBlock } from './document.js';
import { tagDate, tagShown } from './editor-tags.js';
import { isAllBold } from './bold-headings.js';
import { isBold } from './html-bold.js';
import { formulaIn } from './html-formulas.js';
import { readLink } from './html-links.js';
import { outlinePage, type Outline } from './html-outline.js';
import { settlePullQuotes } from './html-pull-quotes.js';
import { isBlock, isInfobox, isMaintenance, isUnread, names, withClass } from './html-roles.js';
import {
  gathers,
  isCode,
  type DefinitionList,
  type Frame,
  type OpenTable,
  type RawBlock,
  type Slot,
  type Surroundings,
} from './html-slots.js';
import { Places } from './html-surroundings.js';
import { shapeTables } from './html-tables.js';
import { appendHtmlText, plainText } from './html-text.js';
import { describedIn, isCoins } from './html-works.js';
import { readTree, type HtmlElement, type HtmlNode } from './html-tree.js';
import { findMarkers } from './markers.js';
import type { TellLanguage } from './language.js';
import { PositionedText } from './positioned-text.js';
import { labelEntries } from './reference-entries.js';
import { wordLabel } from './html-word.js';
import { TextBuilder } from './text-builder.js';
import { endsWithStop, hasFiniteVerb } from './words.js';

/**
 * Reads a page: the article's blocks, its notes' markers and its list of references. Furniture of the page is handed on
 * as skipped, what nobody sees is left out. Never fails: any input is HTML.
 *
 * @param input the page's source
 * @param tell tells the article's language, given what the page says
 */
export function readHtml(input: string, tell: TellLanguage): Document {
  const root = readTree(input);
  const outline = outlinePage(input, root);
  const language = tell(outline.language);
  const blocks = new HtmlReader(input, outline, true, language.words).read(root);
  const { title, address, works } = outline;
  return { title, language, address, works, blocks };
}

/**
 * Reads a piece of HTML that stands in a text of another format. All of it belongs to the article.
 *
 * @param input the whole text; positions are offsets into it
 * @param span the piece
 * @param skip stretches of it that are no text
 */
export function readHtmlFragment(
  input: string,
  span: Span,
  language: Language,
  skip: readonly Span[] = [],
): readonly DocumentBlock[] {
  const root = readTree(input, span, skip);
  return new HtmlReader(input, { ...outlinePage(input, root), main: root }, false, language).read(root);
}

const ITALIC = new Set(['i', 'em']);
const LONGEST_TITLE = 200;
/** A year and a stop with words behind it, or the other way round. */
const WHOLE_CITATION = /\b(?:1[5-9]|20)\d\d\b[^.]{0,20}\. |\. [^]*\b(?:1[5-9]|20)\d\d\b/;
/** The line below a quotation that says whose it is. */
const ATTRIBUTION = /^(?:[—–―]|--)\s*\p{Lu}(?![^]{120})/u;
/** Some languages open what is said with the same dash. */
const isAttribution = (text: string, language: Language): boolean =>
  ATTRIBUTION.test(text) && !endsWithStop(text) && !hasFiniteVerb(text, language);
const OPAQUE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);

/** Nothing but formulas or code, and stops. */
const isSetApart = (content: PositionedText): boolean => content.isAllOpaque && content.links.length === 0;

/** The same stretches in a text that lacks its first `length` characters. */
const behind = (length: number, spans: readonly Span[]): readonly Span[] =>
  spans.filter((s) => s.end > length).map((s) => ({ start: Math.max(0, s.start - length), end: s.end - length }));

/** COinS stand behind entries as well as in them; microdata on elements that can be something else. */
const describesWork = (node: HtmlElement, { kind }: Slot): boolean =>
  isCoins(node) || (node.attributes.has('itemscope') && (kind === 'entry' || kind === 'item'));

class HtmlReader {
  private readonly blocks: RawBlock[] = [];
  private text: TextBuilder;
  private readonly places: Places;
  private afterBreak = -1;

  constructor(
    private readonly input: string,
    private readonly page: Outline,
    whole: boolean,
    private readonly language: Language,
  ) {
    this.places = new Places(input, page, whole, language);
    this.text = new TextBuilder(input);
  }

  read(root: HtmlElement): readonly DocumentBlock[] {
    const outermost = this.places.outermost(root);
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
      else if (child.tag === 'img') this.formula(child);
      else if (!isUnread(child)) frames.push(this.enter(child, frame.around));
      else if (isMaintenance(child)) this.editorTag(child);
      else if (this.partsFigures(child)) this.text.gap(child.start, child.end);
    }
    this.flush(outermost.slot);
    return labelEntries(settlePullQuotes(this.blocks));
  }

  /** A sentence reads a formula as a word of its own. */
  private formula(node: HtmlElement): void {
    const formula = formulaIn(node);
    if (formula === null) return;
    const from = this.text.length;
    this.text.decoded(formula, node.start, node.end);
    this.text.markOpaque(from);
  }

  /** Data beside the text that describes the work which an entry names: in it or, as Zotero sets it, behind it. */
  private describe(node: HtmlElement, { kind }: Slot): void {
    const work = describedIn(this.input, node);
    if (work === null) return;
    const last = this.blocks.at(-1);
    if (kind === 'entry' || !this.text.isFresh || last?.kind !== 'entry') this.text.work(work);
    else if (last.parts[0]?.works.length === 0) last.parts[0] = last.parts[0].withWork(work);
  }

  /** "[citation needed]": a note of an editor, its date in the title of what it shows. */
  private editorTag(node: HtmlElement): void {
    const { start, end } = node;
    const kind = tagShown(plainText(this.input, node));
    if (kind !== null)
      this.text.tag({
        kind,
        date: tagDate(this.input.slice(start, Math.min(end, start + 2000))),
        span: { start, end },
      });
  }

  /** MediaWiki sets "5 3⁄16" with a plus sign that nobody sees between the two figures. */
  private partsFigures({ contentStart, end, textLength }: HtmlElement): boolean {
    if (textLength !== 1 || this.input[contentStart] !== '+' || !this.text.endsWithDigit) return false;
    return /^(?:<[^<>]{0,200}>){0,4}\d/.test(this.input.slice(end, end + 400));
  }

  private frame(node: HtmlElement, around: Surroundings): Frame {
    const from = this.text.length;
    const opensLine = from === 0 || from === this.afterBreak || this.isLabelled(around.slot, from);
    return { node, around, child: 0, from, opensLine, text: this.text };
  }

  /** Nothing but the number of an item of Word's stands before `from`. */
  private isLabelled(slot: Slot, from: number): boolean {
    const isWords = slot.kind === 'item' && slot.node.tag === 'p' && from < 20;
    return isWords && wordLabel(this.text.since(0)).length === from;
  }

  private enter(node: HtmlElement, outer: Surroundings): Frame {
    const around = this.places.within(node, outer);
    if (around.slot !== outer.slot) this.turn(outer.slot, around.slot);
    else if (isBlock(node)) {
      if (outer.slot.kind === 'cell' && node.tag === 'li') this.text.separate(node.start, node.contentStart);
      else if (gathers(outer.slot)) this.text.gap(node.start, node.contentStart);
      else this.flush(outer.slot);
    }
    if (node.tag === 'q') this.text.decoded('“', node.start, node.contentStart);
    if (describesWork(node, around.slot)) this.describe(node, around.slot);
    return this.frame(node, around);
  }

  private leave(frame: Frame, outer: Surroundings): void {
    const { node, around } = frame;
    if (node.tag === 'a' && frame.text === this.text) this.endLink(frame);
    else if (node.tag === 'q') this.text.decoded('”', node.contentEnd, node.end);
    else if (OPAQUE.has(node.tag) && frame.text === this.text) this.text.markOpaque(frame.from);
    else if (frame.text === this.text && (ITALIC.has(node.tag) || this.isCitedTitle(frame)))
      this.text.italic(frame.from);
    else if (node.tag === 'sup' && frame.text === this.text) this.endRaised(frame);
    else if (isBold(node) && frame.text === this.text) this.text.markBold(frame.from, frame.opensLine);
    if (around.slot !== outer.slot) this.turn(around.slot, outer.slot);
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

  /** `<cite>` is the title of a work, which browsers set in italics; some sites put all of an entry in it. */
  private isCitedTitle({ node, from }: Frame): boolean {
    if (node.tag !== 'cite' || withClass(node, 'citation') || this.text.length - from > LONGEST_TITLE) return false;
    return !WHOLE_CITATION.test(this.text.since(from));
  }

  private anchorsOf(node: HtmlElement): string[] {
    const names = [node.attributes.get('id') ?? '', ...(this.page.entries.get(node) ?? [])];
    return [...new Set(names)].filter((name) => name !== '');
  }

  private lineBreak(node: HtmlElement, around: Surroundings): void {
    if (isCode(around.slot)) return this.text.breakLine(node.start, node.contentStart);
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
        if (link.address !== null) this.text.link(link.address, from);
        this.text.markOpaque(from);
    }
  }

  /** A superscript of MediaWiki's that holds no link is the page of the citation before it (":23"). */
  private endRaised(frame: Frame): void {
    if (frame.node.hasNoteLink) return;
    if (names(frame.node).includes('reference')) this.text.cut(frame.from);
    else this.text.raise(frame.from);
  }

  private closeCell({ node, table, parts, bold }: Extract<Slot, { kind: 'cell' }>): void {
    const row = table.rows.at(-1) ?? table.rows[table.rows.push({ head: false, cells: [] }) - 1]!;
    const count = (name: string) => {
      const n = Number.parseInt(node.attributes.get(name) ?? '', 10);
      return Number.isNaN(n) || n < 1 ? 1 : n;
    };
    row.cells.push({
      content: parts[0] ?? PositionedText.verbatim(this.input, { start: node.contentStart, end: node.contentStart }),
      heading: node.tag === 'th',
      scope: node.attributes.get('scope') ?? '',
      bold,
      columns: count('colspan'),
      rows: count('rowspan'),
    });
  }

  private closeTable({ node, caption, rows }: OpenTable): void {
    const infobox = isInfobox(node);
    const { tables, notes } = shapeTables(caption, rows, infobox);
    if (caption && (tables.length === 0 || findMarkers(caption).length > 0)) this.beside(caption, false, true);
    for (const table of tables) this.blocks.push(table);
    for (const content of notes) {
      if (infobox) this.beside(content, false, true);
      else this.blocks.push({ kind: 'paragraph', content, quoted: false });
    }
  }

  /**
   * Text beside the article's own: a part of it when it carries a marker or `states` something. Else it makes no claims:
   * it is read with the article, or furniture.
   */
  private beside(content: PositionedText, states: boolean, isRead: boolean): void {
    const isPart = states || findMarkers(content).length > 0;
    const why = isRead ? 'beside' : 'boilerplate';
    this.blocks.push(isPart ? { kind: 'paragraph', content, quoted: false } : { kind: 'skipped', why, content });
  }

  /** A term that nothing defines is used as a small heading. */
  private loneTerm(list: DefinitionList): void {
    if (list.term && !list.used) this.blocks.push({ kind: 'heading', level: 6, content: list.term });
    list.term = null;
    list.used = false;
  }

  /** Ends the text of one slot, and begins that of another. */
  private turn(from: Slot, to: Slot): void {
    this.flush(from);
    if (isCode(to)) this.text.keepSpace();
  }

  /** Ends the text so far: it belongs to `slot`. */
  private flush(slot: Slot): void {
    const { boldLeads } = this.text;
    const content = this.text.build();
    this.text = new TextBuilder(this.input);
    this.afterBreak = -1;
    if (content === null) return;
    // A formula that stands apart states what the sentence before it announces.
    if (isSetApart(content) && (slot.kind === 'paragraph' || slot.kind === 'definition')) {
      this.blocks.push({ kind: 'skipped', why: 'formula', content });
      return;
    }
    switch (slot.kind) {
      case 'paragraph':
        if (slot.quoted && isAttribution(content.text, this.language)) this.beside(content, false, true);
        else this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted: slot.quoted });
        return;
      case 'heading':
        this.blocks.push({ kind: 'heading', level: slot.level, content });
        return;
      case 'item':
        if (slot.used) this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted: false });
        else {
          const { depth, list, node } = slot;
          const label = node.tag === 'p' ? wordLabel(content.text) : { length: 0, number: slot.number };
          this.blocks.push({
            kind: 'item',
            content: label.length > 0 ? content.slice(label.length, content.length) : content,
            boldLeads: behind(label.length, boldLeads),
            number: label.number,
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
        slot.list.used = true;
        return;
      case 'entry':
        slot.parts.push(content);
        return;
      case 'cell':
        slot.parts.push(content);
        slot.bold = isAllBold(content, boldLeads);
        return;
      case 'caption':
        slot.table.caption = content;
        return;
      case 'beside':
        this.beside(
          content,
          slot.role === 'standfirst' && (endsWithStop(content.text) || hasFiniteVerb(content.text, this.language)),
          slot.role === 'caption' || slot.role === 'standfirst',
        );
        return;
      case 'pull quote':
        this.blocks.push({ kind: 'pull quote', content });
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
