import type { Span } from '../judging/evidence.js';
import type { StructuralMarker } from './document.js';

/**
 * A text as people read it (entities decoded, tags and emphasis gone, white space folded) that remembers where in the
 * input each of its characters stands.
 */
export class PositionedText {
  private constructor(
    readonly text: string,
    /** `offsets[i]` is the input position of `text[i]`; null when the text is the input from `base` on, unchanged. */
    private readonly offsets: Int32Array | null,
    private readonly base: number,
    /** Where the input position after the last character is. */
    private readonly endOffset: number,
    /** Markers that the format gave as structure, in order, positions in `text`. */
    readonly markers: readonly StructuralMarker[],
    /** Stretches of `text` in which brackets are no markers: code, link texts. In order. */
    readonly opaque: readonly Span[],
    /** Addresses that the text links to, in order. */
    readonly links: readonly string[],
  ) {}

  /** A stretch of the input, unchanged. */
  static verbatim(input: string, span: Span): PositionedText {
    return new PositionedText(input.slice(span.start, span.end), null, span.start, span.end, [], [], []);
  }

  /**
   * @param offsets the input position of each UTF-16 unit of `text`, not decreasing
   * @param endOffset the input position after the last one
   */
  static mapped(
    text: string,
    offsets: Int32Array,
    endOffset: number,
    extra: {
      markers?: readonly StructuralMarker[];
      opaque?: readonly Span[];
      links?: readonly string[];
    } = {},
  ): PositionedText {
    return new PositionedText(
      text,
      offsets,
      0,
      endOffset,
      extra.markers ?? [],
      extra.opaque ?? [],
      extra.links ?? [],
    );
  }

  get length(): number {
    return this.text.length;
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
    return this.offsets ? this.offsets[i - 1]! + 1 : this.base + i;
  }

  /** `text.slice(start, end)` with its positions, markers, links kept whole, and opaque stretches. */
  slice(start: number, end: number): PositionedText {
    const within = (s: Span) => s.start >= start && s.end <= end;
    const shift = (s: Span): Span => ({ start: s.start - start, end: s.end - start });
    const span = this.toInput(start, end);
    return new PositionedText(
      this.text.slice(start, end),
      this.offsets ? this.offsets.subarray(start, end) : null,
      this.base + start,
      span.end,
      this.markers.filter((m) => within(m.span)).map((m) => ({ ...m, span: shift(m.span) })),
      this.opaque
        .filter((s) => s.end > start && s.start < end)
        .map((s) => shift({ start: Math.max(s.start, start), end: Math.min(s.end, end) })),
      this.links,
    );
  }
}
