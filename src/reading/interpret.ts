import type { Article, BlockKind, Citation, Claim, Marker, Span } from '../judging/evidence.js';
import { findBoilerplate } from './boilerplate.js';
import { whyNotCheckable } from './checkable.js';
import type { Document, DocumentBlock } from './document.js';
import { findHoles } from './holes.js';
import { LineIndex } from './line-index.js';
import { findMarkers, type FoundMarker, withoutMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { entryOf, type ReferenceEntry, ReferenceList } from './references.js';
import { splitSentences } from './sentences.js';
import { Sections } from './sections.js';
import { statementsOf, type TableStatement } from './tables.js';
import { findTitle } from './title.js';
import { valueStateOf } from './value-states.js';
import { guessLanguage } from './language.js';
import { isQuestion } from './words.js';

/**
 * From blocks to claims: what is boilerplate, which section reads how, where the references are, what each sentence,
 * field and cell states, and what its markers cover. The same for all formats.
 *
 * @param givenTitle overrides what the text says
 */
export function interpret(document: Document, input: string, givenTitle?: string): Article {
  const title = findTitle(document);
  const boilerplate = findBoilerplate(document.blocks, title.index);
  const lines = new LineIndex(input);
  const references = new ReferenceList(lines);
  const hasReferenceList = listReferences(document.blocks, boilerplate, references);
  const builder = new ClaimBuilder(lines, references);
  const sections = new Sections();
  for (const [i, block] of document.blocks.entries()) {
    if (i === title.index || boilerplate[i]) continue;
    if (block.kind === 'heading') {
      builder.markersOf(block.content);
      sections.enter(block);
    } else if (!(sections.role('references') && isEntry(block))) builder.read(block, sections);
  }
  const titleSpan = title.content ? title.content.toInput(0, title.content.length) : null;
  return {
    title: givenTitle ?? document.title ?? title.content?.text.trim() ?? 'Untitled',
    titleSpan,
    titleLine: titleSpan ? lines.lineOf(titleSpan.start) : 1,
    language: document.language ?? guessLanguage(input),
    ...builder.finish(),
    hasReferenceList,
  };
}

const isEntry = (block: DocumentBlock): boolean => block.kind === 'reference' || entryOf(block, 1) !== null;

/** Entries that the format marks, and those under a heading such as "References". Says whether there is a list. */
function listReferences(
  blocks: readonly DocumentBlock[],
  boilerplate: readonly boolean[],
  references: ReferenceList,
): boolean {
  const sections = new Sections();
  let found = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      sections.enter(block);
      found ||= sections.role('references') && !boilerplate[i];
    } else if (block.kind === 'reference') {
      found = true;
      references.list(block.label, block.anchor, block.content, block.links);
    } else if (sections.role('references') && !boilerplate[i]) {
      const entry = entryOf(block, references.size + 1);
      if (entry)
        references.list(entry.label, block.kind === 'item' ? block.anchor : null, entry.content, entry.content.links);
    }
  }
  return found;
}

/** A stretch of one block that states something, with its markers. */
interface Place {
  readonly content: PositionedText;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly lede: boolean;
  readonly high: boolean;
}

class ClaimBuilder {
  private readonly claims: (Omit<Claim, 'citations'> & { readonly cited: readonly Cited[] })[] = [];
  private readonly markers: Marker[] = [];
  private readonly seen = new Map<PositionedText, readonly FoundMarker[]>();
  private blockIndex = 0;

  constructor(
    private readonly lines: LineIndex,
    private readonly references: ReferenceList,
  ) {}

  read(block: DocumentBlock, sections: Sections): void {
    const { heading: section } = sections;
    const lede = sections.beforeFirst || sections.role('summary');
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
        this.sentences({ content, kind, section, lede, high: sections.beforeFirst && block.kind === 'paragraph' });
        break;
      }
      case 'definition': {
        const kind = isQuestion(block.term.text) ? 'ANSWER' : 'DEFINITION';
        this.markersOf(block.term);
        this.sentences({ content: block.content, kind, section, lede: false, high: false });
        break;
      }
      case 'table':
        for (const row of statementsOf(block)) {
          this.blockIndex++;
          for (const statement of row) this.tableStatement(statement, section, sections.role('glossary'));
        }
        break;
      default:
        break;
    }
  }

  /** The markers of a text, counted once however many claims they cover. */
  markersOf(content: PositionedText): readonly FoundMarker[] {
    const known = this.seen.get(content);
    if (known) return known;
    const found = findMarkers(content);
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

  private sentences({ content, kind, section, lede, high }: Place): void {
    const markers = this.markersOf(content);
    let next = 0;
    for (const span of splitSentences(
      content.text,
      markers.map((m) => m.span),
    )) {
      // Both run in order: each marker is looked at once.
      while (next < markers.length && markers[next]!.span.start < span.start) next++;
      const first = next;
      while (next < markers.length && markers[next]!.span.end <= span.end) next++;
      const inside = markers.slice(first, next);
      const raw = content.text.slice(span.start, span.end);
      const local = inside.map((m) => ({ start: m.span.start - span.start, end: m.span.end - span.start }));
      const text = withoutMarkers(raw, local);
      if (!/[\p{L}\p{N}]/u.test(text) || isQuestion(text)) continue;
      const holes = findHoles(raw, local).map((hole) => ({
        ...hole,
        span: content.toInput(span.start + hole.span.start, span.start + hole.span.end),
      }));
      const notCheckable = whyNotCheckable(text, { block: kind, marked: inside.length > 0, holed: holes.length > 0 });
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
    const state = kind === 'EVIDENCE_ROW' ? null : valueStateOf(value);
    const holes =
      state === 'PRESENT' || state === null
        ? findHoles(
            raw,
            this.markersOf(content).map((m) => m.span),
          ).map((hole) => ({
            ...hole,
            span: content.toInput(hole.span.start, hole.span.end),
          }))
        : [];
    const text = kind === 'FIELD' ? [label, value].filter(Boolean).join(' ') : value || (label ?? '');
    const block = glossary && kind === 'FIELD' ? 'DEFINITION' : kind;
    const notCheckable =
      state === 'NOT_APPLICABLE'
        ? 'not applicable'
        : state === 'BLANK'
          ? null
          : whyNotCheckable(value, { block, marked: markers.length > 0, holed: holes.length > 0 });
    const from = (value === '' && attribute ? attribute : content).toInput(
      0,
      value === '' && attribute ? attribute.length : content.length,
    );
    const span =
      kind === 'FIELD' && attribute
        ? {
            start: Math.min(attribute.toInput(0, attribute.length).start, from.start),
            end: Math.max(from.end, from.start),
          }
        : from;
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
    });
  }

  /** One citation a number, in the order of the markers. */
  private cite(markers: readonly { readonly m: FoundMarker; readonly content: PositionedText }[]): Cited[] {
    const cited = new Map<ReferenceEntry, Span[]>();
    for (const { m, content } of markers) {
      for (const item of m.items) {
        const entry = this.references.resolve(item.label, item.anchor);
        const spans = cited.get(entry) ?? [];
        if (spans.length === 0) cited.set(entry, spans);
        spans.push(content.toInput(m.span.start, m.span.end));
      }
    }
    for (const entry of cited.keys()) entry.citationCount++;
    return [...cited].map(([entry, spans]) => ({ entry, spans }));
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
      const citations = cited.map(({ entry, spans }): Citation => {
        const { label, number, source } = byLabel.get(entry.label)!;
        return {
          label,
          number,
          source,
          stance: 'SUPPORTS',
          directness: 'UNKNOWN',
          basis: 'ASSERTED',
          state: 'PROPOSED',
          quote: null,
          locator: null,
          note: null,
          spans,
        };
      });
      return { ...claim, citations };
    });
    return { claims, references, markers: this.markers.sort((a, b) => a.span.start - b.span.start) };
  }
}

interface Cited {
  readonly entry: ReferenceEntry;
  readonly spans: readonly Span[];
}
