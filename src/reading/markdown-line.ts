import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Span } from '../judging/evidence.js';
import { decodeFragment } from './html-outline.js';
import { readTree } from './html-tree.js';
import type { Definitions } from './markdown-chunks.js';
import { noteLabel } from './note-links.js';
import type { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';

/** What is inside these is no text. */
const SILENT = new Set(['image', 'resource', 'reference', 'gfmFootnoteCall']);

interface OpenLink {
  readonly from: number;
  readonly label: Span | null;
  readonly address: string | null;
  readonly reference: Span | null;
}

/** micromark's events within one block → its text. */
export class MarkdownLine {
  /** Where lines of the input end in the text: the places of the spaces that stand for them. */
  readonly breaks: number[] = [];
  /** The first name that HTML in the line gives to the place: `<a id="source-4"></a>`. */
  anchor: string | null = null;
  private readonly text: TextBuilder;
  private silent = 0;
  private readonly links: OpenLink[] = [];
  private codeFrom = 0;
  private emphasisFrom = 0;
  /** Open `<sup>`, `<a>`, `<code>`. */
  private readonly tags: { readonly name: string; readonly from: number; readonly href: string | null }[] = [];
  private raised = 0;
  /** Where the open bold text began, if it opened a line; else −1. */
  private strongFrom = -1;

  /**
   * @param shortcuts the numbers that `[4]` links refer to, added to
   */
  constructor(
    private readonly input: string,
    private readonly definitions: Definitions,
    private readonly shortcuts: Set<string>,
  ) {
    this.text = new TextBuilder(input);
  }

  /** What `[^note]` markers and the footnote's definition have in common. */
  static footnoteAnchor(label: string): string {
    return `^${normalizeIdentifier(label)}`;
  }

  /** The bold stretches that open it or a line of the input. */
  get boldLeads(): readonly Span[] {
    return this.text.boldLeads;
  }

  source({ start, end }: Span): void {
    this.text.source(start, end);
  }

  gap({ start, end }: Span): void {
    this.text.gap(start, end);
  }

  build(): PositionedText | null {
    return this.text.build();
  }

  enter(type: string, span: Span): void {
    if (type === 'link') this.links.push({ from: this.text.length, label: null, address: null, reference: null });
    const link = this.links.at(-1);
    if (link && type === 'resourceDestinationString')
      this.links[this.links.length - 1] = { ...link, address: this.slice(span) };
    if (link && type === 'referenceString') this.links[this.links.length - 1] = { ...link, reference: span };
    if (type === 'gfmFootnoteCall' && this.silent === 0) this.footnoteCall(span);
    if (SILENT.has(type)) this.silent += 1;
    if (this.silent > 0) return;
    switch (type) {
      case 'labelText':
        if (link) this.links[this.links.length - 1] = { ...link, label: span };
        return;
      case 'data':
      case 'codeTextData':
        this.source(span);
        return;
      case 'characterEscape':
        this.text.decoded(this.input[span.start + 1] ?? '', span.start, span.end);
        return;
      case 'characterReference':
        this.text.decoded(decodeString(this.slice(span)), span.start, span.end);
        return;
      case 'lineEnding':
        this.breaks.push(this.text.length);
        this.gap(span);
        return;
      case 'hardBreakEscape':
      case 'hardBreakTrailing':
        this.gap(span);
        return;
      case 'strong':
        this.strongFrom = this.opensLine ? this.text.length : -1;
        return;
      case 'codeText':
        this.codeFrom = this.text.length;
        return;
      case 'emphasis':
        this.emphasisFrom = this.text.length;
        return;
      case 'autolinkProtocol':
      case 'literalAutolinkHttp':
        this.address(span, this.slice(span));
        return;
      case 'literalAutolinkWww':
        this.address(span, `http://${this.slice(span)}`);
        return;
      case 'autolinkEmail':
      case 'literalAutolinkEmail':
        this.source(span);
        return;
      case 'htmlText':
        this.tag(span);
    }
  }

  exit(type: string, span: Span): void {
    if (SILENT.has(type)) this.silent -= 1;
    if (this.silent > 0) return;
    if (type === 'codeText') this.text.markOpaque(this.codeFrom);
    else if (type === 'emphasis') this.text.italic(this.emphasisFrom);
    else if (type === 'strong' && this.strongFrom >= 0) this.text.markBold(this.strongFrom);
    else if (type === 'link') this.endLink(this.links.pop()!, span);
  }

  private get opensLine(): boolean {
    return this.text.length === 0 || this.breaks.at(-1) === this.text.length;
  }

  private slice({ start, end }: Span): string {
    return this.input.slice(start, end);
  }

  private address(span: Span, address: string): void {
    const from = this.text.length;
    this.source(span);
    this.text.markOpaque(from);
    this.outward(address, from);
  }

  private outward(address: string, from: number): void {
    if (/^https?:/i.test(address) && URL.canParse(address)) this.text.link(address, from);
  }

  private footnoteCall(span: Span): void {
    const from = this.text.length;
    this.source(span);
    const label = this.slice(span).slice(2, -1);
    this.text.markNote(from, label, MarkdownLine.footnoteAnchor(label), this.raised);
  }

  private endLink({ from, label, address, reference }: OpenLink, span: Span): void {
    if (address !== null) {
      this.linkTo(from, decodeString(address), span);
      return;
    }
    const named = reference ?? label;
    const id = named === null ? '' : normalizeIdentifier(this.slice(named));
    const defined = this.definitions.links.get(id);
    if (defined && reference === null && /^\d{1,4}$/.test(id)) {
      this.shortcuts.add(id);
      this.text.markNote(from, id, null, this.raised, { source: span });
    } else this.linkTo(from, decodeString(defined?.address ?? ''), span);
  }

  private linkTo(from: number, address: string, span?: Span): void {
    if (address.startsWith('#')) {
      const fragment = decodeFragment(address.slice(1));
      // Where the link leads is not known here; a bare number that leads anywhere in the page is a reference.
      const context = { fragment, raised: this.raised > 0, declared: false, toReference: true };
      const label = noteLabel(this.text.since(from), context);
      if (label !== null) {
        this.text.markNote(from, label, fragment, this.raised, span && { source: span });
        return;
      }
    } else this.outward(address, from);
    this.text.markOpaque(from);
  }

  /** A tag of HTML in the line. Those that people see no effect of in text are left out. */
  private tag(span: Span): void {
    const source = this.slice(span);
    const name = /^<\/?([A-Za-z][^\s/>]*)/.exec(source)?.[1]?.toLowerCase();
    if (name === undefined) return;
    if (name === 'br') this.gap(span);
    else if (source.startsWith('</')) this.endTag(name);
    else this.startTag(name, span);
  }

  private startTag(name: string, span: Span): void {
    if (name !== 'sup' && name !== 'a' && name !== 'code' && name !== 'kbd' && name !== 'span') return;
    const element = readTree(this.input, span).children[0];
    const attributes = element?.type === 'element' ? element.attributes : null;
    this.anchor ??= attributes?.get('id') ?? (name === 'a' ? attributes?.get('name') : null) ?? null;
    if (name === 'span') return;
    if (name === 'sup') this.raised = span.start + 1;
    this.tags.push({ name, from: this.text.length, href: attributes?.get('href')?.trim() ?? null });
  }

  private endTag(name: string): void {
    const last = this.tags.at(-1);
    // A tag that closes another than the last is left alone, as is one that closes nothing.
    if (last?.name !== name) return;
    this.tags.pop();
    if (name === 'sup') {
      this.raised = 0;
      this.text.raise(last.from);
    } else if (name === 'a') {
      if (last.href !== null) this.linkTo(last.from, last.href);
    } else this.text.markOpaque(last.from);
  }
}
