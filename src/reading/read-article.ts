import type { Article, ArticleFormat } from '../judging/evidence.js';
import type { Document } from './document.js';
import { readHtml } from './html-reader.js';
import { interpret } from './interpret.js';
import { readText } from './text-reader.js';

/** The formats that have a reader, by what files of it are called. */
const EXTENSIONS: Readonly<Record<string, ArticleFormat>> = {
  txt: 'TEXT',
  text: 'TEXT',
  html: 'HTML',
  htm: 'HTML',
  xhtml: 'HTML',
};

const READERS: Readonly<Partial<Record<ArticleFormat, (input: string) => Document>>> = {
  TEXT: readText,
  HTML: readHtml,
};

/** Thrown for a format that no reader takes yet. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
}

/** What a file's name says of its format; null when it says nothing. */
export function formatOf(path: string): ArticleFormat | null {
  return EXTENSIONS[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/**
 * Reads an article.
 *
 * @param input the decoded text; see `decode.ts` for what it must not hold. Positions are offsets into it.
 * @returns the article with its claims, markers and references, in reading order
 * @throws UnknownFormatError
 */
export function readArticle(
  input: string,
  options: { readonly format: ArticleFormat; readonly title?: string },
): Article {
  const read = READERS[options.format];
  if (!read) throw new UnknownFormatError(`no reader for ${options.format} yet; give text or HTML`);
  return interpret(read(input), input, options.title);
}
