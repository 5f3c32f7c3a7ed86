import type { Article, ArticleFormat } from '../judging/evidence.js';
import type { Document } from './document.js';
import { readHtml } from './html-reader.js';
import { interpret, type ReadBlocks } from './interpret.js';
import { languageTeller, type TellLanguage } from './language.js';
import { readMarkdown } from './markdown-reader.js';
import { readText } from './text-reader.js';
import { readWikitext } from './wikitext-reader.js';

/** The formats that have a reader, by what files of it are called. */
const EXTENSIONS: Readonly<Record<string, ArticleFormat>> = {
  txt: 'TEXT',
  text: 'TEXT',
  md: 'MARKDOWN',
  markdown: 'MARKDOWN',
  html: 'HTML',
  htm: 'HTML',
  xhtml: 'HTML',
  wiki: 'WIKITEXT',
  wikitext: 'WIKITEXT',
  mediawiki: 'WIKITEXT',
};

const READERS: Readonly<Record<ArticleFormat, (input: string, tell: TellLanguage) => Document>> = {
  TEXT: readText,
  MARKDOWN: readMarkdown,
  HTML: readHtml,
  WIKITEXT: readWikitext,
};

/** What a file's name says of its format; null when it says nothing. */
export function formatOf(path: string): ArticleFormat | null {
  return EXTENSIONS[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
}

export interface ReadOptions {
  readonly format: ArticleFormat;
  readonly title?: string;
  readonly links?: 'citations' | 'text';
}

/**
 * Reads an article.
 *
 * @param input the decoded text; see `decode.ts` for what it must not hold. Positions are offsets into it.
 * @param options.title overrides what the text says
 * @param options.links what links to other sites in a sentence are, in Markdown or HTML that cites in no other way:
 *   citations when left out
 * @returns the article with its claims, markers and references, in reading order
 */
export function readArticle(input: string, options: ReadOptions): Article {
  return readBlocks(input, options).article;
}

/** The same, with the blocks that it was read from and where in them the claims stand: for those who write it anew. */
export function readBlocks(input: string, options: ReadOptions): ReadBlocks {
  const { format, title, links = 'citations' } = options;
  return interpret(readDocument(input, format), input, { title, citesByLinks: links === 'citations' });
}

/** The blocks of an input, as its format has them, before they are read as an article. */
export function readDocument(input: string, format: ArticleFormat): Document {
  return READERS[format](input, languageTeller(input, format));
}
