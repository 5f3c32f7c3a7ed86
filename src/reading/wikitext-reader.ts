import type { Span } from '../judging/evidence.js';
import type { Document } from './document.js';
import { appendHtmlText } from './html-text.js';
import type { ReadLanguage, TellLanguage } from './language.js';
import { Sections } from './sections.js';
import { TextBuilder } from './text-builder.js';
import { TemplateCall, textOf } from './wikitext-arguments.js';
import type { Citation } from './wikitext-citations.js';
import { withEntries, type RawWikiBlock } from './wikitext-entries.js';
import { isInfobox, readInfobox } from './wikitext-infobox.js';
import { InlineWriter, type InlineTarget } from './wikitext-inline.js';
import { WikiLists } from './wikitext-lists.js';
import { WikiNotes } from './wikitext-notes.js';
import { attributesOf } from './wikitext-signs.js';
import { besideNodes, WikiTable } from './wikitext-tables.js';
import { linesOf, readWikiTree, trimmed, type WikiLine, type WikiNode } from './wikitext-tree.js';

/**
 * Reads the source of a page of MediaWiki: its blocks, the markers of its notes and its list of references, as
 * Wikipedia's templates write them. Templates that make text are read where they are known (see `standInFor`); those for
 * navigation, notices and categories stand for nothing. Never fails: what is not closed is read as MediaWiki does.
 */
export function readWikitext(input: string, tell: TellLanguage): Document {
  const reader = new WikitextReader(input, tell(null));
  reader.readLines(linesOf(input, readWikiTree(input)));
  return reader.finish();
}

/** What the line that is being written is part of. */
type Place =
  | { readonly kind: 'paragraph' | 'code' }
  | { readonly kind: 'item'; readonly number: number | null; readonly depth: number; readonly list: number }
  | { readonly kind: 'definition'; readonly term: NonNullable<ReturnType<TextBuilder['build']>> };

const PARAGRAPH: Place = { kind: 'paragraph' };

/** Templates that list the notes of a group. */
const NOTE_LISTS: Readonly<Record<string, string>> = {
  reflist: '',
  references: '',
  refs: '',
  'reference list': '',
  références: '',
  listaref: '',
  notelist: 'lower-alpha',
  efnlist: 'lower-alpha',
  'notelist-ua': 'upper-alpha',
  'notelist-lr': 'lower-roman',
  'notelist-ur': 'upper-roman',
  notefoot: 'note',
  notes: 'note',
};
const QUOTES = /^(?:quote|blockquote|block quote|cquote|quotation|bquote|poem ?quote|zitat|citation bloc|cita)$/;
const PULL_QUOTES = /^(?:quote box|quotebox|pull quote|pullquote|rquote)$/;
/** Their content stands on the page as it would without them. */
const CONTAINERS =
  /^(?:columns-list|col-list|div col list|plainlist|flatlist|collapse|hidden|block indent|center|stack|nowrap|small|smaller|aligned table)$/;
const WITH_CAPTIONS =
  /^(?:multiple image|image frame|annotated image|css image crop|photomontage|gallery|wide image|panorama|(?:double|triple|auto) image)$/;

class WikitextReader implements InlineTarget {
  private readonly notes = new WikiNotes();
  private readonly writer: InlineWriter;
  private readonly blocks: RawWikiBlock[] = [];
  private readonly sections: Sections;
  private readonly lists = new WikiLists();
  private readonly tables: WikiTable[] = [];
  private builder: TextBuilder;
  private place: Place = PARAGRAPH;
  private citations: Citation[] = [];
  /** Of a term that nothing defines yet. */
  private term: ReturnType<TextBuilder['build']> = null;
  private quoted = 0;
  private title: string | null = null;
  private subject: string | null = null;

  constructor(
    private readonly input: string,
    private readonly language: ReadLanguage,
  ) {
    this.sections = new Sections(language.words);
    this.writer = new InlineWriter(input, this.notes);
    this.builder = new TextBuilder(input);
  }

  get text(): TextBuilder {
    return this.builder;
  }

  block(name: string, closing: boolean): void {
    this.flush();
    if (name === 'blockquote') this.quoted = Math.max(0, this.quoted + (closing ? -1 : 1));
  }

  /** An encyclopedia sets its subject in bold where its article begins. */
  bold(words: string, from: number): void {
    const opens = this.place.kind === 'paragraph' && this.sections.beforeFirst && from < LEAD;
    if (opens && words.length <= LONGEST_SUBJECT) this.subject ??= words.trim() || null;
  }

  cites(citation: Citation): void {
    this.citations.push(citation);
  }

  caption(nodes: readonly WikiNode[]): void {
    const block = besideNodes(this.input, this.writer, nodes);
    if (block) this.blocks.push(block);
  }

  readLines(lines: readonly WikiLine[]): void {
    for (const line of lines) this.readLine(line);
  }

  finish(): Document {
    this.endAll();
    const blocks = withEntries(this.input, this.blocks, this.writer, this.notes);
    return { title: this.title ?? this.subject, language: this.language, titleApart: true, namesWorks: true, blocks };
  }

  private readLine(line: WikiLine): void {
    const [first] = line.nodes;
    const written = first?.type === 'text' ? this.input.slice(first.start, first.end) : '';
    if (/^=/.test(written) && this.heading(line)) return;
    const table = /^[\s:]*\{\|/.exec(written);
    if (table) return this.openTable(written.slice(table[0].length));
    const inTable = this.tables.at(-1);
    if (inTable) return /^\s*\|\}/.test(written) ? this.closeTable() : inTable.read(line);
    if (!/\S/.test(written) && line.nodes.every((n) => n.type === 'text')) return this.endBlock();
    const prefix = /^[*#:;]+/.exec(written)?.[0];
    if (prefix !== undefined) return this.listLine(line, prefix);
    this.lists.end();
    if (this.place.kind !== 'paragraph' && this.place.kind !== 'code') this.flush();
    // Lines that begin with a space are shown as they are typed, as programs are; links and notes in them are text's.
    const isCode = /^[ \t]\S/.test(written.slice(0, 60).replace(/^[ \t]+(?=[ \t])/, '')) && line.nodes.length === 1;
    if ((this.place.kind === 'code') !== isCode) this.flush();
    if (/^-{4}/.test(written)) return this.flush();
    this.gapBefore(line);
    if (!isCode || first === undefined) return this.writeLine(line.nodes);
    this.place = { kind: 'code' };
    this.text.keepSpace();
    this.writeLine([{ type: 'text', start: first.start + 1, end: first.end }]);
  }

  private heading(line: WikiLine): boolean {
    const { nodes } = line;
    const text = textOf(this.input, nodes);
    const signs = /^(={1,6})[^\n]*?(={1,6})\s*$/.exec(text.slice(0, 7) + text.slice(7).slice(-40));
    const last = nodes.at(-1)!;
    if (!signs || last.type !== 'text') return false;
    const level = Math.min(signs[1]!.length, signs[2]!.length);
    const end = last.start + this.input.slice(last.start, last.end).trimEnd().length - level;
    const start = nodes[0]!.start + level;
    const inner = nodes.flatMap((node): WikiNode[] => {
      if (node.type !== 'text') return [node];
      const part = { type: node.type, start: Math.max(node.start, start), end: Math.min(node.end, end) };
      return part.end > part.start ? [part] : [];
    });
    if (inner.length === 0) return false;
    this.endAll();
    const heading = new TextBuilder(this.input);
    this.writer.write({ text: heading }, trimmed(this.input, inner));
    const content = heading.build();
    if (content === null) return true;
    this.blocks.push({ kind: 'heading', level, content });
    this.sections.enter({ kind: 'heading', level, content });
    return true;
  }

  private openTable(attributes: string): void {
    this.flush();
    this.tables.push(new WikiTable(this.input, this.writer, attributes));
  }

  private closeTable(): void {
    for (const block of this.tables.pop()!.finish()) this.blocks.push(block);
  }

  private listLine(line: WikiLine, prefix: string): void {
    this.flush();
    const [first, ...rest] = line.nodes;
    if (/^#redirect/i.test(this.input.slice(first!.start, first!.start + 9))) return;
    const nodes: WikiNode[] = [{ type: 'text', start: first!.start + prefix.length, end: first!.end }, ...rest];
    const item = this.lists.enter(prefix);
    if (item.sign === ';') return this.termLine(nodes);
    if (item.sign === ':') this.place = this.term ? { kind: 'definition', term: this.term } : PARAGRAPH;
    else this.place = { kind: 'item', number: item.number, depth: item.depth, list: item.list };
    this.writeLine(nodes);
    this.flush();
  }

  /** "; term : definition", or the term alone. */
  private termLine(nodes: readonly WikiNode[]): void {
    this.loneTerm();
    const at = nodes.findIndex((n) => n.type === 'text' && COLON.test(this.input.slice(n.start, n.end)));
    const node = nodes[at];
    const colon = node ? node.start + COLON.exec(this.input.slice(node.start, node.end))!.index : -1;
    const term = new TextBuilder(this.input);
    const head: WikiNode[] = node
      ? [...nodes.slice(0, at), { type: 'text', start: node.start, end: colon }]
      : [...nodes];
    this.writer.write({ text: term }, trimmed(this.input, head));
    this.term = term.build();
    if (!node || !this.term) return;
    this.place = { kind: 'definition', term: this.term };
    this.writeLine([{ type: 'text', start: colon + 1, end: node.end }, ...nodes.slice(at + 1)]);
    this.flush();
  }

  /** A term that nothing defines is used as a small heading. */
  private loneTerm(): void {
    if (this.term) this.blocks.push({ kind: 'heading', level: 6, content: this.term });
    this.term = null;
  }

  private gapBefore(line: WikiLine): void {
    this.builder.gap(line.start, line.start);
  }

  /** Writes a line into the block that is open; what makes a block of its own stands apart from it. */
  private writeLine(nodes: readonly WikiNode[]): void {
    let run: WikiNode[] = [];
    for (const node of nodes) {
      const block = this.blockAt(node);
      if (!block) {
        run.push(node);
        continue;
      }
      this.writer.write(this, run);
      run = [];
      block();
    }
    this.writer.write(this, run);
  }

  /** How to read a node that makes blocks of its own; null for one that stands in the line. */
  private blockAt(node: WikiNode): (() => void) | null {
    if (node.type === 'extension') {
      const { name, inner } = node;
      if (name === 'references') {
        return () => {
          this.writer.noteReader.defineList(node);
          this.listNotes(attributesOf(node.attributes).get('group') ?? '');
        };
      }
      if (inner === null) return null;
      if (name === 'gallery') return () => this.gallery(linesOf(this.input, readWikiTree(this.input, inner)));
      if (/\binline\b/.test(node.attributes)) return null;
      if (/^(?:score|timeline)$/.test(name)) return () => this.flush();
      return /^(?:pre|syntaxhighlight|source)$/.test(name) ? () => this.code(inner, name === 'pre') : null;
    }
    return node.type === 'template' ? this.templateBlock(new TemplateCall(this.input, node)) : null;
  }

  private templateBlock(call: TemplateCall): (() => void) | null {
    const { name } = call;
    if (isInfobox(name)) {
      return () => {
        this.flush();
        const { facts, captions, rest } = readInfobox(this.input, call, this.writer);
        if (facts) this.blocks.push(facts);
        for (const nodes of captions) this.caption(nodes);
        for (const nodes of rest) this.writer.writeNotes(this.text, nodes);
        this.flush();
      };
    }
    if (Object.hasOwn(NOTE_LISTS, name)) {
      return () => {
        const group = this.writer.plain(call.get('group')) || NOTE_LISTS[name]!;
        this.writer.noteReader.define([...(call.get('refs', 'références') ?? []), ...call.positional.flat()], group);
        this.listNotes(group);
      };
    }
    if (name === 'displaytitle') return () => (this.title ??= this.writer.plain(call.get(0)) || null);
    const words = call.get('text', 'quote', 'content', 1);
    if (QUOTES.test(name) && words) {
      const others = call.node.parts.slice(1).flatMap(({ nodes }) => nodes.filter((node) => !words.includes(node)));
      return () => this.apart(words, true, others);
    }
    if (CONTAINERS.test(name) && words && this.hasLines(words)) return () => this.apart(words, false);
    if (PULL_QUOTES.test(name) || WITH_CAPTIONS.test(name)) {
      return () => {
        const named = call.named.filter(({ key }) => /^(?:caption|footer|header)/.test(key));
        for (const nodes of [...named.map((each) => each.nodes), ...call.positional]) this.caption(nodes);
      };
    }
    return null;
  }

  private hasLines(nodes: readonly WikiNode[]): boolean {
    return nodes.some((n) => n.type === 'text' && this.input.slice(n.start, n.end).includes('\n'));
  }

  /**
   * Reads what a template holds as blocks of their own.
   *
   * @param beside whose notes belong to the last of them: who is quoted, and where
   */
  private apart(nodes: readonly WikiNode[], quoted: boolean, beside: readonly WikiNode[] = []): void {
    this.endBlock();
    this.quoted += quoted ? 1 : 0;
    this.readLines(linesOf(this.input, nodes));
    this.writer.writeNotes(this.text, beside);
    this.endBlock();
    this.quoted = Math.max(0, this.quoted - (quoted ? 1 : 0));
  }

  /** @param decodes entities in it stand for characters, as in `<pre>` */
  private code({ start, end }: Span, decodes: boolean): void {
    this.flush();
    const text = new TextBuilder(this.input);
    text.keepSpace();
    if (decodes) appendHtmlText(text, this.input, start, end);
    else text.source(start, end);
    const content = text.build();
    if (content) this.blocks.push({ kind: 'skipped', why: 'code', content });
  }

  private listNotes(group: string): void {
    this.flush();
    this.blocks.push({ kind: 'list', group });
  }

  /** `File:Pier.jpg|The pier`, a line each. */
  private gallery(lines: readonly WikiLine[]): void {
    for (const { nodes } of lines) {
      const [first, ...rest] = nodes;
      const bar = first?.type === 'text' ? this.input.slice(first.start, first.end).indexOf('|') : -1;
      if (first && bar >= 0) this.caption([{ type: 'text', start: first.start + bar + 1, end: first.end }, ...rest]);
    }
  }

  /** Ends what a blank line ends. */
  private endBlock(): void {
    this.flush();
    this.lists.end();
    this.loneTerm();
  }

  /** Ends all that is open, as a heading and the end of the page do. A table that nothing closes ends here, too. */
  private endAll(): void {
    this.endBlock();
    while (this.tables.length > 0) this.closeTable();
    this.quoted = 0;
  }

  /** Ends the text so far: it belongs to the place. */
  private flush(): void {
    const { place, citations, builder } = this;
    this.place = PARAGRAPH;
    this.citations = [];
    if (builder.isFresh && place.kind !== 'code') return;
    const { boldLeads } = builder;
    const content = builder.build();
    this.builder = new TextBuilder(this.input);
    if (content === null) return;
    switch (place.kind) {
      case 'paragraph':
        this.loneTerm();
        this.blocks.push({ kind: 'paragraph', content, boldLeads, quoted: this.quoted > 0 });
        return;
      case 'code':
        this.blocks.push({ kind: 'skipped', why: 'code', content });
        return;
      case 'definition':
        this.term = null;
        this.blocks.push({ kind: 'definition', term: place.term, content });
        return;
      case 'item': {
        const { number, depth, list } = place;
        const item = { kind: 'item' as const, content, boldLeads, number, depth, list, anchor: null };
        const [citation] = citations;
        if (citation) this.blocks.push({ kind: 'work', item, citation, listed: this.sections.role('references') });
        else this.blocks.push(item);
      }
    }
  }
}

/** What parts a term from its definition on its line: no colon of an address. */
const COLON = /:(?!\/\/)/;
/** The subject's name begins within so many characters, and is no longer than so many. */
const LEAD = 60;
const LONGEST_SUBJECT = 120;
