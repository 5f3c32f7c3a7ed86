import { trimAddress } from '../addresses/work-ids.js';
import type { Span } from '../judging/evidence.js';
import { coversText, tagDate, tagOfTemplate } from './editor-tags.js';
import { appendHtmlText } from './html-text.js';
import { TextBuilder } from './text-builder.js';
import { readArchiveNote } from './wikitext-archives.js';
import { TemplateCall, textOf } from './wikitext-arguments.js';
import { isCitationTemplate, readCitation, type Citation } from './wikitext-citations.js';
import { readWikiLink } from './wikitext-links.js';
import { NoteReader } from './wikitext-note-templates.js';
import type { WikiNotes } from './wikitext-notes.js';
import { quoteRuns } from './wikitext-quotes.js';
import { standInFor } from './wikitext-templates.js';
import { linesOf, type BracketNode, type ExtensionNode, type WikiNode } from './wikitext-tree.js';

/** Where a line of wikitext is written, and who wants to know what stands in it beside text. */
export interface InlineTarget {
  /** May be another one after `block`. */
  readonly text: TextBuilder;
  /** A tag that begins or ends a block: `<div>`. Left out where all text is one. */
  block?(name: string, closing: boolean): void;
  /** A citation template that stands here. */
  cites?(citation: Citation): void;
  /** Words that are set in bold, and where in the text they begin. */
  bold?(words: string, from: number): void;
  /** The caption of a picture, where captions are of use. */
  caption?(nodes: readonly WikiNode[]): void;
}

/** Values of templates in values of templates: further in, only text counts. Some values are looked at more than once. */
const DEEPEST_VALUE = 4;

const SPECIALS =
  /'{2,}|<\/?([a-z][a-z0-9]{0,20})(?:\s[^<>]{0,500})?\/?>|\[(?:(?:https?|ftp):)?\/\/[^\s<>"[\]]{1,2000}|\]|\bhttps?:\/\/[^\s<>"[\]|{}]{1,2000}|__[A-Z]{3,20}__/gi;

/** Tags that part a text into blocks. */
const BLOCK_TAG =
  /^(?:blockquote|div|p|center|li|ul|ol|dl|dt|dd|table|tbody|thead|tr|td|th|caption|section|hr|h[1-6]|pre)$/;
const OPAQUE_TAG = /^(?:code|kbd|samp|tt|var)$/;

/** What is open in a line while it is written: places in its text, −1 for nothing. */
interface LineState {
  text: TextBuilder;
  readonly runs: ReturnType<typeof quoteRuns>;
  run: number;
  bold: number;
  boldOpens: boolean;
  italic: number;
  code: number;
  lineStart: number;
  link: { readonly address: string; readonly from: number } | null;
  /** Where the last "]" stands: a link that opens behind it never closes. */
  readonly lastBracket: number;
}

/** Begins again in another text, when a block ended within the line. */
function restart(state: LineState, text: TextBuilder): void {
  if (state.text === text) return;
  Object.assign(state, { text, bold: -1, italic: -1, code: -1, lineStart: 0, link: null });
}

/**
 * Whether a sentence would lack an object without a template that is not known here: "built in {{age in years|1890}}". A
 * dropped one must not look like words that the author forgot.
 */
function wouldHang(text: TextBuilder): boolean {
  return /(?:^|[\s(])(?:on|in|at|by|from|of|since|until|between|during|for|with|to|under|the|a|an|per|via|and|or|is|was|are|were|than|about|[$€£])$/i.test(
    text.since(Math.max(0, text.length - 12)),
  );
}

/** Writes wikitext into a text as people read it, each character with its place in the input. */
export class InlineWriter {
  readonly noteReader: NoteReader;

  constructor(
    private readonly input: string,
    private readonly notes: WikiNotes,
    private readonly depth = 0,
  ) {
    this.noteReader = new NoteReader(input, notes, this.plain);
  }

  /** Writes the nodes of one line. */
  write(target: InlineTarget, line: readonly WikiNode[]): void {
    const state = this.begin(target.text, line);
    for (const [i, node] of line.entries()) {
      restart(state, target.text);
      switch (node.type) {
        case 'text':
          this.writeText(target, node, state);
          break;
        case 'link':
          this.writeLink(target, node);
          break;
        case 'parameter':
          // What stands for a parameter that nobody gave.
          if (node.parts[1]) this.write(target, node.parts[1].nodes);
          break;
        case 'template':
          this.writeTemplate(target, node, line[i + 1]);
          break;
        case 'extension':
          this.writeExtension(target, node, line[i + 1]);
      }
    }
  }

  /** Writes nodes that may stand on several lines as one text; items of lists are set apart by commas. */
  writeAll(target: InlineTarget, nodes: readonly WikiNode[]): void {
    for (const [i, line] of linesOf(this.input, nodes).entries()) {
      const [first] = line.nodes;
      const lead =
        first?.type === 'text' ? /^[*#:;]+\s*/.exec(this.input.slice(first.start, first.end))?.[0].length : 0;
      if (!lead) {
        if (i > 0) target.text.gap(line.start, line.start);
        this.write(target, line.nodes);
        continue;
      }
      target.text.separate(line.start, line.start + lead);
      this.write(target, [{ type: 'text', start: line.start + lead, end: first!.end }, ...line.nodes.slice(1)]);
    }
  }

  /** What people read in nodes; notes in them do not count. */
  readonly plain = (nodes: readonly WikiNode[] | null): string => {
    if (nodes === null) return '';
    if (this.depth >= DEEPEST_VALUE) return textOf(this.input, nodes);
    const text = new TextBuilder(this.input);
    new InlineWriter(this.input, this.notes.aside(), this.depth + 1).writeAll({ text }, nodes);
    return text.build()?.text ?? '';
  };

  private begin(text: TextBuilder, line: readonly WikiNode[]): LineState {
    const lastText = line.findLast((n) => n.type === 'text' && this.input.slice(n.start, n.end).includes(']'));
    return {
      text,
      runs: quoteRuns(this.input, line),
      run: 0,
      bold: -1,
      boldOpens: false,
      italic: -1,
      code: -1,
      lineStart: text.length === 0 ? 0 : -1,
      link: null,
      lastBracket: lastText ? this.input.lastIndexOf(']', lastText.end - 1) : -1,
    };
  }

  private writeText(target: InlineTarget, node: Span, state: LineState): void {
    let from = node.start;
    const upTo = (at: number): void => {
      if (at > from) appendHtmlText(target.text, this.input, from, at);
    };
    for (const match of this.input.slice(node.start, node.end).matchAll(SPECIALS)) {
      const start = node.start + match.index;
      const end = start + match[0].length;
      const [sign, tag] = match;
      if (sign === ']' && !state.link) continue;
      upTo(start);
      from = end;
      if (sign.startsWith("'")) this.quote(target, start, state);
      else if (tag !== undefined) {
        this.tag(target, tag.toLowerCase(), sign.startsWith('</'), { start, end }, state);
        restart(state, target.text);
      } else if (sign.startsWith('[')) {
        if (start > state.lastBracket) target.text.source(start, end);
        else from = this.openLink(target, start, end, state);
      } else if (sign === ']') this.closeLink(target, state);
      else if (!sign.startsWith('__')) from = this.address(target.text, sign, start, state);
    }
    upTo(node.end);
  }

  private quote(target: InlineTarget, start: number, state: LineState): void {
    const { text } = target;
    while (state.run < state.runs.length && state.runs[state.run]!.start < start) state.run += 1;
    const run = state.runs[state.run];
    if (run?.start !== start) return;
    text.source(start, start + run.letters);
    if (run.italic) {
      if (state.italic >= 0) text.italic(state.italic);
      state.italic = state.italic >= 0 ? -1 : text.length;
    }
    if (!run.bold) return;
    if (state.bold >= 0) {
      text.markBold(state.bold, state.boldOpens);
      target.bold?.(text.since(state.bold), state.bold);
    }
    state.boldOpens = text.length === state.lineStart;
    state.bold = state.bold >= 0 ? -1 : text.length;
  }

  private tag(target: InlineTarget, name: string, closing: boolean, { start, end }: Span, state: LineState): void {
    const { text } = target;
    if (name === 'br') {
      text.gap(start, end);
      state.lineStart = text.length;
    } else if (BLOCK_TAG.test(name)) {
      if (target.block) target.block(name, closing);
      else text.gap(start, end);
    } else if (name === 'q') text.decoded(closing ? '”' : '“', start, end);
    else if (OPAQUE_TAG.test(name)) {
      if (closing && state.code >= 0) text.markOpaque(state.code);
      state.code = closing ? -1 : text.length;
    }
  }

  private openLink({ text, cites }: InlineTarget, start: number, end: number, state: LineState): number {
    const written = this.input.slice(start + 1, end);
    const address = written.startsWith('//') ? `https:${written}` : written;
    state.link = { address, from: text.length };
    // In an entry of a list, the address is all that such a link says.
    if (cites && this.input[end] === ']') text.source(start + 1, end);
    return end;
  }

  private closeLink({ text }: InlineTarget, state: LineState): void {
    const { address, from } = state.link!;
    state.link = null;
    if (URL.canParse(address)) text.link(address, from);
    text.markOpaque(from);
  }

  private address(text: TextBuilder, sign: string, start: number, state: LineState): number {
    const address = trimAddress(sign);
    const from = text.length;
    text.source(start, start + address.length);
    if (URL.canParse(address) && !state.link) text.link(address, from);
    text.markOpaque(from);
    return start + address.length;
  }

  private writeLink(target: InlineTarget, node: BracketNode): void {
    const link = readWikiLink(this.input, node);
    if (link.kind === 'none') return;
    if (link.kind === 'picture') {
      if (link.caption) target.caption?.(link.caption);
      return;
    }
    const from = target.text.length;
    if (link.words) this.write(target, link.words);
    else appendHtmlText(target.text, this.input, link.target.start, link.target.end);
    target.text.markOpaque(from);
  }

  private writeTemplate(target: InlineTarget, node: BracketNode, next: WikiNode | undefined): void {
    const call = new TemplateCall(this.input, node);
    const { text } = target;
    const span = { start: node.start, end: node.end };
    const tag = tagOfTemplate(call.name);
    if (tag !== null) {
      const covered = coversText(call.name) ? call.get('text', 1) : null;
      if (covered) this.writeAll(target, covered);
      text.tag({ kind: tag, date: tagDate(this.plain(call.get('date', 'datum', 1))), span });
    } else if (this.noteReader.isNoteTemplate(call.name)) this.noteReader.writeTemplate(text, call, next);
    else if (isCitationTemplate(call.name)) this.writeCitation(target, call, span);
    else if (target.cites && this.writeArchive(text, call, span)) return;
    else {
      const standIn = standInFor(call, this.plain);
      if (standIn?.kind === 'words') text.decoded(standIn.words, span.start, span.end);
      else if (standIn) {
        for (const [i, value] of standIn.values.entries()) {
          if (i > 0) text.separate(span.start, span.start);
          this.writeAll(target, value);
        }
      } else {
        const isCited = text.length === 0 && next?.type === 'extension' && next.name === 'ref';
        if (isCited || wouldHang(text)) text.decoded('…', span.start, span.end);
        for (const part of node.parts.slice(1)) this.writeNotes(text, part.nodes);
      }
    }
  }

  /** Writes only the notes of what is not shown as text here: the page shows them, and others may use their names. */
  writeNotes(text: TextBuilder, nodes: readonly WikiNode[]): void {
    for (const [i, node] of nodes.entries()) {
      if (node.type === 'extension' && node.name === 'ref') this.noteReader.writeTag(text, node, nodes[i + 1]);
      else if (node.type === 'template') {
        const call = new TemplateCall(this.input, node);
        if (this.noteReader.isNoteTemplate(call.name)) this.noteReader.writeTemplate(text, call, nodes[i + 1]);
        else for (const part of node.parts.slice(1)) this.writeNotes(text, part.nodes);
      } else if (node.type === 'link') for (const part of node.parts) this.writeNotes(text, part.nodes);
    }
  }

  private writeCitation(target: InlineTarget, call: TemplateCall, { start, end }: Span): void {
    const citation = readCitation(call, this.plain);
    const from = target.text.length;
    target.text.decoded(citation.text, start, end);
    const { url, archiveUrl } = citation.work.source;
    for (const address of [url, archiveUrl]) if (address !== null) target.text.link(address, from);
    target.text.markOpaque(from);
    target.cites?.(citation);
  }

  /** In an entry: where a copy of the work is kept. Says whether the template tells of one. */
  private writeArchive(text: TextBuilder, call: TemplateCall, { start, end }: Span): boolean {
    const note = readArchiveNote(call, this.plain);
    if (!note) return false;
    const from = text.length;
    text.decoded(note.shown, start, end);
    text.link(note.address, from);
    text.decoded(note.rest, start, end);
    text.markOpaque(from);
    return true;
  }

  private writeExtension(target: InlineTarget, node: ExtensionNode, next: WikiNode | undefined): void {
    const { name, inner } = node;
    if (name === 'ref') return this.noteReader.writeTag(target.text, node, next);
    if (name === 'references') return this.noteReader.defineList(node);
    if (inner === null || !SHOWN_EXTENSIONS.has(name)) return;
    const from = target.text.length;
    appendHtmlText(target.text, this.input, inner.start, inner.end);
    if (target.text.length > from) target.text.markOpaque(from);
  }
}

/** Extensions whose content is seen, about as it is written. */
const SHOWN_EXTENSIONS = new Set('nowiki pre syntaxhighlight source math chem ce'.split(' '));
