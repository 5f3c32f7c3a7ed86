import { escapeHtml } from '../converting/escape-html.js';
import type { WordPressItem } from './wordpress.js';

/** Of the block editor: it writes paragraphs itself. */
const BLOCKS = /<!-- wp:/;
const FOOTNOTES_BLOCK = /<!-- wp:footnotes\b[^>]{0,500}-->/;
/** Elements that begin or end a block: what stands between blank lines and begins with one is no paragraph. */
const BLOCK_TAG =
  /^\s*<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|map|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b|^\s*<!--/i;
/** Text whose line breaks are its own. */
const VERBATIM = /<(pre|script|style|textarea)\b[^]*?(?:<\/\1>|$)/gi;
/** "[caption …]" around a picture, and the like: only the words between such marks are text. */
const SHORTCODE = /\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption)\b[^\]]{0,1000}\]/g;

/** A post's text as HTML. */
export interface PostHtml {
  readonly html: string;
  /** What people should know of it, in sentences without a capital. */
  readonly notices: readonly string[];
}

/**
 * The HTML of a post: the block editor's with its notes in their place, and the older editor's, in which blank lines divide
 * paragraphs.
 */
export function postHtml({ content, footnotes }: Pick<WordPressItem, 'content' | 'footnotes'>): PostHtml {
  const text = content.replace(/\r\n?/g, '\n');
  if (!BLOCKS.test(text)) return { html: paragraphed(text.replace(SHORTCODE, '')), notices: [] };
  if (footnotes === null || footnotes.trim() === '') return { html: text, notices: [] };
  const notes = notesOf(footnotes);
  if (notes === null) {
    return { html: text, notices: ['its notes cannot be read, as they are not the JSON that WordPress writes'] };
  }
  if (notes.length === 0) return { html: text, notices: [] };
  const list = `<ol class="wp-block-footnotes">\n${notes.map(noteItem).join('\n')}\n</ol>`;
  const place = FOOTNOTES_BLOCK.exec(text);
  if (!place) return { html: `${text}\n${list}\n`, notices: [] };
  const end = place.index + place[0].length;
  return { html: `${text.slice(0, end)}\n${list}\n${text.slice(end)}`, notices: [] };
}

interface Note {
  readonly id: string;
  readonly content: string;
}

function notesOf(json: string): Note[] | null {
  let notes: unknown;
  try {
    notes = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(notes)) return null;
  return notes.flatMap((note: unknown): Note[] => {
    const { id, content } = (note ?? {}) as { id?: unknown; content?: unknown };
    return typeof id === 'string' && typeof content === 'string' ? [{ id, content }] : [];
  });
}

/** As WordPress shows a note: its content is HTML already. */
const noteItem = ({ id, content }: Note): string =>
  `<li id="${escapeHtml(id)}">${content} <a href="#${escapeHtml(id)}-link" role="doc-backlink">↩︎</a></li>`;

/** Blank lines divide paragraphs; single breaks within one are breaks. */
function paragraphed(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const verbatim of text.matchAll(VERBATIM)) {
    parts.push(dividedAtBlankLines(text.slice(at, verbatim.index)), verbatim[0]);
    at = verbatim.index + verbatim[0].length;
  }
  parts.push(dividedAtBlankLines(text.slice(at)));
  return parts.join('\n');
}

const dividedAtBlankLines = (text: string): string =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => (BLOCK_TAG.test(part) ? part : `<p>${part.trim().replace(/\n/g, '<br>\n')}</p>`))
    .join('\n\n');
