import type { DocumentBlock } from './document.js';
import type { OpenList } from './html-lists.js';
import type { RawRow } from './html-tables.js';
import type { HtmlElement } from './html-tree.js';
import type { PositionedText } from './positioned-text.js';
import type { RawEntry } from './reference-entries.js';
import type { TextBuilder } from './text-builder.js';

/** A block as far as it is known before all of the page is: what a pull quote repeats, which label an entry has. */
export type RawBlock = DocumentBlock | RawEntry | { readonly kind: 'pull quote'; readonly content: PositionedText };

/** What the text that comes next is part of. */
export type Slot =
  | { readonly kind: 'paragraph'; readonly quoted: boolean }
  | { readonly kind: 'heading'; readonly level: number }
  | {
      readonly kind: 'item';
      /** Null also while it stands in the text, as Word writes it. */
      readonly number: number | null;
      readonly depth: number;
      readonly list: number;
      readonly node: HtmlElement;
      used: boolean;
    }
  | { readonly kind: 'term'; readonly list: DefinitionList }
  | { readonly kind: 'definition'; readonly list: DefinitionList }
  | {
      readonly kind: 'entry';
      readonly number: string | null;
      readonly node: HtmlElement;
      parts: PositionedText[];
      ownLabel: string | null;
    }
  | {
      readonly kind: 'cell';
      readonly table: OpenTable;
      readonly node: HtmlElement;
      readonly parts: PositionedText[];
      /** All of its text is bold. */
      bold: boolean;
    }
  | { readonly kind: 'caption'; readonly table: OpenTable }
  /** A caption, a byline, a standfirst: see `besideRole`. In the box of a pull quote: what stands around the quotation. */
  | { readonly kind: 'beside'; readonly role: 'caption' | 'label' | 'standfirst' | 'quote box' }
  | { readonly kind: 'pull quote' }
  | { readonly kind: 'skipped'; readonly why: 'boilerplate' | 'code' };

export interface DefinitionList {
  term: PositionedText | null;
  /** Something defines or answers it. */
  used: boolean;
}

export interface OpenTable {
  readonly node: HtmlElement;
  caption: PositionedText | null;
  readonly rows: RawRow[];
}

/** What holds for an element and all in it, until an inner one says otherwise. */
export interface Surroundings {
  readonly slot: Slot;
  readonly quoted: boolean;
  readonly list: OpenList | null;
  readonly definitions: DefinitionList | null;
  /** The elements that ask what the rest of their box answers. */
  readonly questions: ReadonlySet<HtmlElement>;
  readonly table: OpenTable | null;
  readonly inReferences: boolean;
  /** The superscript it stands in; 0 for none. */
  readonly raised: number;
  readonly sectionHead: boolean;
}

export interface Frame {
  readonly node: HtmlElement;
  readonly around: Surroundings;
  child: number;
  /** Of an element in the line: where its text began, and in which text. */
  readonly from: number;
  readonly text: TextBuilder;
  /** It begins that text, or a line of it. */
  readonly opensLine: boolean;
}

/** Code, whose white space counts. */
export const isCode = (slot: Slot) => slot.kind === 'skipped' && slot.why === 'code';

/** These hold all text below them as one, whatever blocks stand in there. */
export const gathers = (slot: Slot) => slot.kind !== 'paragraph' && slot.kind !== 'item' && slot.kind !== 'definition';
