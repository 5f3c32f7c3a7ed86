import type { HtmlWriter } from './html-writer.js';
import { writeInlineHtml, type NoteSign } from './inline-html.js';
import { countIn, get, isObject, listIn, objectIn, textIn, wordsIn, type JsonObject } from './json-value.js';
import { plainName } from './node-names.js';

type Write = (source: string) => void;

/** What Editor.js saves: `{"blocks": [{"type", "data"}]}`, with the tools of its authors. Texts in it are HTML. */
export function writeEditorJs(doc: JsonObject, html: HtmlWriter): void {
  for (const block of listIn(doc, 'blocks')) if (isObject(block)) writeBlock(block, html);
}

function writeBlock(block: JsonObject, html: HtmlWriter): void {
  const data = objectIn(block, 'data');
  const kind = textIn(block, 'type') ?? '';
  const tunes = objectIn(block, 'tunes');
  const sign = noteSigns(listIn(tunes, 'footnotes'), html);
  const line: Write = (source) => writeInlineHtml(html, source, sign);
  const element = (tag: string, source: string): void => {
    html.open(tag);
    html.anchor(textIn(objectIn(tunes, 'anchorTune'), 'anchor'));
    line(source);
    html.close(tag);
  };
  const text = textIn(data, 'text') ?? '';
  switch (plainName(kind)) {
    case 'paragraph':
      return element('p', text);
    case 'header':
    case 'heading':
      return element(`h${countIn(data, 'level', 1, 6)}`, text);
    case 'list':
    case 'nestedlist':
    case 'checklist':
      return writeItems(listIn(data, 'items'), get(data, 'style') === 'ordered' ? 'ol' : 'ul', html, line);
    case 'quote':
      html.open('blockquote');
      element('p', text);
      if ((textIn(data, 'caption') ?? '').trim() !== '') element('cite', textIn(data, 'caption')!);
      return html.close('blockquote');
    case 'table':
      return writeTable(data, html, line);
    case 'code':
    case 'codeblock':
      return html.code(textIn(data, 'code') ?? '');
    case 'image':
    case 'simpleimage':
    case 'inlineimage':
    case 'embed':
    case 'video':
    case 'audio':
      html.open('figure');
      element('figcaption', textIn(data, 'caption') ?? '');
      return html.close('figure');
    case 'warning':
    case 'alert':
      element('p', textIn(data, 'title') ?? '');
      return element('p', textIn(data, 'message') ?? '');
    case 'toggle':
      return element('p', text);
    case 'columns':
      for (const column of listIn(data, 'cols')) if (isObject(column)) writeEditorJs(column, html);
      return;
    case 'delimiter':
      return;
    case 'raw':
      html.unknown(kind);
      return element('div', textIn(data, 'html') ?? '');
    default:
      html.unknown(kind);
      for (const words of wordsIn(data)) element('p', words);
  }
}

/** Items are texts, or objects with items of their own. */
function writeItems(items: readonly unknown[], tag: string, html: HtmlWriter, line: Write): void {
  if (items.length === 0) return;
  html.open(tag);
  for (const item of items) {
    html.open('li');
    if (typeof item === 'string') line(item);
    else if (isObject(item)) {
      line(textIn(item, 'content', 'text') ?? '');
      writeItems(listIn(item, 'items'), tag, html, line);
    }
    html.close('li');
  }
  html.close(tag);
}

function writeTable(data: JsonObject, html: HtmlWriter, line: Write): void {
  html.open('table');
  for (const [i, row] of listIn(data, 'content').entries()) {
    html.open('tr');
    const tag = i === 0 && get(data, 'withHeadings') === true ? 'th' : 'td';
    for (const cell of Array.isArray(row) ? (row as unknown[]) : []) {
      html.open(tag);
      line(typeof cell === 'string' ? cell : wordsIn(cell).join(' '));
      html.close(tag);
    }
    html.close('tr');
  }
  html.close('table');
}

/** The notes of the tune `footnotes` belong, in their order, to the superscripts of the block that it marked. */
function noteSigns(notes: readonly unknown[], html: HtmlWriter): NoteSign {
  let next = 0;
  return (attributes, shown) => {
    const note = notes[next];
    if (note === undefined || !/\bdata-/.test(attributes)) return false;
    next += 1;
    const text = typeof note === 'string' ? note : isObject(note) ? (textIn(note, 'content', 'text') ?? '') : '';
    // Each block counts its notes from 1: their order in the document is their number.
    const name = html.noteSign(null, /\d/.test(shown) ? null : shown);
    html.note(name, () => writeInlineHtml(html, text));
    return true;
  };
}
