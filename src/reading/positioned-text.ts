import type { EditorTag, Span } from '../judging/evidence.js';
import type { DescribedWork } from './described-work.js';
import type { StructuralMarker } from './document.js';

/** A link to the outside that stands in a text: positions in that text; empty for a picture. */
export interface TextLink {
  readonly span: Span;
  /** Absolute. */
  readonly address: string;
}

/** A note of an editor, and the place in a text behind which it stands: at least 1. */
export interface TextTag {
  readonly at: number;
  readonly tag: EditorTag;
}

/** Data that stands in a text and describes a work; the place as a tag's. */
export interface TextWork {
  readonly at: number;
  readonly work: DescribedWork;
}

/** What is known about stretches of a text; each list in order, no two of its stretches overlapping. */
interface Marks {
  readonly markers: readonly StructuralMarker[];
  readonly opaque: readonly Span[];
  readonly links: readonly TextLink[];
  readonly italics: readonly Span[];
  readonly raised: readonly Span[];
  readonly tags: readonly TextTag[];
  readonly works: readonly TextWork[];
}

const NO_MARKS: Marks = { markers: [], opaque: [], links: [], italics: [], raised: [], tags: [], works: [] };

/**
 * A text as people read it (entities decoded, tags and emphasis gone, white space folded) that remembers where in the
 * input each of its characters stands.
 */
export class PositionedText {
  private constructor(
    readonly text: string,
    /** `offsets[i]` is the input position of `text[i]`; null when the text is the input from `base` on, unchanged. */
    private readonly offsets: Int32Array | null,
    /** `ends[i]` is the input position after `text[i]`; null when each unit is one unit of input. */
    private readonly ends: Int32Array | null,
    private readonly base: number,
    /** Where the input position after the last character is. */
    private readonly endOffset: number,
    private readonly marks: Marks,
  ) {}

  /** A stretch of the input, unchanged. */
  static verbatim(input: string, span: Span): PositionedText {
    return new PositionedText(input.slice(span.start, span.end), null, null, span.start, span.end, NO_MARKS);
  }

  /**
   * @param offsets the input position of each UTF-16 unit of `text`, not decreasing
   * @param endOffset the input position after the last one
   * @param extra.ends the input position after each unit, where one unit can stand for more of the input (`&amp;`)
   */
  static mapped(
    text: string,
    offsets: Int32Array,
    endOffset: number,
    extra: Partial<Marks> & { ends?: Int32Array } = {},
  ): PositionedText {
    const { ends, ...marks } = extra;
    return new PositionedText(text, offsets, ends ?? null, 0, endOffset, { ...NO_MARKS, ...marks });
  }

  /** Markers that the format gave as structure, in order, positions in `text`. */
  get markers(): readonly StructuralMarker[] {
    return this.marks.markers;
  }

  /** Stretches of `text` in which brackets are no markers: code, link texts. */
  get opaque(): readonly Span[] {
    return this.marks.opaque;
  }

  get links(): readonly TextLink[] {
    return this.marks.links;
  }

  /** What is set in italics: in a reference, titles are. */
  get italics(): readonly Span[] {
    return this.marks.italics;
  }

  /** What is set as a superscript and is no link. */
  get raised(): readonly Span[] {
    return this.marks.raised;
  }

  /** Notes of editors that stand behind a character of `text.slice(start, end)`, in order. */
  tagsWithin(start: number, end: number): readonly EditorTag[] {
    return touching(this.marks.tags, ({ at }) => ({ start: at - 1, end: at }), start, end).map(({ tag }) => tag);
  }

  /** The works that data in the text describes, in order. */
  get works(): readonly DescribedWork[] {
    return this.marks.works.map(({ work }) => work);
  }

  get length(): number {
    return this.text.length;
  }

  /** Whether it has no words but those of links (or code). */
  get isAllOpaque(): boolean {
    let at = 0;
    for (const { start, end } of this.opaque) {
      if (/[\p{L}\p{N}]/u.test(this.text.slice(at, start))) return false;
      at = end;
    }
    return at > 0 && !/[\p{L}\p{N}]/u.test(this.text.slice(at));
  }

  /** The stretch of the input that `text.slice(start, end)` was read from. */
  toInput(start: number, end: number): Span {
    return { start: this.startOf(start), end: end > start ? this.endOf(end) : this.startOf(start) };
  }

  private startOf(i: number): number {
    if (i >= this.text.length) return this.endOffset;
    return this.offsets ? this.offsets[i]! : this.base + i;
  }

  private endOf(i: number): number {
    if (i >= this.text.length) return this.endOffset;
    if (this.ends) return this.ends[i - 1]!;
    return this.offsets ? this.offsets[i - 1]! + 1 : this.base + i;
  }

  /** `text.slice(start, end)` with its positions, markers kept whole, and the other marks as far as they reach in. */
  slice(start: number, end: number): PositionedText {
    const shift = (s: Span): Span => ({ start: s.start - start, end: s.end - start });
    const cut = (s: Span) => shift({ start: Math.max(s.start, start), end: Math.min(s.end, end) });
    const { markers, opaque, links, italics, raised, tags, works } = this.marks;
    const behind = ({ at }: { readonly at: number }): Span => ({ start: at - 1, end: at });
    return new PositionedText(
      this.text.slice(start, end),
      this.offsets ? this.offsets.subarray(start, end) : null,
      this.ends ? this.ends.subarray(start, end) : null,
      this.base + start,
      this.toInput(start, end).end,
      {
        markers: touching(markers, (m) => m.span, start, end)
          .filter((m) => m.span.start >= start && m.span.end <= end)
          .map((m) => ({ ...m, span: shift(m.span) })),
        opaque: touching(opaque, (s) => s, start, end).map(cut),
        links: touching(links, (l) => l.span, start, end).map((l) => ({ ...l, span: cut(l.span) })),
        italics: touching(italics, (s) => s, start, end).map(cut),
        raised: touching(raised, (s) => s, start, end).map(cut),
        tags: touching(tags, behind, start, end).map((t) => ({ ...t, at: t.at - start })),
        works: touching(works, behind, start, end).map((w) => ({ ...w, at: w.at - start })),
      },
    );
  }

  /** This text with more markers, in order; none of them overlaps one that it has. */
  withMarkers(more: readonly StructuralMarker[]): PositionedText {
    if (more.length === 0) return this;
    const markers = [...this.markers, ...more].sort((a, b) => a.span.start - b.span.start);
    const { text, offsets, ends, base, endOffset, marks } = this;
    return new PositionedText(text, offsets, ends, base, endOffset, { ...marks, markers });
  }

  /** This text with data that stands behind it and describes what it describes. */
  withWork(work: DescribedWork): PositionedText {
    const { text, offsets, ends, base, endOffset, marks } = this;
    const works = [...marks.works, { at: text.length, work }];
    return new PositionedText(text, offsets, ends, base, endOffset, { ...marks, works });
  }

  /** This text with more notes of editors, in order. */
  withTags(more: readonly TextTag[]): PositionedText {
    const tags = [...this.marks.tags, ...more].sort((a, b) => a.at - b.at);
    const { text, offsets, ends, base, endOffset, marks } = this;
    return new PositionedText(text, offsets, ends, base, endOffset, { ...marks, tags });
  }

  /**
   * This text with words before it that stand elsewhere ("North, " before "Span 1"): they take no room in the input,
   * so that the whole has the place of this text alone.
   */
  prefixed(words: string): PositionedText {
    const own = { start: this.startOf(0), length: this.text.length };
    const by = words.length;
    const offsets = new Int32Array(by + own.length).fill(own.start);
    const ends = new Int32Array(by + own.length).fill(own.start);
    for (let i = 0; i < own.length; i += 1) {
      offsets[by + i] = this.startOf(i);
      ends[by + i] = this.endOf(i + 1);
    }
    const shift = (s: Span): Span => ({ start: s.start + by, end: s.end + by });
    const { markers, opaque, links, italics, raised, tags, works } = this.marks;
    return new PositionedText(words + this.text, offsets, ends, 0, this.endOffset, {
      markers: markers.map((m) => ({ ...m, span: shift(m.span) })),
      opaque: opaque.map(shift),
      links: links.map((l) => ({ ...l, span: shift(l.span) })),
      italics: italics.map(shift),
      raised: raised.map(shift),
      tags: tags.map((t) => ({ ...t, at: t.at + by })),
      works: works.map((w) => ({ ...w, at: w.at + by })),
    });
  }
}

/**
 * Those of `ordered` (in order, not overlapping) that share a character with `start`..`end`. By bisection: a paragraph
 * of many thousand sentences and markers is cut into each of its sentences.
 */
function touching<T>(ordered: readonly T[], spanOf: (item: T) => Span, start: number, end: number): readonly T[] {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(ordered[middle]!).end > start) high = middle;
    else low = middle + 1;
  }
  let after = low;
  while (after < ordered.length && spanOf(ordered[after]!).start < end) after += 1;
  return ordered.slice(low, after);
}
