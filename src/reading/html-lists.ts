import { letters, roman } from './numerals.js';
import type { HtmlElement } from './html-tree.js';

/** A list whose items are being read. */
export interface OpenList {
  readonly id: number;
  readonly ordered: boolean;
  next: number;
  readonly step: number;
  readonly style: string;
  readonly depth: number;
}

export const isList = (node: HtmlElement): boolean => node.tag === 'ol' || node.tag === 'ul';

/**
 * @param id that its items share
 * @param depth 0 for an outermost list
 */
export function openList(node: HtmlElement, id: number, depth: number): OpenList {
  const { attributes } = node;
  const reversed = attributes.has('reversed');
  const items = reversed ? node.children.filter((c) => c.type === 'element' && c.tag === 'li').length : 1;
  const start = Number.parseInt(attributes.get('start') ?? '', 10);
  return {
    id,
    ordered: node.tag === 'ol',
    next: Number.isNaN(start) ? items : start,
    step: reversed ? -1 : 1,
    style: attributes.get('type') ?? /list-style-type\s*:\s*([\w-]+)/.exec(attributes.get('style') ?? '')?.[1] ?? '',
    depth,
  };
}

/** The number that a browser shows before the item, and counts on from; null in a list without numbers. */
export function nextNumber(item: HtmlElement, list: OpenList | null): number | null {
  if (!list?.ordered || item.tag !== 'li') return null;
  const value = Number.parseInt(item.attributes.get('value') ?? '', 10);
  const number = Number.isNaN(value) ? list.next : value;
  list.next = number + list.step;
  return number;
}

/** A list's number as a browser shows it. */
export function inStyle(number: number, style: string): string {
  if (/^(?:a|lower-alpha|lower-latin)$/.test(style)) return letters(number);
  if (/^(?:A|upper-alpha|upper-latin)$/.test(style)) return letters(number).toUpperCase();
  if (/^(?:i|lower-roman)$/.test(style)) return roman(number);
  if (/^(?:I|upper-roman)$/.test(style)) return roman(number).toUpperCase();
  return String(number);
}
