import { MAX_INPUT_BYTES } from '../../reading/decode.js';
import { escapeHtml } from '../escape-html.js';
import { UnconvertibleFileError } from '../unconvertible-file.js';

/** How a stretch of text is set. */
export interface Marks {
  readonly raised?: boolean;
  readonly lowered?: boolean;
  readonly struck?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** As the document has it; what is no web address, mail address or fragment is left out. */
  readonly href?: string | null;
}

const TAGS: readonly (readonly [keyof Marks, string])[] = [
  ['raised', 'sup'],
  ['lowered', 'sub'],
  ['href', 'a'],
  ['struck', 's'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['code', 'code'],
];
/** Blocks that are left out when nothing stands in them. */
const LEFT_OUT = /^\n?<(p|div|h[1-6]|blockquote|figure|figcaption|summary)>\n?$/;
/** Blocks that hold blocks: what stands in them begins on a line of its own. */
const HOLDERS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote', 'figure', 'details', 'div']);
const MAX_ADDRESS = 2000;
/** Longer signs of notes are no signs. */
const MAX_LABEL = 12;

/** Writes the HTML of a document: everything escaped, one block a line, its notes as a list at the end. */
export class HtmlWriter {
  private parts: string[] = [];
  private length = 0;
  /** The tags that the text before opened, outermost first, and how many parts there were when it was written. */
  private tail: { readonly opened: readonly string[]; readonly at: number } = { opened: [], at: -1 };
  private readonly numbers = new Map<string, number>();
  private readonly notes = new Map<number, string>();
  private readonly strangers = new Map<string, number>();

  /** @param targets the fragments to which the document has links */
  constructor(private readonly targets: ReadonlySet<string>) {}

  /** A stretch of running text. A line break in it stays one. */
  text(text: string, marks: Marks = {}): void {
    if (text === '') return;
    const href = addressOf(marks.href);
    const tags = TAGS.filter(([mark]) => (mark === 'href' ? href !== null : marks[mark] === true));
    const opened = tags.map(([mark, tag]) => (mark === 'href' ? `<a href="${escapeHtml(href!)}">` : `<${tag}>`));
    // What is set as the text before stays in its elements: a link whose middle is bold is one link.
    let same = 0;
    if (this.tail.at === this.parts.length) {
      while (same < opened.length && opened[same] === this.tail.opened[same]) same += 1;
      for (let i = 0; i < same; i += 1) this.length -= this.parts.pop()!.length;
    }
    for (const open of opened.slice(same)) this.add(open);
    for (const [i, line] of text.split(/\r?\n|\r/).entries()) {
      if (i > 0) this.add('<br>');
      this.add(escapeHtml(line));
    }
    for (const [, tag] of tags.toReversed()) this.add(`</${tag}>`);
    this.tail = { opened, at: this.parts.length };
  }

  lineBreak(): void {
    this.add('<br>');
  }

  /** @param attributes numbers and words of our own, no text of the document */
  open(tag: string, attributes: Readonly<Record<string, string | number>> = {}): void {
    const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    const holds = HOLDERS.has(tag);
    const starts = holds && this.parts.length > 0 && !this.parts.at(-1)!.endsWith('\n') ? '\n' : '';
    this.add(`${starts}<${tag}${all.join('')}>${holds ? '\n' : ''}`);
  }

  close(tag: string): void {
    const last = this.parts.at(-1) ?? '';
    if (LEFT_OUT.exec(last)?.[1] === tag) this.length -= this.parts.pop()!.length;
    else this.add(tag === 'td' || tag === 'th' ? `</${tag}>` : `</${tag}>\n`);
  }

  /** A block of nothing but text. */
  block(tag: string, text: string, marks: Marks = {}): void {
    this.open(tag);
    this.text(text, marks);
    this.close(tag);
  }

  /** Code keeps its lines. */
  code(text: string): void {
    const lines = text.split(/\r?\n|\r/).map(escapeHtml);
    this.add(`<pre><code>${lines.join('\n')}</code></pre>\n`);
  }

  /** The name of a place, where a link of the document leads to it. */
  anchor(id: string | null): void {
    if (id !== null && this.targets.has(id)) this.add(`<a id="${escapeHtml(id)}"></a>`);
  }

  /**
   * The sign of a note in the text.
   *
   * @param key what the document calls the note; null when it has no name, for it stands here
   * @param label the sign that people see; null: its number
   * @returns what the note is called for `note`
   */
  noteSign(key: string | null, label: string | null): string {
    const name = key ?? `\u0000${this.numbers.size}`;
    const number = this.numberOf(name);
    const shown = (label ?? '').trim().replace(/^[[(](.*)[\])]$/, '$1');
    const sign = shown === '' || shown.length > MAX_LABEL ? String(number) : shown;
    this.text(sign, { raised: true, href: `#footnote-${number}` });
    return name;
  }

  /** The text of a note; of two that have one name the first. */
  note(name: string, write: () => void): void {
    const [parts, tail] = [this.parts, this.tail];
    this.parts = [];
    this.tail = { opened: [], at: -1 };
    write();
    const html = this.parts.join('').trim();
    [this.parts, this.tail] = [parts, tail];
    const number = this.numberOf(name);
    if (!this.notes.has(number)) this.notes.set(number, html);
  }

  /** A part of the document that is of no known kind. */
  unknown(kind: string): void {
    const name =
      kind
        .replace(/[^\p{L}\p{N}_.:/-]+/gu, ' ')
        .trim()
        .slice(0, 40) || 'without a name';
    this.strangers.set(name, (this.strangers.get(name) ?? 0) + 1);
  }

  /** The unknown kinds with how often they stand in the document, in the order of the text. */
  get unknownKinds(): ReadonlyMap<string, number> {
    return this.strangers;
  }

  finish(): string {
    const notes = [...this.notes].sort(([a], [b]) => a - b);
    const items = notes.map(([number, html]) => `<li id="footnote-${number}">${html}</li>\n`);
    return this.parts.join('') + (items.length === 0 ? '' : `<ol>\n${items.join('')}</ol>\n`);
  }

  private numberOf(name: string): number {
    const number = this.numbers.get(name) ?? this.numbers.size + 1;
    this.numbers.set(name, number);
    return number;
  }

  private add(html: string): void {
    this.length += html.length;
    if (this.length > MAX_INPUT_BYTES) {
      throw new UnconvertibleFileError('TOO_LARGE', 'has more than 20 MiB of text; split the document');
    }
    this.parts.push(html);
  }
}

function addressOf(href: string | null | undefined): string | null {
  const address = (href ?? '').trim();
  return address.length <= MAX_ADDRESS && /^(?:https?:\/\/\S|mailto:\S|#\S)/i.test(address) ? address : null;
}
