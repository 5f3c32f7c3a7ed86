import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { HtmlElement } from './html-tree.js';
import type { TextBuilder } from './text-builder.js';

const AMPERSAND = 38;

/**
 * Gives `builder` the characters of a stretch of HTML text, each with its place: parse5 decodes entities and says only
 * where the whole text stands, so the source is read once more.
 */
export function appendHtmlText(builder: TextBuilder, input: string, start: number, end: number): void {
  let from = start;
  for (let i = start; i < end; i += 1) {
    if (input.charCodeAt(i) !== AMPERSAND) continue;
    const entity = decodeEntity(input, i);
    if (entity === null) continue;
    builder.source(from, i);
    builder.decoded(entity.text, i, i + entity.length);
    from = i + entity.length;
    i = from - 1;
  }
  builder.source(from, end);
}

/** The text of a small element, entities decoded, white space as it stands. Reads at most `limit` units of source. */
export function plainText(input: string, node: HtmlElement, limit = 2000): string {
  let text = '';
  const todo: (HtmlElement | HtmlElement['children'][number])[] = [node];
  let left = limit;
  while (todo.length > 0 && left > 0) {
    const next = todo.pop()!;
    if (next.type === 'element') {
      for (let i = next.children.length - 1; i >= 0; i -= 1) todo.push(next.children[i]!);
      continue;
    }
    const source = input.slice(next.start, Math.min(next.end, next.start + left));
    left -= source.length;
    text += decodeEntities(source);
  }
  return text;
}

function decodeEntities(source: string): string {
  let text = '';
  let from = 0;
  for (let i = source.indexOf('&'); i >= 0; i = source.indexOf('&', Math.max(from, i + 1))) {
    const entity = decodeEntity(source, i);
    if (entity === null) continue;
    text += source.slice(from, i) + entity.text;
    from = i + entity.length;
  }
  return text + source.slice(from);
}

let decodedUnits: string[] = [];
const decoder = new HtmlEntityDecoder((codePoint) => decodedUnits.push(String.fromCodePoint(codePoint)));

/** The character reference that begins at `at`, or null when the ampersand stands for itself. */
function decodeEntity(input: string, at: number): { text: string; length: number } | null {
  decodedUnits = [];
  decoder.startEntity(DecodingMode.Legacy);
  let length = decoder.write(input, at + 1);
  if (length < 0) length = decoder.end();
  return length > 0 ? { text: decodedUnits.join(''), length } : null;
}
