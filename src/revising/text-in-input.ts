import { decodeHTML } from 'entities';
import type { ArticleFormat, Span } from '../judging/evidence.js';
import { tagOfTemplate } from '../reading/editor-tags.js';

/** A stretch of an article's input and the text that was read from it, its markers left out. */
export interface ReadStretch {
  readonly input: string;
  readonly text: string;
  /** Of the markers, within `input`. */
  readonly markers: readonly Span[];
  readonly format: ArticleFormat;
}

/** The stretch that a claim was read from. @param markers spans in the whole input */
export function stretchOf(
  content: string,
  { span, text }: { readonly span: Span; readonly text: string },
  markers: readonly Span[],
  format: ArticleFormat,
): ReadStretch {
  const inside = markers.filter(({ start, end }) => start >= span.start && end <= span.end);
  return {
    input: content.slice(span.start, span.end),
    text,
    markers: inside.map(({ start, end }) => ({ start: start - span.start, end: end - span.start })),
    format,
  };
}

/** Words of a text and where they stand in the input: the anchors by which a place in one is found in the other. */
export interface Anchors {
  readonly text: readonly Span[];
  readonly input: readonly Span[];
}

/**
 * What a reader leaves out of a text, as long as it is at most: tags, the addresses of links. Bounded, so that a lone
 * bracket costs no more than this. In UTF-16 units.
 */
const TAG = /<[^<>]{1,2000}>/g;
const LINK_ADDRESS = /\]\([^()\s]{0,2000}(?:\s{1,10}"[^"]{0,500}")?\)/g;
/** "[[pier|": what a link leads to, where other words stand for it. And what begins and ends without words. */
const WIKI_TARGET = /\[\[[^[\]|{}]{0,500}\|/g;
/** The address of a link to the outside. */
const WIKI_ADDRESS = /\[(?:https?:)?\/\/[^\s[\]]{1,2000}(?=[\s\]])/gi;
/** A template that holds no other; which of them make words is not known here. */
const WIKI_TEMPLATE = /\{\{([^{}|]{1,100})[^{}]{0,500}\}\}/g;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
/** Stands where a character of the input has none in the text. No input holds it. */
const NOTHING = '\0';

/**
 * Finds the words of a text in the input that it was read from.
 *
 * @returns null when they cannot be told apart from what else stands there (markup that is read as words)
 */
export function anchorsOf({ input, text, markers, format }: ReadStretch): Anchors | null {
  const blank = (found: string): string => ' '.repeat(found.length);
  let shown = input;
  for (const { start, end } of markers) shown = shown.slice(0, start) + ' '.repeat(end - start) + shown.slice(end);
  if (format === 'MARKDOWN') shown = shown.replace(LINK_ADDRESS, blank);
  if (format === 'WIKITEXT') {
    shown = shown.replace(WIKI_TEMPLATE, (found, name: string) => (isTag(name) ? blank(found) : found));
    shown = shown.replace(WIKI_TARGET, blank).replace(WIKI_ADDRESS, blank);
  }
  if (format !== 'TEXT') {
    shown = shown.replace(TAG, blank).replace(ENTITY, (found) => decodeHTML(found).padEnd(found.length, NOTHING));
  }
  const [inText, inInput] = [wordsIn(text), wordsIn(shown)];
  if (inText.length !== inInput.length) return null;
  if (inText.some(({ word }, i) => word !== inInput[i]!.word)) return null;
  return { text: inText, input: inInput };
}

/** A note of an editor, of which the text has no word. */
const isTag = (name: string): boolean => tagOfTemplate(name.trim().toLowerCase().replaceAll('_', ' ')) !== null;

/** The words of a text and where they stand. */
export function wordsIn(text: string): (Span & { readonly word: string })[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}\0]*[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\0]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].replaceAll(NOTHING, '').normalize('NFKC'),
  }));
}

/**
 * Where in the input the second of two parts of a text begins. What stands between the last word of the first and the
 * first of the second belongs to the first, but for the signs that open the second: quotes, brackets.
 *
 * @param at in the text
 * @returns null when it cannot be told, or one of the parts has no word, or a word would be cut in two
 */
export function placeOfCut(stretch: ReadStretch, at: number): number | null {
  const anchors = anchorsOf(stretch);
  if (!anchors) return null;
  const next = anchors.text.findIndex(({ end }) => end > at);
  if (next <= 0 || anchors.text[next]!.start < at) return null;
  const [from, to] = [anchors.input[next - 1]!.end, anchors.input[next]!.start];
  const opening = stretch.text.slice(at, anchors.text[next]!.start).trim();
  const found = opening === '' ? to : stretch.input.slice(from, to).lastIndexOf(opening) + from;
  return found < from ? to : found;
}
