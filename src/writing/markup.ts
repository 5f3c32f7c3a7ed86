/** What an article can be written as. */
export type WrittenFormat = 'MARKDOWN' | 'HTML';

/** A text that is written out of pieces that are markup already. */
export type Inline = string;

export interface Item {
  readonly number: number | null;
  readonly depth: number;
  readonly list: number;
  readonly content: Inline;
}

export interface Cell {
  readonly content: Inline;
  /** How many of them it covers. */
  readonly columns: number;
  readonly rows: number;
  /** Another place of a cell that began before. */
  readonly isCovered: boolean;
}

export interface Table {
  readonly caption: Inline | null;
  readonly headers: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many leading columns name the row. */
  readonly labels: number;
}

/** How one format writes the parts of an article. */
export interface Markup {
  text(words: string): Inline;
  /** Words that are no prose: in brackets there, numbers are no markers. */
  verbatim(words: string): Inline;
  link(content: Inline, address: string): Inline;
  bold(content: Inline): Inline;
  /** @param numbers of references that are listed, or not (then there is nothing to link to) */
  marker(numbers: readonly { readonly number: number; readonly isListed: boolean }[]): Inline;
  heading(level: number, content: Inline): string;
  paragraph(content: Inline, quoted: boolean): string;
  /** Items that follow one another. */
  items(items: readonly Item[]): string;
  table(table: Table): string;
  /** @param isExpected whether readers take it for a definition here: in a glossary, or when the term asks */
  definition(term: Inline, content: Inline, isExpected: boolean): string;
  code(words: string): string;
  /** @param words of the entry, its addresses among them */
  entry(number: number, words: string): string;
  /** The whole file. */
  file(title: string, language: string | null, parts: readonly string[]): string;
}
