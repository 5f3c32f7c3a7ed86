import { Readability } from '@mozilla/readability';
import { decodeHTML } from 'entities';
import { parseHTML } from 'linkedom';
import { cutTo, oneLine } from '../judging/text/normalise.js';
import { readTree, type HtmlElement } from '../reading/html-tree.js';
import { docxToHtml } from './docx.js';
import { editorJsonToHtml } from './editor-json.js';
import type { FileKind } from './file-kind.js';
import { goneSign, paywallSign } from './page-signs.js';
import { pdfToHtml } from './pdf.js';
import { plainBlocks } from './plain-blocks.js';

/** What is read of a source: bytes of a file, or a text of a page or of words alone. */
export type SourceInput =
  { readonly kind: FileKind; readonly bytes: Uint8Array } | { readonly kind: 'HTML' | 'TEXT'; readonly text: string };

/** A source's words, in paragraphs. */
export interface SourceText {
  readonly text: string;
  /** Runs of letters and figures in it. */
  readonly words: number;
  /** The title that it gives itself, in one line. */
  readonly title: string | null;
  /** What speaks for its being only a part of the source, in a sentence. */
  readonly caution: string | null;
  /** Why it is no source: its page says that there is nothing; for people. */
  readonly gone: string | null;
}

/**
 * Of pages that are longer (in UTF-16 units), have more elements, or have them nested deeper, all words are taken: to find the
 * main text of those takes minutes, in steps that grow with the square of each.
 */
const LONGEST_PAGE = 2_000_000;
const MOST_ELEMENTS = 20_000;
const DEEPEST = 100;
/** A main text with less than this share of the words that are no furniture is taken for a mistake. */
const LEAST_SHARE = 0.4;
/** Titles are cut there, in UTF-16 units. */
const LONGEST_TITLE = 500;

/**
 * The words of a source, as claims are compared with them.
 *
 * @throws UnconvertibleFileError
 */
export async function sourceText(input: SourceInput): Promise<SourceText> {
  switch (input.kind) {
    case 'TEXT':
      return wholeText(tidy(input.text), null);
    case 'HTML':
      return pageText(input.text);
    case 'PDF':
      return fileText(await pdfToHtml(input.bytes));
    case 'DOCX':
      return fileText(await docxToHtml(input.bytes));
    case 'JSON':
      return fileText(editorJsonToHtml(input.bytes).html);
  }
}

const fileText = (html: string): SourceText =>
  wholeText(tidy(plainBlocks(html, readTree(html), 'with furniture')), titleIn(html));

const wholeText = (text: string, title: string | null): SourceText => ({
  text,
  words: wordsIn(text),
  title,
  caution: null,
  gone: null,
});

/** A page's main text; all of its words but its furniture where that is not found. */
function pageText(html: string): SourceText {
  const tree = readTree(html);
  const all = tidy(plainBlocks(html, tree, 'without furniture'));
  const whole = all === '' ? tidy(plainBlocks(html, tree, 'with furniture')) : all;
  const found = mainText(html, tree);
  const [ofFound, ofWhole] = [found === null ? 0 : wordsIn(found.text), wordsIn(whole)];
  const isMain = found !== null && ofFound >= LEAST_SHARE * ofWhole;
  const [text, words] = isMain ? [found.text, ofFound] : [whole, ofWhole];
  const title = titleOf(found?.title) ?? titleIn(html);
  const page = { html, text: whole, title, words };
  return { text, words, title, caution: paywallSign(page), gone: goneSign({ ...page, text }) };
}

/** By Mozilla's Readability, which browsers show pages with. Null where it finds nothing, or stumbles over the page. */
function mainText(html: string, tree: HtmlElement): { readonly text: string; readonly title: string } | null {
  if (html.length > LONGEST_PAGE || isUnwieldy(tree)) return null;
  try {
    const { document } = parseHTML(html);
    const options = { maxElemsToParse: MOST_ELEMENTS, charThreshold: 200 };
    const article = new Readability(document as never, options).parse();
    if (!article?.content) return null;
    return {
      text: tidy(plainBlocks(article.content, readTree(article.content), 'with furniture')),
      title: article.title ?? '',
    };
  } catch {
    // Of pages nested too deep, or with too many elements, the words are there without it.
    return null;
  }
}

function isUnwieldy(tree: HtmlElement): boolean {
  let elements = 0;
  const todo: (readonly [HtmlElement, number])[] = [[tree, 0]];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [{ children }, depth] = next;
    elements++;
    if (elements > MOST_ELEMENTS || depth > DEEPEST) return true;
    for (const child of children) if (child.type === 'element') todo.push([child, depth + 1]);
  }
  return false;
}

const titleIn = (html: string): string | null =>
  titleOf(decodeHTML(/<title[^>]{0,200}>([^<]{1,2000})</i.exec(html.slice(0, 100_000))?.[1] ?? ''));

function titleOf(text: string | null | undefined): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : cutTo(line, LONGEST_TITLE);
}

/** One kind of line end, no NUL, no half of a surrogate pair: what PostgreSQL and UTF-8 can hold, and hashes of it agree. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replaceAll('\0', '\ufffd')
    .toWellFormed()
    .trim();
}

/** Runs of letters and figures. */
function wordsIn(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) words++;
  return words;
}
