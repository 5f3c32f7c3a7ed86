import { withChangedTexts } from './block-texts.js';
import type { DocumentBlock } from './document.js';
import { tagDate, tagShown } from './editor-tags.js';
import type { TextTag } from './positioned-text.js';

/** Letters in square brackets; more words than these tags have are the article's own. */
const BRACKET = /\[(\p{L}[\p{L} ,–—-]{1,50}(?:\d{4})?\??)\](?![([:])/gu;
/** One word can be an editor's insertion into a quotation: "[who]"; a question, or several words, are none. */
const ASKS = /[\s?]|^cn$/i;
/** ", May 2031" */
const SINCE = /,? (?:since )?\p{L}{3,9} \d{4}$/u;

/**
 * Notes of editors that stand as words in the text, "[citation needed]", "[by whom?]", as in a draft or a copy of a page
 * of a wiki: tags, and no words of their claims. A wiki's own templates are read where its formats are.
 */
export function withWrittenTags(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  return withChangedTexts(blocks, (content) => {
    if (!content.text.includes('[')) return content;
    const found = [...content.text.matchAll(BRACKET)].flatMap(({ index, 0: raw, 1: shown = '' }) => {
      const kind = ASKS.test(shown) && index > 0 ? tagShown(shown.replace(SINCE, '')) : null;
      const span = { start: index, end: index + raw.length };
      return kind === null ? [] : [{ span, kind, date: tagDate(shown) }];
    });
    if (found.length === 0) return content;
    const tags = found.map(({ span, kind, date }): TextTag => ({
      at: span.start,
      tag: { kind, date, span: content.toInput(span.start, span.end) },
    }));
    return content.withTags(tags).withMarkers(found.map(({ span }) => ({ span, items: [] })));
  });
}
