import type { EditorTag, Span } from '../judging/evidence.js';
import { toMarkers, type NoteLink } from './note-links.js';
import type { DescribedWork } from './described-work.js';
import { PositionedText, type TextLink, type TextTag, type TextWork } from './positioned-text.js';

const SPACE = 32;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** White space that is folded, as in HTML: not the no-break space. */
const isFolded = (unit: number) => unit === SPACE || (unit >= 9 && unit <= 13 && unit !== 11);
/** Soft hyphen, zero-width space, word joiner, byte order mark, NUL: nothing that people see. */
const isUnseen = (unit: number) => unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff || unit === 0;

/** Many a builder never gets a character: room is made for the first one. */
const NO_UNITS = new Uint16Array(0);
const NO_PLACES = new Int32Array(0);
const FIRST_ROOM = 64;

/**
 * Puts one block's text together, unit by unit, with the input position of each: white space folded (but in code) and trimmed;
 * links, opaque stretches and links to notes noted at their places.
 */
export class TextBuilder {
  private units = NO_UNITS;
  private offsets = NO_PLACES;
  private ends = NO_PLACES;
  private size = 0;
  /** White space stands as in the input, as in code. */
  private keepsSpace = false;
  /** The white space since the last character, if any: start and end in the input. */
  private gapStart = -1;
  private gapEnd = -1;
  private readonly notes: NoteLink[] = [];
  private readonly opaque: Span[] = [];
  private readonly links: TextLink[] = [];
  private readonly italics: Span[] = [];
  private readonly raised: Span[] = [];
  private readonly bold: Span[] = [];
  private readonly tags: TextTag[] = [];
  private readonly works: TextWork[] = [];

  constructor(private readonly input: string) {}

  /** How many units of text there are: where the next one will stand, or the white space before it. */
  get length(): number {
    return this.size;
  }

  /** Whether nothing was written yet. */
  get isFresh(): boolean {
    return this.size === 0 && this.links.length === 0;
  }

  /** The last character is a digit, with no white space behind it yet. */
  get endsWithDigit(): boolean {
    const last = this.gapStart < 0 && this.size > 0 ? this.units[this.size - 1]! : 0;
    return last >= 48 && last <= 57;
  }

  /** The bold stretches that open the text or a line of it, in order. */
  get boldLeads(): readonly Span[] {
    return this.bold.filter((b) => b.end <= this.size);
  }

  /**
   * Notes that the text since `from` is bold, where it opens the text or a line of it, or goes on from bold text that does:
   * word processors part what is bold wherever it was edited.
   */
  markBold(from: number, opens = true): void {
    const start = this.afterSpace(from);
    if (start >= this.size) return;
    const last = this.bold.at(-1);
    if (opens) this.bold.push({ start, end: this.size });
    else if (last && last.end >= start - 1 && last.end <= start)
      this.bold[this.bold.length - 1] = { start: last.start, end: this.size };
  }

  /** From here on, white space is kept as it stands: the text is code. */
  keepSpace(): void {
    this.keepsSpace = true;
  }

  /** The end of a line of code. */
  breakLine(start: number, end: number): void {
    this.put(LINE_FEED, start, end);
  }

  /** A stretch of the input as it stands, white space folded, but in code. */
  source(start: number, end: number): void {
    for (let i = start; i < end; i += 1) this.unit(this.input.charCodeAt(i), i, i + 1);
  }

  /** Characters that stand for another stretch of the input: a decoded entity, an escape. */
  decoded(text: string, start: number, end: number): void {
    for (let i = 0; i < text.length; i += 1) this.unit(text.charCodeAt(i), start, end);
  }

  /** Something that separates words: white space, a line break, the edge of an element. In code it ends the line. */
  gap(start: number, end: number): void {
    if (this.size === 0) return;
    if (this.keepsSpace) {
      if (this.units[this.size - 1] !== LINE_FEED) this.breakLine(start, end);
      return;
    }
    if (this.gapStart < 0) this.gapStart = start;
    this.gapEnd = end;
  }

  /** Sets the next of several things apart from those before it with a comma that the input does not have. */
  separate(start: number, end: number): void {
    if (this.size === 0) return;
    if (/[\p{L}\p{N})\]”"’%°]/u.test(String.fromCharCode(this.units[this.size - 1]!))) {
      this.gapStart = -1;
      this.decoded(',', start, end);
    }
    this.gap(start, end);
  }

  /** Notes that the text since `from` links to an address. */
  link(address: string, from: number): void {
    const start = Math.min(this.afterSpace(from), this.size);
    this.links.push({ span: { start, end: this.size }, address });
  }

  /** Notes that the text since `from` is set in italics. */
  italic(from: number): void {
    this.cover(this.italics, from);
  }

  /** Notes that the text since `from` is set as a superscript. */
  raise(from: number): void {
    this.cover(this.raised, from);
  }

  /** Makes brackets from `from` to the end of the text so far no markers. */
  markOpaque(from: number): void {
    this.cover(this.opaque, from);
  }

  /** Adds the text since `from`; inner stretches (code in a link) were noted first: the outer one takes them in. */
  private cover(stretches: Span[], from: number): void {
    let start = this.afterSpace(from);
    while (stretches.length > 0 && stretches.at(-1)!.start >= start) stretches.pop();
    start = Math.max(start, stretches.at(-1)?.end ?? 0);
    if (start < this.size) stretches.push({ start, end: this.size });
  }

  /** The text since `from`, white space at its start left out. */
  since(from: number): string {
    return this.textFrom(this.afterSpace(from));
  }

  /**
   * Notes that the text since `from` is a link to a note; see `NoteLink` for `group`.
   *
   * @param source all that writes the link in the input, where that is more than its text
   */
  markNote(
    from: number,
    label: string,
    anchor: string | null,
    group: number,
    { source, locator }: { readonly source?: Span; readonly locator?: string | null } = {},
  ): void {
    const start = this.afterSpace(from);
    if (start >= this.size) return;
    this.notes.push({ start, end: this.size, label, anchor, group, ...(locator ? { locator } : {}) });
    if (!source) return;
    this.offsets[start] = source.start;
    this.ends[this.size - 1] = source.end;
  }

  /** Notes that an editor's tag stands behind the text so far; what stands before all text is about no part of it. */
  tag(tag: EditorTag): void {
    if (this.size > 0) this.tags.push({ at: this.size, tag });
  }

  /** Notes data that describes the work that the text names. */
  work(work: DescribedWork): void {
    this.works.push({ at: Math.max(1, this.size), work });
  }

  /** Drops the text since `from`. */
  cut(from: number): void {
    if (from >= this.size) return;
    if (this.units[from] === SPACE && this.gapStart < 0) {
      this.gapStart = this.offsets[from]!;
      this.gapEnd = this.ends[from]!;
    }
    this.size = from;
    for (const stretches of [this.opaque, this.italics, this.raised]) {
      while (stretches.length > 0 && stretches.at(-1)!.end > from) stretches.pop();
    }
    for (let i = this.links.length - 1; i >= 0 && this.links[i]!.span.end > from; i -= 1) {
      // The address stays known.
      const { span, address } = this.links[i]!;
      this.links[i] = { span: { start: Math.min(span.start, from), end: from }, address };
    }
    while (this.notes.length > 0 && this.notes.at(-1)!.end > from) this.notes.pop();
    while (this.tags.length > 0 && this.tags.at(-1)!.at > from) this.tags.pop();
    for (let i = this.works.length - 1; i >= 0 && this.works[i]!.at > Math.max(1, from); i -= 1) {
      this.works[i] = { ...this.works[i]!, at: Math.max(1, from) };
    }
  }

  /** The text; null when there is none. Of code, blank lines around it are left out. */
  build(): PositionedText | null {
    if (this.size === 0) return null;
    const text = this.textFrom(0);
    const whole = this.mapped(text);
    if (!this.keepsSpace) return whole;
    const end = text.trimEnd().length;
    if (end === 0) return null;
    const start = text.lastIndexOf('\n', text.length - text.trimStart().length - 1) + 1;
    return whole.slice(start, end);
  }

  private mapped(text: string): PositionedText {
    return PositionedText.mapped(text, this.offsets.slice(0, this.size), this.ends[this.size - 1]!, {
      ends: this.ends.slice(0, this.size),
      markers: toMarkers(text, this.notes),
      opaque: this.opaque,
      links: this.links,
      italics: this.italics,
      raised: this.raised,
      tags: this.tags,
      works: this.works,
    });
  }

  private unit(unit: number, start: number, end: number): void {
    if (this.keepsSpace) this.kept(unit, start, end);
    else if (isFolded(unit)) this.gap(start, end);
    else if (!isUnseen(unit)) {
      if (this.gapStart >= 0) {
        this.put(SPACE, this.gapStart, this.gapEnd);
        this.gapStart = -1;
      }
      this.put(unit, start, end);
    }
  }

  private kept(unit: number, start: number, end: number): void {
    if (unit !== CARRIAGE_RETURN) {
      if (!isUnseen(unit)) this.put(unit, start, end);
    } else if (this.input.charCodeAt(end) !== LINE_FEED) this.breakLine(start, end);
  }

  private put(unit: number, start: number, end: number): void {
    if (this.size === this.units.length) this.grow();
    this.units[this.size] = unit;
    this.offsets[this.size] = start;
    this.ends[this.size] = end;
    this.size += 1;
  }

  private grow(): void {
    const room = Math.max(FIRST_ROOM, this.size * 2);
    const { units, offsets, ends } = this;
    this.units = new Uint16Array(room);
    this.units.set(units);
    this.offsets = new Int32Array(room);
    this.offsets.set(offsets);
    this.ends = new Int32Array(room);
    this.ends.set(ends);
  }

  /** White space before `from` is put when a character follows, so it then stands at `from`. */
  private afterSpace(from: number): number {
    return from < this.size && this.units[from] === SPACE ? from + 1 : from;
  }

  private textFrom(start: number): string {
    if (start >= this.size) return '';
    // Unlike TextDecoder, this keeps a lone surrogate as it is.
    return Buffer.from(this.units.buffer, start * 2, (this.size - start) * 2).toString('utf16le');
  }
}
