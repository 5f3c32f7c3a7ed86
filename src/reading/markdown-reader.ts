import type { Nodes, Parents, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decodeString } from 'micromark-util-decode-string';
import type { Document, DocumentBlock } from './document.js';
import { readHtmlFragment } from './html-reader.js';
import { noteLabel } from './note-links.js';
import { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';

/** Blocks nested deeper than this are left out: no article nests so, and hostile input must not exhaust the stack. */
const DEEPEST = 200;

/** Reads Markdown (CommonMark with GitHub's tables and footnotes), with front matter's title and language. */
export function readMarkdown(input: string): Document {
  const front = /^---\r?\n([\s\S]{0,10000}?)\r?\n---(?:\r?\n|$)/.exec(input);
  // Blanked, not cut: positions stay those of the input.
  const body = front ? front[0].replace(/[^\r\n]/g, ' ') + input.slice(front[0].length) : input;
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const reader = new TreeReader(body);
  reader.readAll(tree.children, 0, false);
  return { title: field(front?.[1], 'title'), language: field(front?.[1], 'lang(?:uage)?'), blocks: reader.blocks };
}

function field(front: string | undefined, name: string): string | null {
  const line = front && new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(front)?.[1];
  return line ? line.trim().replace(/^(["'])(.*)\1$/, '$2') : null;
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

class TreeReader {
  readonly blocks: DocumentBlock[] = [];
  private list = 0;

  constructor(private readonly input: string) {}

  readAll(nodes: readonly RootContent[], depth: number, quoted: boolean): void {
    if (depth > DEEPEST) return;
    for (const node of nodes) this.readNode(node, depth, quoted);
  }

  private readNode(node: RootContent, depth: number, quoted: boolean): void {
    switch (node.type) {
      case 'heading': {
        const content = this.text(node);
        if (content) this.blocks.push({ kind: 'heading', level: node.depth, content });
        return;
      }
      case 'paragraph': {
        const content = this.text(node);
        if (content) this.blocks.push({ kind: 'paragraph', content, quoted });
        return;
      }
      case 'blockquote':
        return this.readAll(node.children, depth + 1, true);
      case 'list': {
        const list = ++this.list;
        for (const [i, item] of node.children.entries()) {
          const [first, ...rest] = item.children;
          const content = first?.type === 'paragraph' ? this.text(first) : null;
          const number = node.ordered ? (node.start ?? 1) + i : null;
          if (content) this.blocks.push({ kind: 'item', content, number, depth, list, anchor: null });
          this.readAll(content ? rest : item.children, depth + 1, quoted);
        }
        return;
      }
      case 'table':
        return this.readTable(node);
      case 'footnoteDefinition': {
        const builder = new TextBuilder(this.input);
        for (const child of node.children) {
          if ('children' in child) this.append(builder, child, 0);
          builder.gap(endOf(child), endOf(child));
        }
        const content = builder.build() ?? this.empty(endOf(node));
        const label = node.label ?? node.identifier;
        this.blocks.push({
          kind: 'reference',
          label,
          anchor: anchorOf(node.identifier),
          content,
          links: content.links,
        });
        return;
      }
      case 'code':
        this.blocks.push({
          kind: 'skipped',
          why: 'code',
          content: PositionedText.verbatim(this.input, { start: startOf(node), end: endOf(node) }),
        });
        return;
      case 'html':
        this.blocks.push(...readHtmlFragment(this.input, { start: startOf(node), end: endOf(node) }));
        return;
      default:
        return;
    }
  }

  private readTable(table: Table): void {
    const [header, ...rows] = table.children.map((row) =>
      row.children.map((cell) => this.text(cell) ?? this.empty(endOf(cell))),
    );
    this.blocks.push({ kind: 'table', caption: null, header: header ?? null, rows });
  }

  private empty(at: number): PositionedText {
    return PositionedText.verbatim(this.input, { start: at, end: at });
  }

  private text(node: Parents): PositionedText | null {
    const builder = new TextBuilder(this.input);
    this.append(builder, node, 0);
    return builder.build();
  }

  private append(builder: TextBuilder, parent: Parents, depth: number): void {
    if (depth > DEEPEST) return;
    for (const node of parent.children) {
      const from = builder.length;
      switch (node.type) {
        case 'text':
          appendText(builder, this.input, node.value, startOf(node), endOf(node));
          break;
        case 'inlineCode':
          builder.source(startOf(node), endOf(node));
          builder.markOpaque(from);
          break;
        case 'break':
          builder.gap(startOf(node), endOf(node));
          break;
        case 'footnoteReference':
          builder.source(startOf(node), endOf(node));
          builder.markNote(from, node.label ?? node.identifier, anchorOf(node.identifier), 0);
          break;
        case 'link': {
          this.append(builder, node, depth + 1);
          const fragment = node.url.startsWith('#') ? node.url.slice(1) : '';
          const context = { fragment, raised: false, declared: false, toReference: false };
          const label = noteLabel(builder.since(from), context);
          if (label !== null) builder.markNote(from, label, fragment, 0);
          else builder.markOpaque(from);
          if (/^https?:/i.test(node.url)) builder.link(node.url);
          break;
        }
        default:
          // An inline tag shows nothing itself; what it wraps are its neighbours.
          if ('children' in node) this.append(builder, node, depth + 1);
          if (node.type === 'html' && /^<br/i.test(node.value)) builder.gap(startOf(node), endOf(node));
      }
    }
  }
}

const anchorOf = (identifier: string): string => `fn-${identifier}`;

/** Text as it shows, each character at its place: escapes, character references and line prefixes are stepped over. */
function appendText(builder: TextBuilder, input: string, shown: string, start: number, end: number): void {
  let at = start;
  for (let i = 0; i < shown.length; i++) {
    const unit = shown.charAt(i);
    while (at < end) {
      const raw = input.charAt(at);
      const reference =
        raw === '&' ? /^&(?:#x?[\da-f]{1,8}|[a-z][\da-z]{0,31});/i.exec(input.slice(at, at + 40))?.[0] : undefined;
      const decoded = reference ? decodeString(reference) : '';
      if (reference && decoded !== reference && shown.startsWith(decoded, i)) {
        builder.decoded(decoded, at, at + reference.length);
        at += reference.length;
        i += decoded.length - 1;
        break;
      }
      if (raw === '\\' && unit !== '\\' && input.charAt(at + 1) === unit) {
        builder.decoded(unit, at, at + 2);
        at += 2;
        break;
      }
      if (raw === unit) {
        builder.source(at, at + 1);
        // An escaped backslash shows once.
        at += raw === '\\' && input.charAt(at + 1) === '\\' ? 2 : 1;
        break;
      }
      at++;
    }
  }
}
