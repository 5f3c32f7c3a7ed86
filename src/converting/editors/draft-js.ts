import { FlatLists } from './flat-lists.js';
import type { HtmlWriter, Marks } from './html-writer.js';
import { countIn, get, isObject, listIn, objectIn, textIn, wordsIn, type JsonObject } from './json-value.js';
import { partByName, plainName } from './node-names.js';

const STYLES: ReadonlyMap<string, Exclude<keyof Marks, 'href'>> = new Map([
  ['BOLD', 'bold'],
  ['ITALIC', 'italic'],
  ['STRIKETHROUGH', 'struck'],
  ['CODE', 'code'],
  ['SUPERSCRIPT', 'raised'],
  ['SUBSCRIPT', 'lowered'],
]);
/** Entities that add no words to their text, or only a caption. */
const PLAIN_ENTITIES = new Set(['link', 'document', 'mention', 'hashtag', 'horizontalrule', 'divider']);
const PICTURES = new Set(['image', 'photo', 'video', 'embed', 'media']);

/** Raw content of Draft.js: `{"blocks": […], "entityMap": {…}}`. */
export function writeDraftJs(doc: JsonObject, html: HtmlWriter): void {
  // Some exports have a list in the place of an object whose keys are numbers.
  const entities = { ...listIn(doc, 'entityMap'), ...objectIn(doc, 'entityMap') };
  const lists = new FlatLists(html);
  const code: string[] = [];
  const endCode = (): void => {
    if (code.length > 0) html.code(code.splice(0).join('\n'));
  };
  for (const block of listIn(doc, 'blocks')) {
    if (!isObject(block)) continue;
    const kind = plainName(textIn(block, 'type') ?? 'unstyled');
    const isItem = kind === 'unorderedlistitem' || kind === 'orderedlistitem';
    if (!isItem) lists.end();
    if (kind !== 'codeblock') endCode();
    if (kind === 'codeblock') code.push(textIn(block, 'text') ?? '');
    else if (isItem) {
      lists.item(countIn(block, 'depth', 0, 100), kind === 'orderedlistitem');
      writeText(block, entities, html);
    } else if (kind === 'atomic') writeAtomic(block, entities, html);
    else writeLine(block, kind, entities, html);
  }
  lists.end();
  endCode();
}

function writeLine(block: JsonObject, kind: string, entities: JsonObject, html: HtmlWriter): void {
  const known = kind === 'unstyled' ? null : partByName(kind);
  const tag = known?.kind === 'element' ? known.tag : 'p';
  if (kind !== 'unstyled' && known?.kind !== 'element') html.unknown(textIn(block, 'type') ?? '');
  if (tag === 'blockquote') html.open(tag);
  const line = tag === 'blockquote' || !/^h\d$/.test(tag) ? 'p' : tag;
  html.open(line);
  writeText(block, entities, html);
  html.close(line);
  if (tag === 'blockquote') html.close(tag);
}

/** A block that is no text: its entity says what it is. */
function writeAtomic(block: JsonObject, entities: JsonObject, html: HtmlWriter): void {
  for (const range of listIn(block, 'entityRanges')) {
    const entity = isObject(range) ? objectIn(entities, textIn(range, 'key') ?? '') : {};
    const kind = plainName(textIn(entity, 'type') ?? '');
    const data = objectIn(entity, 'data');
    if (PICTURES.has(kind)) {
      html.open('figure');
      html.block('figcaption', textIn(data, 'caption', 'title') ?? '');
      html.close('figure');
    } else if (!PLAIN_ENTITIES.has(kind)) {
      html.unknown(textIn(entity, 'type') ?? '');
      for (const words of wordsIn(data)) html.block('p', words);
    }
  }
  html.block('p', (textIn(block, 'text') ?? '').trim());
}

/** What changes at one place of a text. */
interface Turn {
  readonly ends: (() => void)[];
  readonly starts: (() => void)[];
}

/** The text in stretches of one style each. Offsets are UTF-16 units; stretches may overlap in any way. */
function writeText(block: JsonObject, entities: JsonObject, html: HtmlWriter): void {
  const text = textIn(block, 'text') ?? '';
  const turns = new Map<number, Turn>([[text.length, { ends: [], starts: [] }]]);
  const turnAt = (offset: number): Turn => {
    const turn = turns.get(offset) ?? { ends: [], starts: [] };
    turns.set(offset, turn);
    return turn;
  };
  const between = (range: unknown, start: () => void, end: () => void): void => {
    if (!isObject(range)) return;
    const from = countIn(range, 'offset', 0, text.length);
    const to = Math.min(text.length, from + countIn(range, 'length', 0, text.length));
    if (to === from) return;
    turnAt(from).starts.push(start);
    turnAt(to).ends.push(end);
  };
  const counts = new Map<Exclude<keyof Marks, 'href'>, number>();
  for (const range of listIn(block, 'inlineStyleRanges')) {
    const mark = isObject(range) ? STYLES.get(textIn(range, 'style') ?? '') : undefined;
    if (!mark) continue;
    const add = (n: number): void => void counts.set(mark, (counts.get(mark) ?? 0) + n);
    between(
      range,
      () => add(1),
      () => add(-1),
    );
  }
  let href: string | null = null;
  for (const range of listIn(block, 'entityRanges')) {
    const entity = isObject(range) ? objectIn(entities, textIn(range, 'key') ?? '') : {};
    const kind = textIn(entity, 'type') ?? '';
    const start = (): void => {
      href = textIn(objectIn(entity, 'data'), 'url', 'href');
      if (!PLAIN_ENTITIES.has(plainName(kind))) html.unknown(kind);
    };
    between(range, start, () => (href = null));
  }
  let from = 0;
  for (const [offset, { ends, starts }] of [...turns].sort(([a], [b]) => a - b)) {
    const marks = Object.fromEntries([...counts].map(([mark, n]) => [mark, n > 0]));
    html.text(text.slice(from, offset), { ...marks, href });
    for (const change of [...ends, ...starts]) change();
    from = offset;
  }
}

/** The blocks of Draft.js have their text in them, and the entities beside them. */
export const isDraftJs = (doc: JsonObject): boolean =>
  Array.isArray(get(doc, 'blocks')) &&
  (Object.hasOwn(doc, 'entityMap') ||
    listIn(doc, 'blocks').some((block) => isObject(block) && Array.isArray(get(block, 'inlineStyleRanges'))));
