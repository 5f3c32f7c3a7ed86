import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, listIn, objectIn, textIn, type JsonObject } from './json-value.js';
import { cell, heading, MAX_SPAN, partByName, plainName } from './node-names.js';
import { TreeWriter, type Part } from './tree.js';

/** What Slate's examples, Plate and Payload call marks. */
const MARKS: readonly (readonly [string, Exclude<keyof Marks, 'href'>])[] = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['strikethrough', 'struck'],
  ['code', 'code'],
  ['superscript', 'raised'],
  ['sup', 'raised'],
  ['subscript', 'lowered'],
  ['sub', 'lowered'],
];
const MAX_INDENT = 100;
const BULLETS = new Set(['disc', 'circle', 'square', 'todo']);

/** A value of Slate or of an editor on it, such as Plate: a list of nodes with `children`, texts with `text`. */
export function writeSlate(nodes: readonly unknown[], html: HtmlWriter): void {
  new TreeWriter(html, { childrenOf, partOf, kindOf }).write(nodes);
}

const kindOf = (node: JsonObject): string => textIn(node, 'type') ?? '';

/** Plate keeps a picture's caption beside its children, which are empty. */
function childrenOf(node: JsonObject): readonly unknown[] {
  return [...listIn(node, 'children'), ...listIn(node, 'caption')];
}

function partOf(node: JsonObject): Part | null {
  const kind = kindOf(node);
  const text = get(node, 'text');
  if (typeof text === 'string') return { kind: 'text', text, marks: marksOf(node) };
  const style = textIn(node, 'listStyleType');
  if (style !== null) {
    return { kind: 'flat item', level: countIn(node, 'indent', 1, MAX_INDENT) - 1, ordered: !BULLETS.has(style) };
  }
  switch (plainName(kind)) {
    case '':
      return { kind: 'element', tag: 'p' };
    case 'title':
      return heading(1);
    case 'heading':
    case 'header':
      return heading(countIn(node, 'level', 1, 6));
    case 'link':
    case 'a':
      return { kind: 'marked', marks: { href: textIn(node, 'url', 'href') ?? textIn(objectIn(node, 'data'), 'url') } };
    case 'td':
    case 'th':
    case 'tablecell':
    case 'tableheader':
    case 'tableheadercell':
      return cell(
        /^t(?:h|ableh)/.test(plainName(kind)) || get(node, 'header') === true,
        span(node, 'colSpan'),
        span(node, 'rowSpan'),
      );
    case 'mention':
      return { kind: 'text', text: textIn(node, 'value', 'character', 'name') ?? '' };
    case 'image':
    case 'img':
      return { kind: 'picture', caption: textIn(node, 'caption') };
    case 'footnotereference':
      return { kind: 'note sign', key: textIn(node, 'identifier', 'id'), label: textIn(node, 'label', 'identifier') };
    case 'footnotedefinition':
      return { kind: 'note', key: textIn(node, 'identifier', 'id'), label: null, text: null };
    default:
      return partByName(kind);
  }
}

const span = (node: JsonObject, key: string): number =>
  Math.max(countIn(node, key, 1, MAX_SPAN), countIn(node, key.toLowerCase(), 1, MAX_SPAN));

const marksOf = (node: JsonObject): Marks =>
  Object.fromEntries(MARKS.flatMap(([name, mark]) => (get(node, name) === true ? [[mark, true] as const] : [])));

/** Whether a value can be one of Slate's: each node has children or a text. */
export const isSlate = (nodes: readonly unknown[]): boolean =>
  nodes.length > 0 &&
  nodes.every(
    (node) => isObject(node) && (Array.isArray(get(node, 'children')) || typeof get(node, 'text') === 'string'),
  );
