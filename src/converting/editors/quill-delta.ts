import { FlatLists } from './flat-lists.js';
import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, objectIn, textIn, wordsIn, type JsonObject } from './json-value.js';

interface Run {
  readonly text: string;
  readonly marks: Marks;
}

/** A Delta of Quill: `{"ops": [{"insert", "attributes"}]}`. A line has the format of the line break that ends it. */
export function writeQuillDelta(ops: readonly unknown[], html: HtmlWriter): void {
  const lines = new LineWriter(html);
  let runs: Run[] = [];
  for (const op of ops) {
    if (!isObject(op)) continue;
    const [insert, attributes] = [get(op, 'insert'), objectIn(op, 'attributes')];
    if (typeof insert === 'string') {
      const marks = marksOf(attributes);
      for (const [i, text] of insert.split('\n').entries()) {
        if (i > 0) {
          lines.write(runs, attributes);
          runs = [];
        }
        if (text !== '') runs.push({ text, marks });
      }
    } else if (isObject(insert)) runs.push(...embedded(insert, attributes, html));
    else html.unknown(Object.keys(op)[0] ?? '');
  }
  if (runs.length > 0) lines.write(runs, {});
  lines.end();
}

/** Pictures and films have no words. */
const WORDLESS = new Set(['image', 'video', 'divider', 'hr']);

function embedded(embed: JsonObject, attributes: JsonObject, html: HtmlWriter): Run[] {
  const kind = Object.keys(embed)[0] ?? '';
  const value = get(embed, kind);
  const marks = marksOf(attributes);
  if (WORDLESS.has(kind)) return [];
  if (kind === 'mention' && isObject(value)) {
    return [{ text: `${textIn(value, 'denotationChar') ?? ''}${textIn(value, 'value') ?? ''}`, marks }];
  }
  if (kind === 'formula') return [{ text: textIn(embed, kind) ?? '', marks: { ...marks, code: true } }];
  html.unknown(kind);
  return wordsIn(value).map((text) => ({ text, marks }));
}

function marksOf(attributes: JsonObject): Marks {
  const script = get(attributes, 'script');
  return {
    bold: get(attributes, 'bold') === true,
    italic: get(attributes, 'italic') === true,
    struck: get(attributes, 'strike') === true,
    code: get(attributes, 'code') === true,
    raised: script === 'super',
    lowered: script === 'sub',
    href: textIn(attributes, 'link'),
  };
}

/** Opens and closes what neighbouring lines share: lists, tables, block quotes, code. */
class LineWriter {
  private readonly lists: FlatLists;
  private code: string[] | null = null;
  private isQuote = false;
  private row: string | null = null;

  constructor(private readonly html: HtmlWriter) {
    this.lists = new FlatLists(html);
  }

  write(runs: readonly Run[], format: JsonObject): void {
    const { html } = this;
    const list = textIn(format, 'list');
    const row = textIn(format, 'table');
    const isCode = Object.hasOwn(format, 'code-block') && get(format, 'code-block') !== false;
    const isQuote = get(format, 'blockquote') === true;
    if (list === null) this.lists.end();
    if (!isCode) this.endCode();
    if (!isQuote) this.endQuote();
    if (row === null) this.endTable();
    if (isCode) (this.code ??= []).push(runs.map(({ text }) => text).join(''));
    else if (list !== null) {
      this.lists.item(countIn(format, 'indent', 0, 100), list === 'ordered');
      this.line(runs);
    } else if (row !== null) this.cell(row, runs);
    else {
      if (isQuote && !this.isQuote) html.open('blockquote');
      this.isQuote = isQuote;
      const level = countIn(format, 'header', 0, 6);
      const tag = level === 0 ? 'p' : `h${level}`;
      html.open(tag);
      this.line(runs);
      html.close(tag);
    }
  }

  end(): void {
    this.write([], {});
  }

  private line(runs: readonly Run[]): void {
    for (const { text, marks } of runs) this.html.text(text, marks);
  }

  private cell(row: string, runs: readonly Run[]): void {
    const { html } = this;
    if (this.row === null) html.open('table');
    if (this.row !== row) {
      if (this.row !== null) html.close('tr');
      html.open('tr');
    }
    this.row = row;
    html.open('td');
    this.line(runs);
    html.close('td');
  }

  private endTable(): void {
    if (this.row === null) return;
    this.html.close('tr');
    this.html.close('table');
    this.row = null;
  }

  private endCode(): void {
    if (this.code !== null) this.html.code(this.code.join('\n'));
    this.code = null;
  }

  private endQuote(): void {
    if (this.isQuote) this.html.close('blockquote');
    this.isQuote = false;
  }
}
