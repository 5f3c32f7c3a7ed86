import { names } from './html-roles.js';
import type { HtmlElement } from './html-tree.js';

/**
 * What Word writes in pages that it exports: everything is a paragraph, and a class (`MsoTitle`) or a style of its own
 * (`mso-list`, `mso-outline-level`) tells what for.
 */
export type WordRole =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly depth: number }
  /** A line of the table of contents or of the index, with its page; a page's header or footer. */
  | { readonly kind: 'furniture' };

const FURNITURE = /^Mso(?:Toc|TOC|Index|Header|Footer)/;
const LIST = /^MsoList/;
const LIST_STYLE = /(?:^|[;\s])mso-list\s*:\s*l\d+ level(\d)/i;
const OUTLINE_STYLE = /(?:^|[;\s])mso-outline-level\s*:\s*(\d)/i;

/** What a paragraph is for, where Word says so. */
export function wordRole(node: HtmlElement): WordRole | null {
  if (node.tag !== 'p' || node.attributes.size === 0) return null;
  const own = names(node);
  const style = node.attributes.get('style') ?? '';
  if (own.some((n) => FURNITURE.test(n))) return { kind: 'furniture' };
  if (own.includes('MsoTitle')) return { kind: 'heading', level: 1 };
  const outline = OUTLINE_STYLE.exec(style)?.[1];
  if (outline !== undefined) return { kind: 'heading', level: Math.min(6, Math.max(1, Number(outline))) };
  const level = LIST_STYLE.exec(style)?.[1];
  if (level !== undefined || own.some((n) => LIST.test(n))) {
    return { kind: 'item', depth: Math.max(0, Number(level ?? 1) - 1) };
  }
  return null;
}

/**
 * A bullet or a number, and the spaces that Word sets behind it: more than the one that keeps "A. Orr" or "$ 40" in a line.
 * "o" is a bullet of its second level.
 */
const ITEM_LABEL = /^(?:[^\p{L}\p{N}\s]|[o§]|\(?(?:(\d{1,4})|[a-z]|[ivxlc]{1,6})[.)])(?:\u00a0\s| \u00a0)\s*/iu;

/** How many characters of an item of Word's are its bullet or number, and the number. */
export function wordLabel(text: string): { length: number; number: number | null } {
  const match = ITEM_LABEL.exec(text.slice(0, 80));
  const number = match?.[1];
  return { length: match?.[0].length ?? 0, number: number === undefined ? null : Number(number) };
}
