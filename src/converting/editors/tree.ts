import { FlatLists } from './flat-lists.js';
import type { HtmlWriter, Marks } from './html-writer.js';
import { isObject, wordsIn, type JsonObject } from './json-value.js';

/** What a node of a document is in HTML. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly marks?: Marks }
  | { readonly kind: 'break' }
  /** A line, a picture without words: nothing is lost. */
  | { readonly kind: 'nothing' }
  /** An element around what stands in the node. `lead` is text of the node's own, before it. */
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly attributes?: Readonly<Record<string, number>>;
      readonly anchor?: string | null;
      readonly lead?: { readonly tag: string; readonly text: string };
    }
  /** Running text within running text. */
  | { readonly kind: 'marked'; readonly marks: Marks }
  /** What only holds other blocks. */
  | { readonly kind: 'group' }
  | { readonly kind: 'code' }
  /** A picture: what stands below it. */
  | { readonly kind: 'picture'; readonly caption: string | null }
  /** An item that stands among paragraphs and says how deep it is. */
  | { readonly kind: 'flat item'; readonly level: number; readonly ordered: boolean }
  | { readonly kind: 'note sign'; readonly key: string | null; readonly label: string | null }
  /** A note's text: in running text its sign stands there too. `text` in the place of nodes within. */
  | { readonly kind: 'note'; readonly key: string | null; readonly label: string | null; readonly text: string | null };

export type ElementPart = Extract<Part, { kind: 'element' }>;

/** How an editor keeps its documents. */
export interface TreeDialect {
  childrenOf(node: JsonObject): readonly unknown[];
  /** What the node is; null when it is of no known kind. */
  partOf(node: JsonObject): Part | null;
  /** The name of the node's kind, as the document has it. */
  kindOf(node: JsonObject): string;
}

/** Elements that hold running text. */
const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary', 'figcaption', 'caption']);
/** Elements whose first paragraph needs no tags of its own. */
const LED = new Set(['li', 'dd', 'td', 'th']);

/** Lists of nodes, and of their marks. */
const HELD = new Set(['children', 'content', 'caption', 'marks']);

/** Writes documents that are trees of nodes. They are no deeper than the reader of JSON lets them be. */
export class TreeWriter {
  constructor(
    private readonly html: HtmlWriter,
    private readonly dialect: TreeDialect,
  ) {}

  /**
   * @param inLine whether running text stands around the nodes
   * @param isLed whether the first of them, a paragraph, needs no tags of its own
   */
  write(nodes: readonly unknown[], marks: Marks = {}, inLine = false, isLed = false): void {
    const lists = new FlatLists(this.html);
    for (const [i, node] of nodes.entries()) {
      if (typeof node === 'string') this.html.text(node, marks);
      if (!isObject(node)) continue;
      const part = this.dialect.partOf(node);
      if (part?.kind === 'flat item' && !inLine) {
        lists.item(part.level, part.ordered);
        this.write(this.dialect.childrenOf(node), marks, true);
        continue;
      }
      lists.end();
      if (part === null) this.unknown(node, marks, inLine);
      else this.part(part, node, marks, inLine, isLed && i === 0);
    }
    lists.end();
  }

  private part(part: Part, node: JsonObject, marks: Marks, inLine: boolean, isLed: boolean): void {
    const { html } = this;
    const children = this.dialect.childrenOf(node);
    switch (part.kind) {
      case 'text':
        html.text(part.text, { ...marks, ...part.marks });
        return;
      case 'break':
        html.lineBreak();
        return;
      case 'nothing':
        return;
      case 'marked':
        this.write(children, { ...marks, ...part.marks }, inLine);
        return;
      case 'group':
        this.within('div', inLine, () => this.write(children, marks, inLine));
        return;
      case 'flat item':
        this.write(children, marks, inLine);
        return;
      case 'code':
        html.code(this.plain(children));
        return;
      case 'picture':
        this.within('figure', inLine, () =>
          this.within('figcaption', inLine, () => {
            if (!inLine) html.text(part.caption ?? '');
            this.write(children, marks, true);
          }),
        );
        return;
      case 'note sign':
        html.noteSign(part.key, part.label);
        return;
      case 'note': {
        const name = inLine || part.key === null ? html.noteSign(part.key, part.label) : part.key;
        html.note(name, () => {
          if (part.text === null) this.write(children, {}, inLine, true);
          else html.text(part.text);
        });
        return;
      }
      case 'element':
        this.element(part, children, marks, inLine, isLed);
    }
  }

  private element(
    { tag, attributes, anchor, lead }: ElementPart,
    children: readonly unknown[],
    marks: Marks,
    inLine: boolean,
    isLed: boolean,
  ): void {
    const isBare = tag === 'p' && (inLine || isLed);
    if (!isBare) this.html.open(tag, attributes);
    this.html.anchor(anchor ?? null);
    if (lead) this.html.block(lead.tag, lead.text);
    this.write(children, marks, LINES.has(tag), LED.has(tag));
    if (!isBare) this.html.close(tag);
  }

  /** Its words are kept, and its kind is told. */
  private unknown(node: JsonObject, marks: Marks, inLine: boolean): void {
    this.html.unknown(this.dialect.kindOf(node));
    const fields = Object.entries(node).filter(([key, value]) => !(Array.isArray(value) && HELD.has(key)));
    for (const words of wordsIn(Object.fromEntries(fields))) {
      this.within('p', inLine, () => this.html.text(words, marks));
    }
    this.within('div', inLine, () => this.write(this.dialect.childrenOf(node), marks, inLine));
  }

  private within(tag: string, inLine: boolean, write: () => void): void {
    if (!inLine) this.html.open(tag);
    write();
    if (!inLine) this.html.close(tag);
  }

  /** The text of nodes without marks, one line for each node that holds others. */
  private plain(nodes: readonly unknown[]): string {
    let text = '';
    for (const node of nodes) {
      if (!isObject(node)) continue;
      const part = this.dialect.partOf(node);
      if (part?.kind === 'text') text += part.text;
      else if (part?.kind === 'break') text += '\n';
      else text += `${this.plain(this.dialect.childrenOf(node))}\n`;
    }
    return text.replace(/\n$/, '');
  }
}
