import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, isObject, listIn, objectIn, textIn, type JsonObject } from './json-value.js';
import { cell, MAX_SPAN, partByName } from './node-names.js';
import { TreeWriter, type Part } from './tree.js';

const MARKS: ReadonlyMap<string, Exclude<keyof Marks, 'href'>> = new Map([
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['strikethrough', 'struck'],
  ['code', 'code'],
  ['superscript', 'raised'],
  ['subscript', 'lowered'],
]);

/**
 * Rich text of Contentful: `{"nodeType": "document", "content": […]}`. Entries and assets that it only points to are
 * not in it: they are told as unknown.
 */
export function writeContentful(doc: JsonObject, html: HtmlWriter): void {
  new TreeWriter(html, { childrenOf, partOf, kindOf }).write(childrenOf(doc));
}

const childrenOf = (node: JsonObject): readonly unknown[] => listIn(node, 'content');
const kindOf = (node: JsonObject): string => textIn(node, 'nodeType') ?? '';

function partOf(node: JsonObject): Part | null {
  const data = objectIn(node, 'data');
  const kind = kindOf(node);
  switch (kind) {
    case 'text':
      return { kind: 'text', text: textIn(node, 'value') ?? '', marks: marksOf(node) };
    case 'hyperlink':
      return { kind: 'marked', marks: { href: textIn(data, 'uri') } };
    case 'entry-hyperlink':
    case 'asset-hyperlink':
    case 'resource-hyperlink':
      return { kind: 'marked', marks: {} };
    case 'table-cell':
    case 'table-header-cell':
      return cell(
        kind === 'table-header-cell',
        countIn(data, 'colspan', 1, MAX_SPAN),
        countIn(data, 'rowspan', 1, MAX_SPAN),
      );
    default:
      return partByName(kind);
  }
}

function marksOf(node: JsonObject): Marks {
  const known = listIn(node, 'marks').flatMap((mark) => {
    const name = isObject(mark) ? MARKS.get(textIn(mark, 'type') ?? '') : undefined;
    return name ? [[name, true] as const] : [];
  });
  return Object.fromEntries(known);
}
