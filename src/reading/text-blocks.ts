import type { ArticleFormat, Span } from '../judging/evidence.js';
import type { DocumentBlock, TableBlock } from './document.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { readBlocks } from './read-article.js';

/** What a block of an article's text is, for who shows it. A table is several: its caption and its rows. */
export type TextBlockKind =
  | 'HEADING'
  | 'PARAGRAPH'
  | 'ITEM'
  | 'TERM'
  | 'DEFINITION'
  | 'CAPTION'
  | 'HEADER_ROW'
  | 'ROW'
  | 'CODE'
  | 'FORMULA'
  | 'BESIDE';

/** A marker where it stands: positions in its cell's text. */
export interface TextMarker extends Span {
  readonly labels: readonly string[];
}

/** A stretch of text that remembers where in the input it stands. */
export interface TextCell {
  /** As it reads, markers and all. */
  readonly text: string;
  /** Where it stands in the input. */
  readonly start: number;
  readonly end: number;
  /**
   * Pairs: a position in `text`, and the one in the input that it was read from. From one pair to the next both go on in
   * step.
   */
  readonly positions: readonly number[];
  readonly markers: readonly TextMarker[];
  /** How many columns of its row it covers. */
  readonly columns: number;
  /** It stands in a row above already, and covers this one too. */
  readonly repeats: boolean;
}

export interface TextBlock {
  readonly kind: TextBlockKind;
  /** Of a heading 1 to 6, of an item the depth of its list from 0; else null. */
  readonly level: number | null;
  /** Of an item in an ordered list; else null. */
  readonly number: number | null;
  /** Inside a block quote. */
  readonly quoted: boolean;
  /** Items of one list and rows of one table share it; else null. */
  readonly group: number | null;
  /** Of a row: how many cells at its beginning name it. */
  readonly labels: number;
  /** One, but for rows. */
  readonly cells: readonly TextCell[];
}

const PLAIN = { level: null, number: null, quoted: false, group: null, labels: 0 } as const;

/**
 * An article's text as it reads, in order: without its title, its list of references, and what is no part of it.
 *
 * @param title of the article, as it was read with
 */
export function textBlocks(content: string, format: ArticleFormat, title: string): TextBlock[] {
  const { blocks, parts } = readBlocks(content, { format, title });
  const titleAt = parts.indexOf('title');
  let group = 0;
  let list: number | null = null;
  return blocks.flatMap((block, i): TextBlock[] => {
    // What has no claims is told apart from what is no part of the article; what stands over the title is a part of the page.
    const isShown = block.kind === 'skipped' ? block.why !== 'boilerplate' && i > titleAt : parts[i] === 'text';
    if (!isShown) return [];
    if (block.kind === 'item') {
      if (list !== block.list) group += 1;
      list = block.list;
    } else list = null;
    if (block.kind === 'table') group += 1;
    return written(block, group);
  });
}

/** Of texts that hold no claims. */
const KINDS = { code: 'CODE', formula: 'FORMULA', beside: 'BESIDE' } as const;

function written(block: DocumentBlock, group: number): TextBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...PLAIN, kind: 'HEADING', level: block.level, cells: [cellOf(block.content)] }];
    case 'paragraph':
      return [{ ...PLAIN, kind: 'PARAGRAPH', quoted: block.quoted, cells: [cellOf(block.content)] }];
    case 'item': {
      const { depth, number, content } = block;
      return [{ ...PLAIN, kind: 'ITEM', level: depth, number, group, cells: [cellOf(content)] }];
    }
    case 'definition':
      return [
        { ...PLAIN, kind: 'TERM', cells: [cellOf(block.term)] },
        { ...PLAIN, kind: 'DEFINITION', cells: [cellOf(block.content)] },
      ];
    case 'table':
      return rowsOf(block, group);
    case 'skipped':
      return block.why === 'boilerplate'
        ? []
        : [{ ...PLAIN, kind: KINDS[block.why], cells: [{ ...cellOf(block.content), markers: [] }] }];
    case 'reference':
      return [];
  }
}

function rowsOf({ caption, header, upperHeaders = [], rows, labels = 1 }: TableBlock, group: number): TextBlock[] {
  const seen = new Set<PositionedText>();
  const row = (kind: 'HEADER_ROW' | 'ROW', cells: readonly PositionedText[]): TextBlock => ({
    ...PLAIN,
    kind,
    group,
    labels: kind === 'ROW' ? labels : 0,
    cells: cellsOf(cells, seen),
  });
  return [
    ...(caption ? [{ ...PLAIN, kind: 'CAPTION' as const, group, cells: [cellOf(caption)] }] : []),
    ...[...upperHeaders, ...(header ? [header] : [])].map((cells) => row('HEADER_ROW', cells)),
    ...rows.map((cells) => row('ROW', cells)),
  ];
}

/** A cell over several columns stands, as one object, in each of them; over several rows as well. */
function cellsOf(row: readonly PositionedText[], seen: Set<PositionedText>): TextCell[] {
  const cells: TextCell[] = [];
  for (let i = 0; i < row.length;) {
    const content = row[i]!;
    let columns = 1;
    while (row[i + columns] === content) columns += 1;
    cells.push({ ...cellOf(content), columns, repeats: seen.has(content) });
    seen.add(content);
    i += columns;
  }
  return cells;
}

function cellOf(content: PositionedText): TextCell {
  const { start, end } = content.toInput(0, content.length);
  const markers = findMarkers(content).map(({ span, items }) => ({ ...span, labels: items.map(({ label }) => label) }));
  return { text: content.text, start, end, positions: positionsOf(content), markers, columns: 1, repeats: false };
}

function positionsOf(content: PositionedText): number[] {
  const pairs: number[] = [];
  let expected = -1;
  for (let i = 0; i < content.length; i += 1) {
    const { start } = content.toInput(i, i + 1);
    if (start !== expected) pairs.push(i, start);
    // What was read from more of the input than one unit (`&amp;`) puts the next out of step.
    expected = start + 1;
  }
  return pairs;
}
