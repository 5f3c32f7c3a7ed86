import type { HtmlElement } from './html-tree.js';

const BOLD_TAGS = new Set(['b', 'strong']);
const WEIGHT = /(?:^|[;\s])font-weight\s*:\s*(normal|bold|\d{3})/i;

/** Whether it sets its text in bold; what Google Docs copies stands in a `<b>` that does not. */
export function isBold({ tag, attributes }: HtmlElement): boolean {
  if (tag !== 'span' && !BOLD_TAGS.has(tag)) return false;
  const weight = WEIGHT.exec(attributes.get('style') ?? '')?.[1]?.toLowerCase();
  if (weight === undefined) return tag !== 'span';
  return weight === 'bold' || Number(weight) >= 600;
}
