import type { ArticleFormat, Claim, Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import type { DocumentBlock, TableBlock } from '../reading/document.js';
import { findMarkers, keptStretches } from '../reading/markers.js';
import type { PositionedText } from '../reading/positioned-text.js';
import { readBlocks } from '../reading/read-article.js';
import { Sections } from '../reading/sections.js';
import { isQuestion } from '../reading/words.js';
import { HTML } from './html.js';
import { MARKDOWN } from './markdown.js';
import type { Cell, Inline, Item, Markup, WrittenFormat } from './markup.js';

/** An article that is to be written anew. */
export interface WrittenArticle {
  /** The text of its newest revision. */
  readonly content: string;
  readonly format: ArticleFormat;
  readonly title: string;
  /** What is cited where. */
  readonly claims: readonly CitingClaim[];
  /** The list of references, in the order of the numbers. */
  readonly references: readonly { readonly number: number; readonly entry: string }[];
}

export interface CitingClaim {
  /** Where it begins in the content. */
  readonly start: number;
  /** Of the references that it cites, in the order of their markers. */
  readonly numbers: readonly number[];
}

const MARKUPS: Readonly<Record<WrittenFormat, Markup>> = { MARKDOWN, HTML };

/**
 * An article with the markers that its claims have now, and its list of references written anew. What is no part of the
 * article (navigation, advertising) is left out; so are markers of what is no claim.
 */
export function writeArticle(article: WrittenArticle, to: WrittenFormat): string {
  const read = readBlocks(article.content, { format: article.format, title: article.title });
  const markup = MARKUPS[to];
  const listed = new Set(article.references.map(({ number }) => number));
  const cited = citedIn(read.article.claims, article.claims);
  const claims = new Map<PositionedText, PlacedClaim[]>();
  for (const [i, { content, start, end }] of read.places.entries()) {
    const claim = read.article.claims[i]!;
    const numbers = [...(cited.get(claim) ?? [])].map((number) => ({ number, isListed: listed.has(number) }));
    const place = { start, end, marker: numbers.length === 0 ? '' : markup.marker(numbers) };
    const own = claims.get(content);
    if (own) own.push(place);
    else claims.set(content, [place]);
  }
  const writer = new BlockWriter(markup, claims, read.language);
  const parts = writer.write(read.blocks.filter((_, i) => read.parts[i] === 'text'));
  if (article.references.length > 0) parts.push(markup.heading(2, markup.text('References')));
  for (const { number, entry } of article.references) parts.push(markup.entry(number, entry));
  return markup.file(read.article.title, read.article.language, parts);
}

/**
 * What each claim of the text cites. A claim that people cut has several within it, and one that they joined begins
 * where the first of its parts does: either way the marker stands where the text has a sentence.
 */
function citedIn(read: readonly Claim[], citing: readonly CitingClaim[]): Map<Claim, Set<number>> {
  const claims = [...read].sort((a, b) => a.span.start - b.span.start);
  const cited = new Map<Claim, Set<number>>();
  let at = 0;
  for (const { start, numbers } of [...citing].sort((a, b) => a.start - b.start)) {
    while (claims[at + 1] && claims[at + 1]!.span.start <= start) at++;
    const claim = claims[at];
    if (!claim || start < claim.span.start || start >= Math.max(claim.span.end, claim.span.start + 1)) continue;
    const all = cited.get(claim) ?? new Set();
    for (const number of numbers) all.add(number);
    cited.set(claim, all);
  }
  return cited;
}

interface PlacedClaim extends Span {
  readonly marker: Inline;
}

class BlockWriter {
  constructor(
    private readonly markup: Markup,
    private readonly claims: ReadonlyMap<PositionedText, readonly PlacedClaim[]>,
    private readonly language: Language,
  ) {}

  write(blocks: readonly DocumentBlock[]): string[] {
    const parts: string[] = [];
    // The title alone stands on the first level.
    const shift = blocks.some((block) => block.kind === 'heading' && block.level === 1) ? 1 : 0;
    let items: Item[] = [];
    const endList = (): void => {
      if (items.length > 0) parts.push(this.markup.items(items));
      items = [];
    };
    const sections = new Sections(this.language);
    for (const block of blocks) {
      if (block.kind === 'heading') sections.enter(block);
      if (block.kind === 'item') {
        const { number, depth, list } = block;
        items.push({ number, depth, list, content: this.inline(block.content, block.boldLeads) });
        continue;
      }
      endList();
      const written = this.block(block, shift, sections);
      if (written !== null) parts.push(written);
    }
    endList();
    return parts;
  }

  private block(block: Exclude<DocumentBlock, { kind: 'item' }>, shift: number, sections: Sections): string | null {
    const { markup } = this;
    switch (block.kind) {
      case 'heading':
        return markup.heading(Math.min(6, block.level + shift), this.inline(block.content));
      case 'paragraph':
        return markup.paragraph(this.inline(block.content, block.boldLeads), block.quoted);
      case 'definition':
        return markup.definition(
          this.inline(block.term),
          this.inline(block.content),
          sections.role('glossary') || isQuestion(block.term.text, this.language),
        );
      case 'table':
        return this.table(block);
      case 'skipped':
        return block.why === 'code' ? markup.code(block.content.text) : null;
      default:
        return null;
    }
  }

  private table({ caption, header, upperHeaders = [], rows, labels = 1 }: TableBlock): string {
    const written = new Map<PositionedText, Inline>();
    const cells = (of: readonly (readonly PositionedText[])[]): Cell[][] =>
      of.map((row, y) => row.map((cell, x) => this.cell(cell, of, y, x, written)));
    return this.markup.table({
      caption: caption && this.inline(caption),
      headers: cells([...upperHeaders, ...(header ? [header] : [])]),
      rows: cells(rows),
      labels,
    });
  }

  /** A cell over several columns or rows stands, as one object, in each place that it covers. */
  private cell(
    cell: PositionedText,
    rows: readonly (readonly PositionedText[])[],
    y: number,
    x: number,
    written: Map<PositionedText, Inline>,
  ): Cell {
    const content = written.get(cell) ?? this.inline(cell);
    written.set(cell, content);
    const isCovered = rows[y]![x - 1] === cell || rows[y - 1]?.[x] === cell;
    let [columns, height] = [1, 1];
    if (isCovered) return { content, columns, rows: height, isCovered };
    while (rows[y]![x + columns] === cell) columns++;
    while (rows[y + height]?.[x] === cell) height++;
    return { content, columns, rows: height, isCovered };
  }

  /** A text with its claims' markers in the place of its own. */
  private inline(content: PositionedText, bold: readonly Span[] = []): Inline {
    const links = content.links.filter(({ address }) => SAFE.test(address));
    const linked = new Set(links.map(({ span }) => span.start));
    const wraps = [
      ...links.map(({ span, address }) => ({
        ...span,
        wrap: (words: string) => this.markup.link(this.markup.text(words), address),
      })),
      ...bold.map((span) => ({ ...span, wrap: (words: string) => this.markup.bold(this.markup.text(words)) })),
      ...content.opaque
        .filter(({ start }) => !linked.has(start))
        .map((span) => ({ ...span, wrap: (words: string) => this.markup.verbatim(words) })),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
    const markers = findMarkers(content).flatMap(({ span, isSpoken }) => (isSpoken ? [] : [span]));
    const writer = new InlineWriter(content.text, this.markup, markers, wraps);
    for (const { start, end, marker } of this.claims.get(content) ?? []) {
      writer.upTo(start);
      writer.claim(end, marker);
    }
    writer.upTo(content.length);
    return writer.written;
  }
}

/** Writes a text from its beginning to its end, without its own markers. Marks are in order, and looked at once. */
class InlineWriter {
  written: Inline = '';
  private at = 0;
  private nextMarker = 0;
  private nextWrap = 0;

  constructor(
    private readonly text: string,
    private readonly markup: Markup,
    private readonly markers: readonly Span[],
    private readonly wraps: readonly Wrap[],
  ) {}

  /** What stands before a claim, or behind the last one. */
  upTo(end: number): void {
    for (const stretch of this.kept(end)) this.add(stretch);
  }

  /** A claim with its marker: before the stop that ends it, as people set it. */
  claim(end: number, marker: Inline): void {
    const kept = this.kept(end);
    const last = kept.pop();
    for (const stretch of kept) this.add(stretch);
    if (!last) return;
    if (marker === '') return this.add(last);
    const words = this.text.slice(last.start, last.end).trimEnd();
    const stop = /[.!?…]$/.exec(words.slice(-1))?.[0] ?? '';
    this.add({ start: last.start, end: last.start + words.length - stop.length });
    this.written += `${this.endsInSpace() ? '' : ' '}${marker}${this.markup.text(stop)}`;
  }

  /** What is left without the markers from here to there, which is then the place. */
  private kept(end: number): Span[] {
    const start = this.at;
    this.at = Math.max(start, end);
    const inside: Span[] = [];
    for (; this.markers[this.nextMarker] && this.markers[this.nextMarker]!.start < end; this.nextMarker++) {
      const marker = this.markers[this.nextMarker]!;
      if (marker.start >= start && marker.end <= end) {
        inside.push({ start: marker.start - start, end: marker.end - start });
      }
    }
    return keptStretches(this.text.slice(start, end), inside).map((kept) => ({
      start: start + kept.start,
      end: start + kept.end,
    }));
  }

  /** A stretch; links and bold words as far as they stand whole in it. */
  private add(stretch: Span): void {
    let at = stretch.start;
    // A marker that is gone leaves one space, not two.
    while (this.endsInSpace() && at < stretch.end && /\s/.test(this.text.charAt(at))) at++;
    for (; this.wraps[this.nextWrap] && this.wraps[this.nextWrap]!.start < stretch.end; this.nextWrap++) {
      const { start, end, wrap } = this.wraps[this.nextWrap]!;
      if (start < at || end > stretch.end || start === end) continue;
      this.written += this.markup.text(this.text.slice(at, start)) + wrap(this.text.slice(start, end));
      at = end;
    }
    this.written += this.markup.text(this.text.slice(at, stretch.end));
  }

  private endsInSpace(): boolean {
    return /\s/.test(this.written.charAt(this.written.length - 1));
  }
}

/** Addresses that lead somewhere; others would run, or show, what they hold. */
const SAFE = /^(?:https?|mailto):/i;

interface Wrap extends Span {
  readonly wrap: (words: string) => Inline;
}
