import type { RawBlock } from './html-slots.js';
import type { RawEntry } from './reference-entries.js';
import type { DocumentBlock } from './document.js';

/** A page has a few pull quotes: further ones are not looked up, and are taken to repeat the text. */
const MOST = 50;

/**
 * Tells apart what boxes of large letters hold: a sentence that the text has as well is furniture, any other is a
 * quotation of the article's own.
 */
export function settlePullQuotes(blocks: readonly RawBlock[]): (DocumentBlock | RawEntry)[] {
  let text: string | null = null;
  let looked = 0;
  return blocks.map((block) => {
    if (block.kind !== 'pull quote') return block;
    const { content } = block;
    looked += 1;
    text ??= blocks
      .map((b) => (b.kind === 'paragraph' || b.kind === 'item' ? ` ${fold(b.content.text)} ` : ''))
      .join('|');
    const repeats = looked > MOST || text.includes(` ${fold(content.text)} `);
    return repeats ? { kind: 'skipped', why: 'boilerplate', content } : { kind: 'paragraph', content, quoted: true };
  });
}

const fold = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
