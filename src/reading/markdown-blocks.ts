import type { postprocess } from 'micromark';
import type { Span } from '../judging/evidence.js';
import type { DocumentBlock, ReferenceBlock } from './document.js';
import type { Language } from '../languages/language.js';
import { readHtmlFragment } from './html-reader.js';
import type { Chunk, Definitions } from './markdown-chunks.js';
import { MarkdownLine } from './markdown-line.js';
import { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';

export type Token = ReturnType<typeof postprocess>[number][1];

/** What a block stands in. */
type Container =
  | { readonly kind: 'quote' }
  | {
      readonly kind: 'list';
      readonly id: number;
      readonly ordered: boolean;
      readonly depth: number;
      number: number;
      used: boolean;
    }
  | { readonly kind: 'footnote'; label: string; readonly line: MarkdownLine };

interface OpenTable {
  header: PositionedText[] | null;
  readonly rows: PositionedText[][];
  row: PositionedText[];
}

/** A longer first line than this (UTF-16 units) is no term that the next line defines. */
const MAX_TERM = 200;

/** micromark's events → blocks. Lists and quotes are containers; a block is made when its paragraph, heading or table ends. */
export class MarkdownBlocks {
  private readonly blocks: DocumentBlock[] = [];
  /** `[4]: https://…`, and before which block it stands. */
  private readonly numbered: { readonly before: number; readonly id: string; readonly block: ReferenceBlock }[] = [];
  private readonly shortcuts = new Set<string>();
  private readonly containers: Container[] = [];
  private lists = 0;
  private lastList: { readonly id: number; readonly ordered: boolean; readonly number: number } | null = null;
  private chunk: Chunk = { start: 0, end: 0, continuesList: false, table: null };
  /** How much of what micromark was given stands before the part: the head of a table once more. */
  private headLength = 0;
  /** The text that is being read; null between blocks. */
  private line: MarkdownLine | null = null;
  private level = 1;
  private table: OpenTable | null = null;
  private lastTable: OpenTable | null = null;
  private html: { readonly lines: Span[] } | null = null;
  /** The code that is being read: of its events, only its lines and their ends are text. */
  private code: TextBuilder | null = null;

  constructor(
    private readonly input: string,
    private readonly definitions: Definitions,
    private readonly language: Language,
  ) {}

  /**
   * The events that follow are those of this part of the input.
   *
   * @param headLength how much else comes before it
   */
  begin(chunk: Chunk, headLength: number): void {
    this.chunk = chunk;
    this.headLength = headLength;
  }

  finish(): readonly DocumentBlock[] {
    // Numbered definitions that some "[4]" uses are a list of sources; those of "[text][4]" only are not.
    const listed = this.numbered.filter((n) => this.shortcuts.has(n.id));
    const merged: DocumentBlock[] = [];
    let next = 0;
    this.blocks.forEach((block, i) => {
      for (; next < listed.length && listed[next]!.before <= i; next += 1) merged.push(listed[next]!.block);
      merged.push(block);
    });
    for (; next < listed.length; next += 1) merged.push(listed[next]!.block);
    return merged;
  }

  enter(token: Token): void {
    if (this.isHead(token)) return;
    const span = this.spanOf(token);
    if (this.code) {
      if (token.type === 'codeFlowValue') this.code.source(span.start, span.end);
      else if (token.type === 'lineEnding') this.code.breakLine(span.start, span.end);
      return;
    }
    switch (token.type as string) {
      case 'blockQuote':
        this.containers.push({ kind: 'quote' });
        return;
      case 'listOrdered':
      case 'listUnordered':
        this.openList(token.type === 'listOrdered');
        return;
      case 'listItemPrefix':
        this.nextItem();
        return;
      case 'listItemValue':
        this.startItem(span);
        return;
      case 'gfmFootnoteDefinition':
        this.containers.push({ kind: 'footnote', label: '', line: this.newLine() });
        return;
      case 'gfmFootnoteDefinitionLabelString':
        this.footnote!.label = this.slice(span);
        return;
      case 'definition':
        this.definition(span);
        return;
      case 'paragraph':
      case 'atxHeadingText':
      case 'setextHeadingText':
      case 'tableHeader':
      case 'tableData':
        this.open(span);
        return;
      case 'codeFenced':
      case 'codeIndented':
        this.code = new TextBuilder(this.input);
        this.code.keepSpace();
        return;
      case 'atxHeadingSequence':
        if (this.line === null && this.slice(span).length <= 6) this.level = span.end - span.start;
        return;
      case 'setextHeadingLineSequence':
        this.level = this.input[span.start] === '=' ? 1 : 2;
        return;
      case 'table':
        this.table = this.headLength > 0 && this.lastTable ? this.lastTable : { header: null, rows: [], row: [] };
        return;
      case 'tableRow':
        if (this.table) this.table.row = [];
        return;
      case 'htmlFlow':
        this.html = { lines: [] };
        return;
      case 'htmlFlowData':
        this.html?.lines.push(span);
        return;
      default:
        this.line?.enter(token.type, span);
    }
  }

  exit(token: Token): void {
    if (this.isHead(token)) return;
    const span = this.spanOf(token);
    switch (token.type as string) {
      case 'blockQuote':
        this.containers.pop();
        return;
      case 'listOrdered':
      case 'listUnordered':
        this.closeList();
        return;
      case 'gfmFootnoteDefinition':
        this.closeFootnote();
        return;
      case 'paragraph':
        this.paragraph();
        return;
      case 'atxHeading':
      case 'setextHeading':
        this.heading();
        return;
      case 'codeFenced':
      case 'codeIndented':
        this.closeCode();
        return;
      case 'tableHeader':
      case 'tableData':
        this.cell(span);
        return;
      case 'tableRow':
        this.row();
        return;
      case 'table':
        this.closeTable();
        return;
      case 'htmlFlow':
        this.htmlBlock(span);
        return;
      default:
        this.line?.exit(token.type, span);
    }
  }

  private spanOf(token: Token): Span {
    const base = this.chunk.start - this.headLength;
    return { start: base + token.start.offset, end: base + token.end.offset };
  }

  /** The table's head was read with the rows before. */
  private isHead(token: Token): boolean {
    return token.start.offset < this.headLength && (token.type as string) !== 'table';
  }

  private slice({ start, end }: Span): string {
    return this.input.slice(start, end);
  }

  private newLine(): MarkdownLine {
    return new MarkdownLine(this.input, this.definitions, this.shortcuts);
  }

  private get footnote() {
    const found = this.containers.findLast((c) => c.kind === 'footnote');
    return found?.kind === 'footnote' ? found : null;
  }

  private get list() {
    const last = this.containers.at(-1);
    return last?.kind === 'list' ? last : null;
  }

  private openList(ordered: boolean): void {
    const before = this.lastList;
    const goesOn = this.chunk.continuesList && this.containers.length === 0 && before?.ordered === ordered;
    const id = goesOn ? before.id : (this.lists += 1);
    const depth = this.containers.filter((c) => c.kind === 'list').length;
    this.containers.push({ kind: 'list', id, ordered, depth, number: goesOn ? before.number : 0, used: false });
  }

  private nextItem(): void {
    if (!this.list) return;
    this.list.number += 1;
    this.list.used = false;
  }

  /** Only the number of a list's first item counts; the others follow it. */
  private startItem(span: Span): void {
    if (this.list?.number === 1) this.list.number = Number(this.slice(span));
  }

  private closeList(): void {
    const closed = this.containers.pop();
    if (closed?.kind === 'list') this.lastList = { id: closed.id, ordered: closed.ordered, number: closed.number };
  }

  /** Text begins. In a footnote all of it is one text. */
  private open(span: Span): void {
    const { footnote } = this;
    this.line = footnote ? footnote.line : this.newLine();
    this.line.gap({ start: span.start, end: span.start });
  }

  private close(make: (content: PositionedText, line: MarkdownLine) => void): void {
    const { line } = this;
    this.line = null;
    if (this.footnote || line === null) return;
    const content = line.build();
    if (content) make(content, line);
  }

  private closeCode(): void {
    const content = this.code?.build() ?? null;
    this.code = null;
    if (content && !this.footnote) this.blocks.push({ kind: 'skipped', why: 'code', content });
  }

  private paragraph(): void {
    const anchor = this.line?.anchor ?? null;
    this.close((content, { breaks, boldLeads }) => {
      const { list } = this;
      if (list && !list.used) {
        const { id, depth, ordered, number } = list;
        this.blocks.push({
          kind: 'item',
          content,
          boldLeads,
          number: ordered ? number : null,
          depth,
          list: id,
          anchor,
        });
        list.used = true;
      } else if (!this.definitionList(content, breaks)) {
        const quoted = this.containers.some((c) => c.kind === 'quote');
        this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted });
      }
    });
  }

  private heading(): void {
    this.close((content) => this.blocks.push({ kind: 'heading', level: this.level, content }));
  }

  /** "Term", and in the lines below it ": definition". */
  private definitionList(content: PositionedText, breaks: readonly number[]): boolean {
    const at = breaks.filter((i) => content.text.startsWith(' : ', i));
    const [first] = at;
    if (first === undefined || first > MAX_TERM || first !== breaks[0] || first === 0) return false;
    const term = content.slice(0, first);
    at.forEach((from, i) => {
      const to = at[i + 1] ?? content.length;
      if (from + 3 < to) this.blocks.push({ kind: 'definition', term, content: content.slice(from + 3, to) });
    });
    return true;
  }

  private cell(span: Span): void {
    const { line, table } = this;
    this.line = null;
    if (this.footnote || !table) return;
    // An empty cell stands after its bar.
    const empty = PositionedText.verbatim(this.input, { start: span.end, end: span.end });
    table.row.push(line?.build() ?? empty);
  }

  private row(): void {
    const { table } = this;
    if (!table) return;
    if (!table.header) table.header = table.row;
    else if (table.row.some((c) => c.length > 0)) table.rows.push(table.row);
  }

  private closeTable(): void {
    const { table } = this;
    this.table = null;
    if (!table || this.footnote || table === this.lastTable) return;
    this.lastTable = table;
    const header = table.header?.some((c) => c.length > 0) ? table.header : null;
    if (header || table.rows.length > 0) this.blocks.push({ kind: 'table', caption: null, header, rows: table.rows });
  }

  private closeFootnote(): void {
    const closed = this.containers.pop();
    this.line = null;
    if (closed?.kind !== 'footnote') return;
    const content = closed.line.build();
    if (!content) return;
    const anchor = MarkdownLine.footnoteAnchor(closed.label);
    this.blocks.push({ kind: 'reference', label: closed.label, anchors: [anchor], content, links: content.links });
  }

  /** `[4]: https://…`: a numbered source, if the text refers to it as `[4]`. */
  private definition(span: Span): void {
    const id = /^\[(\d{1,4})\]:/.exec(this.input.slice(span.start, span.start + 8))?.[1];
    const link = id === undefined ? undefined : this.definitions.links.get(id);
    if (id === undefined || link === undefined || link.start < span.start || link.end > span.end) return;
    const content = PositionedText.verbatim(this.input, link);
    const { address } = link;
    const links = /^https?:/i.test(address) ? [{ span: { start: 0, end: 0 }, address }] : [];
    this.numbered.push({
      before: this.blocks.length,
      id,
      block: { kind: 'reference', label: id, anchors: [], content, links },
    });
  }

  private htmlBlock(span: Span): void {
    const lines = this.html?.lines ?? [];
    this.html = null;
    const skip: Span[] = [];
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      if (next) skip.push({ start: line.end + 1, end: Math.max(line.end + 1, next.start) });
    });
    if (this.footnote) return;
    const offset = this.lists;
    for (const block of readHtmlFragment(this.input, span, this.language, skip)) {
      if (block.kind === 'item') {
        this.lists = Math.max(this.lists, offset + block.list);
        this.blocks.push({ ...block, list: offset + block.list });
      } else this.blocks.push(block);
    }
  }
}
