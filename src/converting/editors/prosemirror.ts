import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, listIn, objectIn, textIn, type JsonObject } from './json-value.js';
import { cell, heading, MAX_SPAN, partByName, plainName } from './node-names.js';
import { TreeWriter, type Part } from './tree.js';

const MARKS: ReadonlyMap<string, Exclude<keyof Marks, 'href'>> = new Map([
  ['bold', 'bold'],
  ['strong', 'bold'],
  ['italic', 'italic'],
  ['em', 'italic'],
  ['strike', 'struck'],
  ['strikethrough', 'struck'],
  ['code', 'code'],
  ['superscript', 'raised'],
  ['sup', 'raised'],
  ['subscript', 'lowered'],
  ['sub', 'lowered'],
]);

/** A document of ProseMirror or of an editor on it, such as Tiptap or Atlassian's: `{"type": "doc", "content": […]}`. */
export function writeProseMirror(doc: JsonObject, html: HtmlWriter): void {
  new TreeWriter(html, { childrenOf, partOf, kindOf }).write(childrenOf(doc));
}

const childrenOf = (node: JsonObject): readonly unknown[] => listIn(node, 'content');
const kindOf = (node: JsonObject): string => textIn(node, 'type') ?? '';

function partOf(node: JsonObject): Part | null {
  const attributes = objectIn(node, 'attrs');
  const kind = kindOf(node);
  switch (plainName(kind)) {
    case 'text':
      return { kind: 'text', text: textIn(node, 'text') ?? '', marks: marksOf(node) };
    case 'heading':
      return { ...heading(countIn(attributes, 'level', 1, 6)), anchor: textIn(attributes, 'id') };
    case 'tablecell':
    case 'tableheader':
      return cell(
        plainName(kind) === 'tableheader',
        countIn(attributes, 'colspan', 1, MAX_SPAN),
        countIn(attributes, 'rowspan', 1, MAX_SPAN),
      );
    case 'expand':
    case 'nestedexpand': {
      const title = textIn(attributes, 'title') ?? '';
      return { kind: 'element', tag: 'details', ...(title === '' ? {} : { lead: { tag: 'summary', text: title } }) };
    }
    case 'image':
    case 'media':
      return { kind: 'picture', caption: textIn(attributes, 'caption', 'title') };
    case 'mention':
    case 'status':
    case 'emoji':
      return { kind: 'text', text: textIn(attributes, 'text', 'label', 'name', 'id') ?? '' };
    case 'date':
      return { kind: 'text', text: dayOf(textIn(attributes, 'timestamp')) };
    case 'inlinecard':
    case 'blockcard': {
      const url = textIn(attributes, 'url');
      return url === null ? null : { kind: 'text', text: url, marks: { href: url } };
    }
    case 'footnotereference':
    case 'footnoteref':
      return { kind: 'note sign', key: nameOf(attributes), label: labelOf(attributes) };
    case 'footnote':
    case 'footnoteitem': {
      const text = childrenOf(node).length > 0 ? null : textIn(attributes, 'content', 'text', 'note');
      return { kind: 'note', key: nameOf(attributes), label: labelOf(attributes), text };
    }
    default: {
      const part = partByName(kind);
      return part?.kind === 'element' ? { ...part, anchor: textIn(attributes, 'id') } : part;
    }
  }
}

/** The furthest time from 1970 of which a Date knows the day, in milliseconds. */
const LAST_TIME = 8.64e15;

/** A date of Atlassian's, in milliseconds since 1970, as people write it: "2031-05-04". */
function dayOf(timestamp: string | null): string {
  const time = Number(timestamp ?? Number.NaN);
  return Math.abs(time) <= LAST_TIME ? new Date(time).toISOString().replace(/T.*/, '') : (timestamp ?? '');
}

/** What ties the sign of a note to its text. */
const nameOf = (attributes: JsonObject): string | null =>
  textIn(attributes, 'data-id', 'footnoteId', 'identifier', 'id');

const labelOf = (attributes: JsonObject): string | null => textIn(attributes, 'referenceNumber', 'label', 'number');

function marksOf(node: JsonObject): Marks {
  const marks: { -readonly [K in keyof Marks]: Marks[K] } = {};
  for (const mark of listIn(node, 'marks')) {
    const name = isObject(mark) ? plainName(textIn(mark, 'type') ?? '') : plainName(String(mark));
    const attributes = isObject(mark) ? objectIn(mark, 'attrs') : {};
    const known = MARKS.get(name);
    if (known) marks[known] = true;
    else if (name === 'link') marks.href = textIn(attributes, 'href');
    else if (name === 'subsup') marks[get(attributes, 'type') === 'sup' ? 'raised' : 'lowered'] = true;
  }
  return marks;
}
