import { decode, UnreadableInputError } from '../reading/decode.js';
import type { Notice } from '../reading/notice.js';
import { writeContentful } from './editors/contentful.js';
import { isDraftJs, writeDraftJs } from './editors/draft-js.js';
import { writeEditorJs } from './editors/editor-js.js';
import { HtmlWriter } from './editors/html-writer.js';
import { get, isObject, listIn, objectIn, type JsonObject } from './editors/json-value.js';
import { writeLexical } from './editors/lexical.js';
import { isPortableText, writePortableText } from './editors/portable-text.js';
import { writeProseMirror } from './editors/prosemirror.js';
import { writeQuillDelta } from './editors/quill-delta.js';
import { isSlate, writeSlate } from './editors/slate.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** Levels of brackets: documents that people write have some fifty. */
const MAX_DEPTH = 500;
const FRAGMENT = /\\?"#([^"\\]{1,200})\\?"/g;
/** Names that are told of what is not known. */
const TOLD = 10;

/** An editor whose documents are known. */
interface Editor {
  readonly name: string;
  /** How its documents begin, for people. */
  readonly shape: string;
  /** What writes the document; null when it is none of this editor's. */
  readonly writer: (document: unknown) => ((html: HtmlWriter) => void) | null;
}

const EDITORS: readonly Editor[] = [
  {
    name: 'ProseMirror or Tiptap',
    shape: '{"type": "doc", "content": […]}',
    writer: (doc) => (isObject(doc) && get(doc, 'type') === 'doc' ? (html) => writeProseMirror(doc, html) : null),
  },
  {
    name: 'Contentful',
    shape: '{"nodeType": "document", "content": […]}',
    writer: (doc) =>
      isObject(doc) && get(doc, 'nodeType') === 'document' ? (html) => writeContentful(doc, html) : null,
  },
  {
    name: 'Lexical',
    shape: '{"root": {"children": […]}}',
    writer: (doc) => {
      if (!isObject(doc)) return null;
      const state = isObject(get(doc, 'editorState')) ? objectIn(doc, 'editorState') : doc;
      return Array.isArray(get(objectIn(state, 'root'), 'children')) ? (html) => writeLexical(state, html) : null;
    },
  },
  {
    name: 'Quill',
    shape: '{"ops": [{"insert": …}]}',
    writer: (doc) =>
      isObject(doc) && Array.isArray(get(doc, 'ops')) ? (html) => writeQuillDelta(listIn(doc, 'ops'), html) : null,
  },
  {
    name: 'Draft.js',
    shape: '{"blocks": […], "entityMap": {…}}',
    writer: (doc) => (isObject(doc) && isDraftJs(doc) ? (html) => writeDraftJs(doc, html) : null),
  },
  {
    name: 'Editor.js',
    shape: '{"blocks": [{"type", "data"}]}',
    writer: (doc) => (isObject(doc) && Array.isArray(get(doc, 'blocks')) ? (html) => writeEditorJs(doc, html) : null),
  },
  {
    name: 'Portable Text',
    shape: '[{"_type": "block"}]',
    writer: (doc) => (Array.isArray(doc) && isPortableText(doc) ? (html) => writePortableText(doc, html) : null),
  },
  {
    name: 'Slate',
    shape: '[{"type", "children": […]}]',
    writer: (doc) => (Array.isArray(doc) && isSlate(doc) ? (html) => writeSlate(doc, html) : null),
  },
];

/** A document of an editor as HTML, and what people should know of it, in sentences without a capital. */
export interface EditorHtml {
  readonly html: string;
  readonly notices: readonly Notice[];
}

/**
 * The JSON of a block editor as HTML: headings, paragraphs, lists, quotes, tables, links, code, captions and notes. What is of no known
 * kind keeps its words and is told.
 *
 * @throws UnconvertibleFileError
 */
export function editorJsonToHtml(bytes: Uint8Array): EditorHtml {
  const source = sourceOf(bytes);
  const document = parsed(source);
  const found = editorOf(document);
  if (found === null) {
    const known = EDITORS.map(({ name, shape }) => `${name} ${shape}`).join(', ');
    const message = `is no document of an editor that is known: it is ${described(document)}${within(document)}; known are ${known}`;
    throw new UnconvertibleFileError('UNKNOWN', message);
  }
  const writer = new HtmlWriter(new Set(Array.from(source.matchAll(FRAGMENT), ([, name]) => name!)));
  found.write(writer);
  const html = writer.finish();
  if (!/(?:^|>)[^<]*[^<\s]/.test(html)) {
    throw new UnconvertibleFileError('NO_TEXT', `is a document of ${found.name} without text; export it again`);
  }
  return { html, notices: noticesOf(found.name, writer.unknownKinds) };
}

/** Whether a text is the JSON of an editor that is known. Never throws. */
export function isEditorJson(bytes: Uint8Array): boolean {
  try {
    return editorOf(parsed(sourceOf(bytes))) !== null;
  } catch (error) {
    if (error instanceof UnconvertibleFileError) return false;
    throw error;
  }
}

function editorOf(document: unknown): { name: string; write: (html: HtmlWriter) => void } | null {
  for (const { name, writer } of EDITORS) {
    const write = writer(document);
    if (write) return { name, write };
  }
  return null;
}

function sourceOf(bytes: Uint8Array): string {
  try {
    return decode(bytes);
  } catch (cause) {
    if (!(cause instanceof UnreadableInputError)) throw cause;
    const reason = cause.reason === 'TOO_LARGE' ? 'TOO_LARGE' : cause.reason === 'EMPTY' ? 'NO_TEXT' : 'DAMAGED';
    throw new UnconvertibleFileError(reason, cause.message, { cause });
  }
}

function parsed(source: string): unknown {
  if (isTooDeep(source)) {
    throw new UnconvertibleFileError(
      'TOO_LARGE',
      `has more than ${MAX_DEPTH} levels of brackets in brackets; split the document`,
    );
  }
  try {
    return JSON.parse(source) as unknown;
  } catch (cause) {
    const at = /position (\d+)/.exec(String(cause))?.[1];
    const where = at === undefined ? 'it ends too early' : `at character ${Number(at) + 1}`;
    throw new UnconvertibleFileError('DAMAGED', `is no valid JSON (${where}); export it again`, { cause });
  }
}

/** Counted before it is parsed: what is as deep as the limit can be walked by calls within calls. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i];
    if (inText) {
      if (sign === '\\') i += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return false;
}

/** What stands at the top of a document, for people who wonder what they have exported. */
function described(document: unknown): string {
  if (Array.isArray(document)) {
    const [first] = document as unknown[];
    const begins = Array.isArray(first) ? 'a list' : described(first);
    return document.length === 0 ? 'an empty list' : `a list that begins with ${begins}`;
  }
  if (!isObject(document)) return document === null ? 'null' : `a ${typeof document}`;
  const keys = Object.keys(document);
  if (keys.length === 0) return 'an empty object';
  const told = keys.slice(0, TOLD).map((key) => `"${printable(key)}"`);
  const more = keys.length > TOLD ? ` and ${keys.length - TOLD} more` : '';
  return `an object with ${told.join(', ')}${more}`;
}

/** Where in an object a document stands: articles are often kept beside their titles and dates. */
function within(document: unknown): string {
  const inner = isObject(document) ? Object.keys(document).filter((key) => editorOf(document[key]) !== null) : [];
  const names = inner
    .slice(0, TOLD)
    .map((key) => `"${printable(key)}" of ${editorOf(get(document as JsonObject, key))!.name}`);
  return names.length === 0 ? '' : `, which holds ${names.join(', ')}: give that alone`;
}

const printable = (key: string): string => key.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 40);

function noticesOf(editor: string, kinds: ReadonlyMap<string, number>): Notice[] {
  if (kinds.size === 0) return [];
  const parts = Array.from(kinds, ([name, count]) => ({ name, count })).slice(0, TOLD);
  const told = parts.map(({ name, count }) => (count === 1 ? name : `${name} (${count})`)).join(', ');
  const moreKinds = kinds.size - parts.length;
  const more = moreKinds > 0 ? ` and ${moreKinds} more kinds` : '';
  const message = `this document of ${editor} has parts that are not known, of which only the words are read: ${told}${more}`;
  return [{ code: 'UNKNOWN_PARTS', values: { editor, parts, moreKinds }, message }];
}
