import { FlatLists } from './flat-lists.js';
import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, listIn, objectIn, textIn, wordsIn, type JsonObject } from './json-value.js';
import { partByName, plainName } from './node-names.js';

const DECORATORS: ReadonlyMap<string, Exclude<keyof Marks, 'href'>> = new Map([
  ['strong', 'bold'],
  ['em', 'italic'],
  ['strike-through', 'struck'],
  ['code', 'code'],
  ['sup', 'raised'],
  ['superscript', 'raised'],
  ['sub', 'lowered'],
  ['subscript', 'lowered'],
]);
const NOTE = /^(?:foot|end)note(?:reference)?$/;

/** Portable Text, as Sanity keeps it: a list of `{"_type": "block"}` and other objects. */
export function writePortableText(blocks: readonly unknown[], html: HtmlWriter): void {
  const lists = new FlatLists(html);
  for (const block of blocks) {
    if (!isObject(block)) continue;
    const list = kindOf(block) === 'block' ? textIn(block, 'listItem') : null;
    if (list === null) lists.end();
    if (list !== null) {
      lists.item(countIn(block, 'level', 1, 100) - 1, list === 'number');
      writeSpans(block, html);
    } else if (kindOf(block) === 'block') writeBlock(block, html);
    else writeObject(block, html);
  }
  lists.end();
}

const kindOf = (node: JsonObject): string => textIn(node, '_type') ?? '';

function writeBlock(block: JsonObject, html: HtmlWriter): void {
  const style = textIn(block, 'style') ?? 'normal';
  const part = style === 'normal' ? null : partByName(style);
  const tag = part?.kind === 'element' ? part.tag : 'p';
  const isQuote = tag === 'blockquote';
  const line = /^h\d$/.test(tag) ? tag : 'p';
  if (isQuote) html.open(tag);
  html.open(line);
  writeSpans(block, html);
  html.close(line);
  if (isQuote) html.close(tag);
}

function writeSpans(block: JsonObject, html: HtmlWriter): void {
  const spans = listIn(block, 'children').filter(isObject);
  const definitions = new Map(
    listIn(block, 'markDefs')
      .filter(isObject)
      .map((each) => [textIn(each, '_key') ?? '', each] as const),
  );
  for (const [i, span] of spans.entries()) {
    const kind = kindOf(span);
    if (kind !== 'span' && kind !== '') {
      writeInlineObject(span, html);
      continue;
    }
    const names = marksIn(span);
    const marks: { -readonly [K in keyof Marks]: Marks[K] } = {};
    for (const name of names) {
      const decorator = DECORATORS.get(name);
      const definition = definitions.get(name);
      if (decorator) marks[decorator] = true;
      else if (definition) marks.href = textIn(definition, 'href', 'url') ?? marks.href;
    }
    html.text(textIn(span, 'text') ?? '', marks);
    // A note is about the words that are marked: its sign stands behind the last of them.
    const after = spans[i + 1] ? marksIn(spans[i + 1]!) : [];
    for (const name of names) {
      const definition = definitions.get(name);
      if (!definition || after.includes(name)) continue;
      if (NOTE.test(plainName(kindOf(definition)))) writeNote(definition, html);
      else if (textIn(definition, 'href', 'url') === null) html.unknown(kindOf(definition));
    }
  }
}

const marksIn = (span: JsonObject): string[] =>
  listIn(span, 'marks').filter((mark): mark is string => typeof mark === 'string');

/** A note has Portable Text of its own, or a text. */
function writeNote(note: JsonObject, html: HtmlWriter): void {
  const name = html.noteSign(null, null);
  const inner = ['text', 'content', 'note', 'body', 'children']
    .map((key) => get(note, key))
    .find((v) => v !== undefined);
  html.note(name, () => {
    if (typeof inner === 'string') html.text(inner);
    else if (Array.isArray(inner)) {
      const blocks = (inner as unknown[]).filter(isObject);
      if (blocks.every((block) => kindOf(block) === 'span')) writeSpans({ children: blocks }, html);
      else if (blocks.length === 1) writeSpans(blocks[0]!, html);
      else writePortableText(blocks, html);
    }
  });
}

function writeInlineObject(node: JsonObject, html: HtmlWriter): void {
  if (NOTE.test(plainName(kindOf(node)))) {
    writeNote(node, html);
    return;
  }
  html.unknown(kindOf(node));
  html.text(wordsIn(node).join(' '));
}

function writeObject(node: JsonObject, html: HtmlWriter): void {
  const kind = plainName(kindOf(node));
  if (kind === 'code' || kind === 'codeblock') html.code(textIn(node, 'code') ?? '');
  else if (kind === 'table') writeTable(node, html);
  else if (partByName(kind)?.kind === 'picture') {
    html.open('figure');
    html.block('figcaption', textIn(node, 'caption') ?? textIn(objectIn(node, 'caption'), 'text') ?? '');
    html.close('figure');
  } else if (partByName(kind)?.kind !== 'nothing' && kind !== 'break') {
    html.unknown(kindOf(node));
    // A box of text of its own, such as a callout.
    for (const [, value] of Object.entries(node)) {
      if (Array.isArray(value) && isPortableText(value as unknown[])) writePortableText(value as unknown[], html);
      else for (const words of wordsIn(value)) html.block('p', words);
    }
  }
}

/** The table of Sanity's plugin: `{"rows": [{"cells": ["…"]}]}`. Nothing says that a row is its heading. */
function writeTable(table: JsonObject, html: HtmlWriter): void {
  html.open('table');
  for (const row of listIn(table, 'rows')) {
    html.open('tr');
    for (const cell of isObject(row) ? listIn(row, 'cells') : []) {
      html.open('td');
      if (typeof cell === 'string') html.text(cell);
      else if (Array.isArray(cell) || isObject(cell)) {
        const inner = Array.isArray(cell) ? (cell as unknown[]) : listIn(cell, 'content');
        writePortableText(inner, html);
      }
      html.close('td');
    }
    html.close('tr');
  }
  html.close('table');
}

/** Whether a list is Portable Text: all in it say what they are, and a block is among them. */
export const isPortableText = (nodes: readonly unknown[]): boolean =>
  nodes.every((node) => isObject(node) && kindOf(node) !== '') &&
  nodes.some((node) => isObject(node) && kindOf(node) === 'block');
