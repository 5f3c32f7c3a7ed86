import type { Article, BlockKind, Citation, Claim, Marker, Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { type Circumstances, whyNotCheckable } from './checkable.js';
import type { DocumentBlock } from './document.js';
import { findHoles } from './holes.js';
import { labelEnd } from './lead-ins.js';
import type { LineIndex } from './line-index.js';
import { findMarkers, type FoundMarker, withoutMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import type { ReferenceEntry, ReferenceList } from './references.js';
import type { Sections } from './sections.js';
import { splitSentences } from './sentences.js';
import { statementsOf, type TableStatement } from './tables.js';
import { valueStateOf } from './value-states.js';
import { endsWithStop, isQuestion } from './words.js';

/** Where in the blocks a claim stands: a stretch of the text of one of them, or of a cell. */
export interface ClaimPlace extends Span {
  readonly content: PositionedText;
}

/** A stretch of one block that states something, with its markers. */
interface Place {
  /** The block's own text, of which `content` is the end. */
  readonly whole: PositionedText;
  readonly content: PositionedText;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly lede: boolean;
  readonly high: boolean;
  /** Where the statement behind a bold label begins; 0 without one. */
  readonly label: number;
  /** It names other works: what has no marker states nothing. */
  readonly pointsElsewhere: boolean;
  /** An item of a list of instructions. */
  readonly amongInstructions: boolean;
}

/**
 * Gathers an article's claims, markers and the uses of its references, block by block: what each sentence, field and
 * cell states, and what its markers cover.
 */
export class ClaimBuilder {
  private readonly claims: (Omit<Claim, 'citations'> & { readonly cited: readonly Cited[] })[] = [];
  private readonly markers: Marker[] = [];
  /** Of each claim, in the same order. */
  readonly places: ClaimPlace[] = [];
  private readonly seen = new Map<PositionedText, readonly FoundMarker[]>();
  private blockIndex = 0;

  constructor(
    private readonly lines: LineIndex,
    private readonly references: ReferenceList,
    private readonly instructionLists: ReadonlySet<number>,
    private readonly language: Language,
  ) {}

  /** The claims of a block that is neither heading nor entry of the reference list. */
  read(block: DocumentBlock, sections: Sections, lede: boolean): void {
    const { heading: section } = sections;
    this.blockIndex++;
    switch (block.kind) {
      case 'paragraph':
      case 'item': {
        let kind: BlockKind = block.kind === 'item' ? 'LIST_ITEM' : 'PARAGRAPH';
        let { content } = block;
        if (sections.answering) kind = 'ANSWER';
        else if (sections.role('glossary')) {
          const term = /^[^.:–—]{1,60}?(?::|\s[–—-])\s+/.exec(content.text);
          if (term) content = content.slice(term[0].length, content.length);
          if (term || sections.nested) kind = 'DEFINITION';
        }
        this.sentences({
          whole: block.content,
          content,
          kind,
          section,
          lede: lede || sections.role('summary'),
          high: lede && block.kind === 'paragraph',
          label: content === block.content ? labelEnd(block, this.language) : 0,
          pointsElsewhere: sections.role('further reading') || (content.isAllOpaque && !endsWithStop(content.text)),
          amongInstructions: block.kind === 'item' && this.instructionLists.has(block.list),
        });
        break;
      }
      case 'definition': {
        const asks = isQuestion(block.term.text, this.language);
        if (asks) sections.ask();
        this.markersOf(block.term);
        this.sentences({
          whole: block.content,
          content: block.content,
          kind: asks ? 'ANSWER' : 'DEFINITION',
          section,
          lede: false,
          high: false,
          label: 0,
          pointsElsewhere: false,
          amongInstructions: false,
        });
        break;
      }
      case 'table':
        for (const row of statementsOf(block, this.language)) {
          this.blockIndex++;
          for (const statement of row) this.tableStatement(statement, section, sections.role('glossary'));
        }
        break;
      default:
        break;
    }
  }

  /** The markers of a text, counted once however many claims they cover. */
  markersOf(content: PositionedText, find = findMarkers): readonly FoundMarker[] {
    const known = this.seen.get(content);
    if (known) return known;
    const found = find(content);
    this.seen.set(content, found);
    for (const marker of found) {
      const span = content.toInput(marker.span.start, marker.span.end);
      for (const item of marker.items) this.references.resolve(item.label, item.anchor).markerCount++;
      const labels = marker.items.map((item) => item.label);
      this.markers.push({
        raw: marker.raw,
        span,
        line: this.lines.lineOf(span.start),
        labels,
        problem: marker.problem,
      });
    }
    return found;
  }

  private sentences({ whole, content, kind, section, lede, high, ...place }: Place): void {
    const before = whole.length - content.length;
    const markers = this.markersOf(content);
    const spans = splitSentences(
      content.text,
      markers.filter((m) => !m.isSpoken).map((m) => m.span),
      this.language,
    );
    const answer = kind === 'ANSWER' ? this.language.sentences.answer.exec(content.text.slice(0, 20)) : null;
    const [first, second] = spans;
    if (first && second && first.end <= Math.max(place.label, answer?.[0].length ?? 0)) {
      spans.splice(0, 2, { start: first.start, end: second.end });
    }
    let next = 0;
    for (const [i, span] of spans.entries()) {
      // Both run in order: each marker is looked at once.
      while (next < markers.length && markers[next]!.span.start < span.start) next++;
      const from = next;
      while (next < markers.length && markers[next]!.span.end <= span.end) next++;
      const inside = markers.slice(from, next);
      const raw = content.text.slice(span.start, span.end);
      const local = inside
        .filter((m) => !m.isSpoken)
        .map((m) => ({ start: m.span.start - span.start, end: m.span.end - span.start }));
      const text = withoutMarkers(raw, local);
      if (!/[\p{L}\p{N}]/u.test(text) || isQuestion(text, this.language)) continue;
      if (place.pointsElsewhere && inside.length === 0) continue;
      const holes = findHoles(raw, local, this.language).map((hole) => ({
        ...hole,
        span: content.toInput(span.start + hole.span.start, span.start + hole.span.end),
      }));
      const statement = i === 0 ? text.slice(place.label).trimStart() : text;
      const tags = content.tagsWithin(span.start, span.end);
      const around: Circumstances = {
        block: kind,
        // Who asks for evidence took it for a fact, as who gives it does.
        marked: inside.length > 0 || tags.length > 0,
        holed: holes.length > 0,
        amongInstructions: place.amongInstructions && i === 0,
      };
      const notCheckable = whyNotCheckable(statement, around, this.language);
      this.places.push({ content: whole, start: before + span.start, end: before + span.end });
      this.add(content.toInput(span.start, span.end), this.cite(inside.map((m) => ({ m, content }))), {
        block: kind,
        section,
        attribute: null,
        column: null,
        value: null,
        valueState: holes.length > 0 ? 'ELIDED' : null,
        text,
        holes,
        checkable: notCheckable === null,
        notCheckable,
        priority: high ? 'HIGH' : 'NORMAL',
        lede,
        evidenceNote: null,
        tags,
      });
    }
  }

  private tableStatement(statement: TableStatement, section: string | null, glossary: boolean): void {
    const { content, attribute, column, note, kind } = statement;
    const plain = (part: PositionedText | null): string | null =>
      part &&
      withoutMarkers(
        part.text,
        this.markersOf(part).map((m) => m.span),
      );
    const markers = [content, ...statement.alsoMarked].flatMap((part) =>
      this.markersOf(part).map((m) => ({ m, content: part })),
    );
    const label = plain(attribute);
    const value = plain(content)!;
    const raw = content.text;
    const state = kind === 'EVIDENCE_ROW' ? null : valueStateOf(value, this.language);
    const holes =
      state === 'PRESENT' || state === null
        ? findHoles(
            raw,
            this.markersOf(content).map((m) => m.span),
            this.language,
          ).map((hole) => ({
            ...hole,
            span: content.toInput(hole.span.start, hole.span.end),
          }))
        : [];
    const text = kind === 'FIELD' ? [label, value].filter(Boolean).join(' ') : value || (label ?? '');
    // A row that is nothing but a marker states nothing.
    if (text === '') return;
    const block = glossary && kind === 'FIELD' ? 'DEFINITION' : kind;
    const notCheckable =
      state === 'NOT_APPLICABLE'
        ? 'not applicable'
        : state === 'BLANK'
          ? null
          : whyNotCheckable(value, { block, marked: markers.length > 0, holed: holes.length > 0 }, this.language);
    const from = content.toInput(0, content.length);
    const span =
      kind === 'FIELD' && attribute
        ? {
            start: Math.min(attribute.toInput(0, attribute.length).start, from.start),
            end: Math.max(from.end, from.start),
          }
        : from;
    this.places.push({ content, start: 0, end: content.length });
    this.add(span, this.cite(markers), {
      block,
      section,
      attribute: label,
      column: plain(column),
      value: kind === 'EVIDENCE_ROW' ? null : state === 'BLANK' ? '' : value,
      valueState: holes.length > 0 ? 'ELIDED' : state,
      text,
      holes,
      checkable: notCheckable === null,
      notCheckable,
      priority: 'NORMAL',
      lede: false,
      evidenceNote: plain(note) || null,
      tags: [content, ...(attribute ? [attribute] : []), ...(note ? [note] : [])].flatMap((part) =>
        part.tagsWithin(0, part.length),
      ),
    });
  }

  /** One citation a number, in the order of the markers. */
  private cite(markers: readonly { readonly m: FoundMarker; readonly content: PositionedText }[]): Cited[] {
    const cited = new Map<ReferenceEntry, { spans: Span[]; locator: string | null }>();
    for (const { m, content } of markers) {
      for (const item of m.items) {
        const entry = this.references.resolve(item.label, item.anchor);
        const known = cited.get(entry) ?? { spans: [], locator: null };
        cited.set(entry, known);
        known.spans.push(content.toInput(m.span.start, m.span.end));
        known.locator ??= item.locator ?? null;
      }
    }
    for (const entry of cited.keys()) entry.citationCount++;
    return [...cited].map(([entry, where]) => ({ entry, ...where }));
  }

  private add(
    span: Span,
    cited: readonly Cited[],
    rest: Omit<Claim, 'ordinal' | 'span' | 'line' | 'blockIndex' | 'citations'>,
  ): void {
    const place = {
      ordinal: this.claims.length + 1,
      span,
      line: this.lines.lineOf(span.start),
      blockIndex: this.blockIndex,
    };
    this.claims.push({ ...place, ...rest, cited });
  }

  finish(): Pick<Article, 'claims' | 'references' | 'markers'> {
    const references = this.references.numbered();
    const byLabel = new Map(references.map((reference) => [reference.label, reference]));
    const claims = this.claims.map(({ cited, ...claim }): Claim => {
      const citations = cited.map(({ entry, spans, locator }): Citation => {
        const { label, number, source } = byLabel.get(entry.label)!;
        return {
          label,
          number,
          source,
          stance: 'SUPPORTS',
          directness: 'UNKNOWN',
          basis: 'ASSERTED',
          state: 'PROPOSED',
          quote: entry.quote,
          locator: locator ?? entry.locator,
          note: null,
          spans,
        };
      });
      return { ...claim, tags: [...claim.tags, ...cited.flatMap(({ entry }) => entry.tags)], citations };
    });
    return { claims, references, markers: this.markers.sort((a, b) => a.span.start - b.span.start) };
  }
}

interface Cited {
  readonly entry: ReferenceEntry;
  readonly spans: readonly Span[];
  /** As the first marker that names one has it. */
  readonly locator: string | null;
}
