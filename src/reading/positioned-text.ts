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
    /** `ends[i]` is the input position after `text[i]`; null when each unit is one unit of input. */
    private readonly ends: Int32Array | null,
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
    return new PositionedText(input.slice(span.start, span.end), null, null, span.start, span.end, [], [], []);
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
    extra: {
      ends?: Int32Array;
      markers?: readonly StructuralMarker[];
      opaque?: readonly Span[];
      links?: readonly string[];
    } = {},
  ): PositionedText {
    return new PositionedText(
      text,
      offsets,
      extra.ends ?? null,
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

  /** `text.slice(start, end)` with its positions, markers, links kept whole, and opaque stretches. */
  slice(start: number, end: number): PositionedText {
    const shift = (s: Span): Span => ({ start: s.start - start, end: s.end - start });
    const span = this.toInput(start, end);
    return new PositionedText(
      this.text.slice(start, end),
      this.offsets ? this.offsets.subarray(start, end) : null,
      this.ends ? this.ends.subarray(start, end) : null,
      this.base + start,
      span.end,
      touching(this.markers, (m) => m.span, start, end)
        .filter((m) => m.span.start >= start && m.span.end <= end)
        .map((m) => ({ ...m, span: shift(m.span) })),
      touching(this.opaque, (s) => s, start, end).map((s) =>
        shift({ start: Math.max(s.start, start), end: Math.min(s.end, end) }),
      ),
      this.links,
    );
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
