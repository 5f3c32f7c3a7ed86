import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleFormat } from '../../src/judging/evidence.js';
import { formatOf } from '../../src/reading/read-article.js';
import { capital, word } from './words.js';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/articles');
/** What is varied: the figures and longer words of a text, outside of tags, addresses and the names of templates. */
const VARIED = /<[^<>]*>|\{\{[^|{}]*|\[\[|https?:\S+|\[\d[^\]]*\]|\p{L}{6,}|(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}.])/gu;
/** One in so many words stays: what articles have in common; and so do the names of sections that tell readers what to do. */
const KEPT = 3;
const SECTIONS = /^(?:references|sources|glossary|questions|summary|further|reading|contents)$/i;
const SHELL: Readonly<Partial<Record<ArticleFormat, readonly [string, string]>>> = {
  HTML: ['<!doctype html><html lang="en"><title>Grown</title><body><main>', '</main></body></html>'],
};

/**
 * An article of any length: the project's own articles of a format, one below the other, again and again, each time with
 * other words and figures. No two sentences are equal but those of a few short words.
 *
 * @param length in UTF-16 units, at least; more by less than one article
 */
export function grownArticle(format: ArticleFormat, length: number): string {
  const parts = fixtures(format);
  const [before, after] = SHELL[format] ?? ['', ''];
  const pieces: string[] = [];
  for (let size = before.length + after.length, i = 0; size < length; i += 1) {
    const piece = varied(parts[i % parts.length]!, Math.floor(i / parts.length));
    pieces.push(piece.length > length - size ? cut(piece, length - size) : piece);
    size += pieces.at(-1)!.length;
  }
  return before + pieces.join('\n\n') + after;
}

/** At the end of a line, so that no tag and no word is cut. */
function cut(piece: string, length: number): string {
  const end = piece.indexOf('\n', length);
  return end < 0 ? piece : piece.slice(0, end);
}

function fixtures(format: ArticleFormat): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => name !== 'README.md' && formatOf(name) === format)
    .sort()
    .map((name) => readFileSync(join(FIXTURES, name), 'utf8'))
    .map((text) => (format === 'HTML' ? content(text) : text));
}

/** What a page says, without what marks it as the article: one page holds them all. */
const content = (page: string): string =>
  /<main[^>]*>([^]*)<\/main>/.exec(page)![1]!.replace(/<\/?article\b[^>]*>|\bmw-(?:parser-output|content-text)\b/g, '');

/** The same article in other words: each word and figure becomes the same other one throughout. */
function varied(text: string, round: number): string {
  if (round === 0) return text;
  const others = new Map<string, string>();
  return text.replace(VARIED, (piece) => {
    if (!/^[\p{L}\p{N}]/u.test(piece) || piece.startsWith('http')) return piece;
    let other = others.get(piece);
    if (other === undefined) others.set(piece, (other = otherFor(piece, round, others.size)));
    return other;
  });
}

function otherFor(piece: string, round: number, n: number): string {
  if (/^\p{N}/u.test(piece)) return piece.length > 6 ? piece : String(Number(piece) + round);
  if (n % KEPT === 0 || SECTIONS.test(piece)) return piece;
  const made = word(round * 1_009 + n);
  return /^\p{Lu}/u.test(piece) ? capital(made) : made;
}
