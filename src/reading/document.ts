import type { ReadLanguage } from './language.js';
import type { Span } from '../judging/evidence.js';
import type { Described, DescribedWork } from './described-work.js';
import type { PositionedText, TextLink } from './positioned-text.js';

/**
 * What a format's reader hands on: the blocks of the input in reading order, with the structure that the format itself
 * gives, before anything is judged to be a claim, a question or a promotion. One interpretation (`interpret.ts`) then
 * serves all formats.
 */
export interface Document {
  /** From metadata (`<title>`, front matter) when the format has such a thing. */
  readonly title: string | null;
  /** What the format says, or the text's words tell. */
  readonly language: ReadLanguage;
  /** The format keeps the title outside of the text: no heading but one above all others is it. */
  readonly titleApart?: boolean;
  /** The format itself says which words cite a work: no others do. */
  readonly namesWorks?: boolean;
  /** Where the page says that it stands; left out by formats that do not say. */
  readonly address?: string | null;
  /** Works that data of the page says it cites, apart from its text (JSON-LD, metadata); left out when there are none. */
  readonly works?: readonly DescribedWork[];
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  HeadingBlock | ParagraphBlock | ItemBlock | TableBlock | DefinitionBlock | ReferenceBlock | SkippedBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1..6 */
  readonly level: number;
  readonly content: PositionedText;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly content: PositionedText;
  /** The bold stretches that open it or a line of it, in order; left out by formats that know none. */
  readonly boldLeads?: readonly Span[];
  /** Inside a block quote. */
  readonly quoted: boolean;
}

export interface ItemBlock {
  readonly kind: 'item';
  readonly content: PositionedText;
  /** As a paragraph's. */
  readonly boldLeads?: readonly Span[];
  /** Its number in an ordered list; null in a bulleted one. */
  readonly number: number | null;
  /** 0 for the outermost list. */
  readonly depth: number;
  /** Items of one list share it. */
  readonly list: number;
  /** The format's own name for it (`<li id>`), that links may point to. */
  readonly anchor: string | null;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: PositionedText | null;
  /** The heading row; null when the table has none. */
  readonly header: readonly PositionedText[] | null;
  /** Heading rows above that one, top first: "Trains" over "Freight" and "Passenger". */
  readonly upperHeaders?: readonly (readonly PositionedText[])[];
  /** How many leading columns name the row ("North", "Span 1"); 1 when not given. */
  readonly labels?: number;
  /** A cell that spans rows or columns stands, as one object, in each place that it covers. */
  readonly rows: readonly (readonly PositionedText[])[];
}

/** A term with its definition: `<dt>`/`<dd>`, "Term: definition" lists. A question-and-answer list may use it, too. */
export interface DefinitionBlock {
  readonly kind: 'definition';
  readonly term: PositionedText;
  readonly content: PositionedText;
}

/** An entry that the format itself says is a reference: a footnote definition, `<ol class="references">`. */
export interface ReferenceBlock {
  readonly kind: 'reference';
  /** Null when nothing numbers or names it: an entry of a bibliography. */
  readonly label: string | null;
  /** What links point to (`cite_note-4`, `CITEREFOkoro2024`); none when only the label names it. */
  readonly anchors: readonly string[];
  /** Its markers cite other entries: a short citation, a note with a source of its own. */
  readonly content: PositionedText;
  readonly links: readonly TextLink[];
  /** What the format itself says of the work, field by field; left out where there are only words. */
  readonly work?: CitedWork;
}

/** A work as the fields of a citation template describe it, and what of it is cited. */
export interface CitedWork {
  readonly source: Described;
  readonly quote: string | null;
}

/**
 * Text that holds no claims: of the page, not of the article (boilerplate: navigation, forms, asides), or of the article
 * without a statement that could be judged. Code keeps its lines; a formula, or code, may be all of a paragraph; beside
 * the text stand captions of pictures and who is quoted.
 */
export interface SkippedBlock {
  readonly kind: 'skipped';
  readonly why: 'boilerplate' | 'code' | 'formula' | 'beside';
  readonly content: PositionedText;
}

/** A marker that the format gives as structure: a footnote reference, a link to a note. Positions are in the text. */
export interface StructuralMarker {
  readonly span: Span;
  readonly items: readonly MarkerItem[];
  /** Its words are words of the sentence as well, as a link's are: the claim keeps them. */
  readonly isSpoken?: boolean;
}

/** One of the works that a marker names. */
export interface MarkerItem {
  readonly label: string;
  /** Where the format's link points, if it is a link. */
  readonly anchor: string | null;
  /** The place in the work that is meant: "p. 7"; left out when the marker names none. */
  readonly locator?: string;
}
