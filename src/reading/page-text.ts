import type { ArticleFormat } from '../judging/evidence.js';
import type { DocumentBlock } from './document.js';
import { guessLanguage } from './language.js';
import type { PositionedText } from './positioned-text.js';
import { readDocument } from './read-article.js';

/** The text of a whole page: of a source, to look things up in. */
export interface PageText {
  /** What people read, a block a line: headings, menus and lists of references, too. Of plain text, the input as it is. */
  readonly text: string;
  /** BCP 47; "und" when it is in no language that can be told, null when it is too short to tell. */
  readonly language: string | null;
}

/** Reads a page for its words alone. Markers of footnotes that the format gives as such are left out: they are no words. */
export function readPageText(input: string, format: ArticleFormat): PageText {
  if (format === 'TEXT') return { text: input, language: guessLanguage(input) };
  const { blocks, language } = readDocument(input, format);
  return { text: blocks.flatMap(textsOf).map(wordsOf).join('\n'), language: language.tag };
}

function textsOf(block: DocumentBlock): readonly PositionedText[] {
  switch (block.kind) {
    case 'definition':
      return [block.term, block.content];
    case 'table': {
      const { caption, upperHeaders, header, rows } = block;
      // A cell that spans several places is read once.
      return [
        ...new Set([...(caption ? [caption] : []), ...(upperHeaders ?? []).flat(), ...(header ?? []), ...rows.flat()]),
      ];
    }
    default:
      return [block.content];
  }
}

function wordsOf({ text, markers }: PositionedText): string {
  let words = '';
  let from = 0;
  for (const { span, isSpoken } of markers) {
    if (isSpoken) continue;
    words += text.slice(from, span.start);
    from = span.end;
  }
  return words + text.slice(from);
}
