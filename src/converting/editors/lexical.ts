import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, listIn, objectIn, textIn, type JsonObject } from './json-value.js';
import { cell, heading, MAX_SPAN, partByName, plainName } from './node-names.js';
import { TreeWriter, type Part } from './tree.js';

/** The bits of a text's `format`, as lexical's constants have them. Underlined and highlighted text is as any other. */
const FORMATS: readonly (readonly [number, Exclude<keyof Marks, 'href'>])[] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'struck'],
  [16, 'code'],
  [32, 'lowered'],
  [64, 'raised'],
];
const ALL_FORMATS = 2 ** 12;

/** A state of Lexical: `{"root": {"children": […]}}`. */
export function writeLexical(doc: JsonObject, html: HtmlWriter): void {
  new TreeWriter(html, { childrenOf, partOf, kindOf }).write(listIn(objectIn(doc, 'root'), 'children'));
}

const kindOf = (node: JsonObject): string => textIn(node, 'type') ?? '';

/** A picture's caption is an editor of its own. */
function childrenOf(node: JsonObject): readonly unknown[] {
  const caption = objectIn(objectIn(objectIn(node, 'caption'), 'editorState'), 'root');
  return [...listIn(node, 'children'), ...listIn(caption, 'children')];
}

function partOf(node: JsonObject): Part | null {
  const kind = kindOf(node);
  const text = textIn(node, 'text');
  switch (plainName(kind)) {
    case 'heading':
      return heading(countIn({ level: (textIn(node, 'tag') ?? '').slice(1) }, 'level', 1, 6));
    case 'list':
      return { kind: 'element', tag: isOrdered(node) ? 'ol' : 'ul' };
    case 'listitem':
      // An item of nothing but lists only carries them: they belong to the item before.
      return isCarrier(childrenOf(node)) ? { kind: 'marked', marks: {} } : { kind: 'element', tag: 'li' };
    case 'link':
    case 'autolink':
      return { kind: 'marked', marks: { href: textIn(node, 'url') ?? textIn(objectIn(node, 'fields'), 'url') } };
    case 'tablecell':
      return cell(
        countIn(node, 'headerState', 0, 3) > 0,
        countIn(node, 'colSpan', 1, MAX_SPAN),
        countIn(node, 'rowSpan', 1, MAX_SPAN),
      );
    case 'image':
    case 'inlineimage':
      return { kind: 'picture', caption: textIn(node, 'caption') };
    case 'mark':
    case 'overflow':
      return { kind: 'marked', marks: {} };
    case 'tab':
      return { kind: 'text', text: ' ' };
    default:
      // Mentions, hashtags, highlighted code and the like are texts.
      return text === null ? partByName(kind) : { kind: 'text', text, marks: marksOf(node) };
  }
}

const isOrdered = (node: JsonObject): boolean =>
  get(node, 'listType') === 'number' || (get(node, 'listType') === undefined && get(node, 'tag') === 'ol');

const isCarrier = (children: readonly unknown[]): boolean =>
  children.length > 0 && children.every((child) => isObject(child) && kindOf(child) === 'list');

function marksOf(node: JsonObject): Marks {
  const format = countIn(node, 'format', 0, ALL_FORMATS);
  return Object.fromEntries(FORMATS.flatMap(([bit, mark]) => ((format & bit) === 0 ? [] : [[mark, true] as const])));
}
