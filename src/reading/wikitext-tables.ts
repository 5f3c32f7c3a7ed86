import type { DocumentBlock } from './document.js';
import { isAllBold } from './bold-headings.js';
import { shapeTables, type RawCell, type RawRow } from './html-tables.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';
import type { InlineTarget, InlineWriter } from './wikitext-inline.js';
import { attributesOf } from './wikitext-signs.js';
import type { WikiLine, WikiNode } from './wikitext-tree.js';

/** Tables that lay out links, notices or navigation. */
const FURNITURE =
  /(?:^|\s)(?:navbox|vertical-navbox|sidebar|metadata|ambox|tmbox|mbox-small|sistersitebox|noprint|toc)(?:\s|$)/i;
const INFOBOX = /(?:^|\s)infobox(?:\s|$)/i;

interface OpenCell {
  readonly text: TextBuilder;
  readonly start: number;
  readonly heading: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A table of wikitext while its lines are read: `{|`, `|-`, `! heading`, `| cell || cell`, `|}`. */
export class WikiTable {
  private readonly rows: RawRow[] = [];
  private caption: PositionedText | null = null;
  private cell: OpenCell | null = null;
  private captionText: TextBuilder | null = null;
  private readonly classes: string;

  constructor(
    private readonly input: string,
    private readonly writer: InlineWriter,
    attributes: string,
  ) {
    this.classes = attributesOf(attributes).get('class') ?? '';
  }

  /** Reads a line that is not the table's last; what has no sign of tables goes on with the cell. */
  read(line: WikiLine): void {
    const [first] = line.nodes;
    const written = first?.type === 'text' ? this.input.slice(first.start, first.end) : '';
    const space = written.length - written.trimStart().length;
    const sign = /^(?:\|-|\|\+|[|!])/.exec(written.slice(space, space + 2))?.[0];
    if (!first || sign === undefined) return this.goOn(line);
    const at = first.start + space + sign.length;
    const rest: WikiNode[] = [{ type: 'text', start: at, end: first.end }, ...line.nodes.slice(1)];
    this.endCell();
    if (sign === '|-') this.rows.push({ head: false, cells: [] });
    else if (sign === '|+') {
      this.captionText = new TextBuilder(this.input);
      this.writer.write({ text: this.captionText }, withoutAttributes(this.input, rest).nodes);
    } else for (const nodes of cellsOf(this.input, rest, sign === '!')) this.beginCell(nodes, sign === '!', at);
  }

  /** The blocks of the table, once it ends. */
  finish(): readonly DocumentBlock[] {
    this.endCell();
    if (FURNITURE.test(this.classes)) return [];
    const infobox = INFOBOX.test(this.classes);
    const { tables, notes } = shapeTables(
      this.caption,
      this.rows.filter((row) => row.cells.length > 0),
      infobox,
    );
    const texts = notes.map((content) => ({ content, states: !infobox }));
    if (this.caption && (tables.length === 0 || findMarkers(this.caption).length > 0))
      texts.unshift({ content: this.caption, states: false });
    return [...tables, ...texts.map(({ content, states }) => besideText(content, states))];
  }

  private goOn(line: WikiLine): void {
    const text = this.cell?.text ?? this.captionText;
    if (!text) return;
    text.gap(line.start, line.start);
    this.writer.writeAll({ text }, line.nodes);
  }

  private beginCell(nodes: readonly WikiNode[], heading: boolean, start: number): void {
    this.endCell();
    const { attributes, nodes: content } = withoutAttributes(this.input, nodes);
    const text = new TextBuilder(this.input);
    this.cell = {
      text,
      heading,
      attributes: attributesOf(attributes),
      start: content[0]?.start ?? nodes[0]?.start ?? start,
    };
    this.writer.writeAll({ text }, content);
  }

  private endCell(): void {
    if (this.captionText) this.caption = this.captionText.build();
    this.captionText = null;
    if (!this.cell) return;
    const { text, start, heading, attributes } = this.cell;
    this.cell = null;
    const { boldLeads } = text;
    const content = text.build() ?? PositionedText.verbatim(this.input, { start, end: start });
    const row = this.rows.at(-1) ?? this.rows[this.rows.push({ head: false, cells: [] }) - 1]!;
    row.cells.push({
      content,
      heading,
      bold: isAllBold(content, boldLeads),
      scope: attributes.get('scope') ?? '',
      columns: countIn(attributes, 'colspan'),
      rows: countIn(attributes, 'rowspan'),
    } satisfies RawCell);
  }
}

/** Text beside the article's own: a statement of it when it carries a marker or states something, else only read with it. */
export function besideText(content: PositionedText, states: boolean): DocumentBlock {
  return states || findMarkers(content).length > 0
    ? { kind: 'paragraph', content, quoted: false }
    : { kind: 'skipped', why: 'beside', content };
}

/** Writes a caption or the like as a block of its own; null when it has no text. */
export function besideNodes(input: string, writer: InlineWriter, nodes: readonly WikiNode[]): DocumentBlock | null {
  const target: InlineTarget = { text: new TextBuilder(input) };
  writer.writeAll(target, nodes);
  const content = target.text.build();
  return content && besideText(content, false);
}

const countIn = (attributes: ReadonlyMap<string, string>, name: string): number => {
  const count = Number.parseInt(attributes.get(name) ?? '', 10);
  return Number.isNaN(count) || count < 1 ? 1 : count;
};

/** The cells of a line, parted by "||", and in a line of headings also by "!!". */
function cellsOf(input: string, nodes: readonly WikiNode[], headings: boolean): WikiNode[][] {
  const cells: WikiNode[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      cells.at(-1)!.push(node);
      continue;
    }
    let from = node.start;
    for (const match of input.slice(node.start, node.end).matchAll(headings ? /\|\||!!/g : /\|\|/g)) {
      const at = node.start + match.index;
      if (at > from) cells.at(-1)!.push({ type: 'text', start: from, end: at });
      from = at + 2;
      cells.push([]);
    }
    if (node.end > from) cells.at(-1)!.push({ type: 'text', start: from, end: node.end });
  }
  return cells;
}

/** `rowspan="2" | words`: a bar with no bracket before it parts the attributes from the words. */
function withoutAttributes(
  input: string,
  nodes: readonly WikiNode[],
): { readonly attributes: string; readonly nodes: readonly WikiNode[] } {
  const [first] = nodes;
  if (first?.type !== 'text') return { attributes: '', nodes };
  const bar = input.slice(first.start, first.end).indexOf('|');
  if (bar < 0) return { attributes: '', nodes };
  const at = first.start + bar;
  const rest: WikiNode[] = at + 1 < first.end ? [{ type: 'text', start: at + 1, end: first.end }] : [];
  return { attributes: input.slice(first.start, at), nodes: [...rest, ...nodes.slice(1)] };
}
