import type { Language } from '../languages/language.js';
import type { Outline } from './html-outline.js';
import {
  besideRole,
  isFurnitureByName,
  isFurnitureByTag,
  holdsQuotation,
  isHeadingByName,
  isPullQuote,
  isSignUpBox,
} from './html-furniture.js';
import { inStyle, isList, nextNumber, openList } from './html-lists.js';
import { questionsIn } from './html-questions.js';
import { isBlock, isLayoutTable, isReferenceEntry, isReferenceList } from './html-roles.js';
import type { DefinitionList, Slot, Surroundings } from './html-slots.js';
import type { HtmlElement } from './html-tree.js';
import { wordRole, type WordRole } from './html-word.js';

/** Holds its text as one, whatever stands in it. */
const isClosed = ({ kind }: Slot) =>
  kind === 'cell' || kind === 'caption' || kind === 'beside' || kind === 'pull quote' || kind === 'term';

/** What each element of a page makes of what stands in it: which block its text is, which list or table it belongs to. */
export class Places {
  private lists = 0;
  private raised = 0;
  private lastLevel = 1;
  /** The list of Word's whose items are being read. */
  private wordList: number | null = null;

  /** @param whole it is a page, not a piece of HTML in another text */
  constructor(
    private readonly input: string,
    private readonly page: Outline,
    private readonly whole: boolean,
    private readonly language: Language,
  ) {}

  outermost(root: HtmlElement): Surroundings {
    return {
      slot: this.page.main === root ? { kind: 'paragraph', quoted: false } : { kind: 'skipped', why: 'boilerplate' },
      quoted: false,
      list: null,
      definitions: null,
      questions: new Set(),
      table: null,
      inReferences: false,
      raised: 0,
      sectionHead: false,
    };
  }

  /** What holds in `node`, which stands in `outer`. Elements are entered in the order of the page. */
  within(node: HtmlElement, outer: Surroundings): Surroundings {
    const { tag } = node;
    if (node === this.page.headline) return { ...outer, slot: { kind: 'heading', level: 1 }, inReferences: false };
    if (node === this.page.main) {
      return { ...outer, slot: { kind: 'paragraph', quoted: false } };
    }
    if (tag === 'sup') return { ...outer, raised: (this.raised += 1) };
    if (outer.slot.kind === 'entry') return outer;
    if (outer.questions.has(node)) return { ...outer, slot: { kind: 'term', list: outer.definitions! } };
    if (!isBlock(node) && node.tag !== 'cite') return outer;
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
    const role = outer.slot.kind === 'cell' || outer.slot.kind === 'caption' ? null : besideRole(node);
    if (role) return { ...outer, slot: { kind: 'beside', role } };
    if (tag === 'blockquote' && outer.slot.kind === 'beside' && outer.slot.role === 'quote box') {
      return { ...outer, slot: { kind: 'pull quote' } };
    }
    if (outer.slot.kind === 'pull quote' && (tag === 'footer' || tag === 'cite')) {
      return { ...outer, slot: { kind: 'beside', role: 'label' } };
    }
    if (isClosed(outer.slot) || !isBlock(node)) return outer;
    if (this.isFurniture(node)) return { ...outer, slot: { kind: 'skipped', why: 'boilerplate' }, table: null };
    if (isPullQuote(node)) {
      const slot: Slot = holdsQuotation(node) ? { kind: 'beside', role: 'quote box' } : { kind: 'pull quote' };
      return { ...outer, quoted: true, slot };
    }
    const questions = questionsIn(this.input, node, this.language);
    if (questions.size === 0) return this.block(node, outer);
    const definitions: DefinitionList = { term: null, used: false };
    return { ...outer, definitions, questions, slot: { kind: 'definition', list: definitions } };
  }

  private block(node: HtmlElement, outer: Surroundings): Surroundings {
    const { tag } = node;
    const paragraph: Slot = { kind: 'paragraph', quoted: outer.quoted };
    const word = wordRole(node);
    if (word?.kind !== 'item') this.wordList = null;
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
        return { ...outer, slot: paragraph, definitions: { term: null, used: false } };
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
        return outer.table
          ? { ...outer, slot: { kind: 'cell', table: outer.table, node, parts: [], bold: false } }
          : outer;
      default:
        if (word) return this.word(word, node, outer);
        if (!isHeadingByName(node)) return outer;
        return { ...outer, slot: { kind: 'heading', level: Math.min(6, this.lastLevel + 1) } };
    }
  }

  private word(role: WordRole, node: HtmlElement, outer: Surroundings): Surroundings {
    switch (role.kind) {
      case 'heading':
        this.lastLevel = role.level;
        return { ...outer, slot: role };
      case 'furniture':
        return { ...outer, slot: { kind: 'skipped', why: 'boilerplate' } };
      case 'item':
        this.wordList ??= this.lists += 1;
        return { ...outer, slot: { ...role, number: null, list: this.wordList, node, used: false } };
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
    if (!isFurnitureByName(node) && !isSignUpBox(node)) return false;
    // A form or a box around most of the article is none of the page's furniture, whatever it is called.
    return !this.whole || node.textLength * 2 <= main.textLength || node.linkedLength * 2 > node.textLength;
  }
}
