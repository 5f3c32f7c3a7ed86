import { decodeHTML } from 'entities';
import type { HtmlWriter, Marks } from './html-writer.js';

/** Browsers write no "<" and no ">" into what they serialise but for tags. */
const TAG = /<(?:(\/?)([a-z][a-z0-9]*)\b([^<>]*)|!--[^<>]*)>/gi;
const HREF = /\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const ID = /\b(?:id|name)\s{0,9}=\s{0,9}["']([^"']{1,200})["']/i;
const NO_TEXT = /^(?:script|style)$/;
const BLOCK = /^(?:p|div|section|article|figure|figcaption|blockquote|h[1-6]|[uo]l|li|dl|d[dt]|table|tr|pre)$/;

const MARKS: ReadonlyMap<string, Exclude<keyof Marks, 'href'>> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['s', 'struck'],
  ['del', 'struck'],
  ['strike', 'struck'],
  ['code', 'code'],
  ['sup', 'raised'],
  ['sub', 'lowered'],
]);

/** A superscript that an editor made the sign of a note, by its attributes and what it shows. True: it is written. */
export type NoteSign = (attributes: string, shown: string) => boolean;

/**
 * Running text that an editor keeps as HTML, with the marks and links that we keep. Other tags go, their text stays.
 *
 * @param noteSign asked of each superscript
 */
export function writeInlineHtml(html: HtmlWriter, source: string, noteSign: NoteSign = () => false): void {
  const depth = new Map<Exclude<keyof Marks, 'href'>, number>();
  let href: string | null = null;
  let unread: string | null = null;
  let from = 0;
  const write = (to: number): void => {
    if (unread !== null || to <= from) return;
    const marks = Object.fromEntries([...depth].map(([mark, count]) => [mark, count > 0]));
    html.text(decodeHTML(source.slice(from, to)), { ...marks, href });
  };
  for (const match of source.matchAll(TAG)) {
    const at = match.index;
    if (at < from) continue;
    write(at);
    from = at + match[0].length;
    const closes = match[1] === '/';
    const tag = (match[2] ?? '').toLowerCase();
    const attributes = match[3] ?? '';
    const mark = MARKS.get(tag);
    if (NO_TEXT.test(tag)) unread = closes ? null : tag;
    else if (unread !== null) continue;
    else if (tag === 'br') html.lineBreak();
    else if (BLOCK.test(tag)) {
      // Two line breaks end a paragraph.
      if (closes) for (let i = 0; i < 2; i += 1) html.lineBreak();
    } else if (tag === 'td' || tag === 'th') html.text(' ');
    else if (tag === 'a') {
      const found = closes ? null : HREF.exec(attributes);
      href = found ? decodeHTML(found[1] ?? found[2] ?? found[3] ?? '') : null;
      if (!closes) html.anchor(ID.exec(attributes)?.[1] ?? null);
    } else if (mark) {
      const end = tag === 'sup' && !closes ? source.indexOf('<', from) : -1;
      if (end >= 0 && noteSign(attributes, decodeHTML(source.slice(from, end)))) from = end;
      depth.set(mark, Math.max(0, (depth.get(mark) ?? 0) + (closes ? -1 : 1)));
    }
  }
  write(source.length);
}
