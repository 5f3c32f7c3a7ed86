import type { Span } from '../judging/evidence.js';
import type { HtmlElement } from './html-tree.js';
import { findMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { endsWithStop, tokens } from './words.js';

const BOLD_TAGS = new Set(['b', 'strong']);
const WEIGHT = /(?:^|[;\s])font-weight\s*:\s*(normal|bold|\d{3})/i;

/** Whether it sets its text in bold; what Google Docs copies stands in a `<b>` that does not. */
export function isBold({ tag, attributes }: HtmlElement): boolean {
  if (tag !== 'span' && !BOLD_TAGS.has(tag)) return false;
  const weight = WEIGHT.exec(attributes.get('style') ?? '')?.[1]?.toLowerCase();
  if (weight === undefined) return tag !== 'span';
  return weight === 'bold' || Number(weight) >= 600;
}

/** Whether all of a text is bold. */
export const isAllBold = ({ text }: PositionedText, [first]: readonly Span[]): boolean =>
  first?.start === 0 && text.slice(first.end).trim() === '';

/** Of more words than this, bold text is a main point, with its stop or without. */
const HEADING_WORDS = 10;
/** "Price: 20 crowns" says something; "Table 2: Prices" and "Prices:" only name it. */
const LABELLED = /^(?![^:]*\d:)[^:]*:\s*\S/;

/** Whether a paragraph is a heading in all but its tag, as word processors and editors leave it: short, bold, no stop. */
export function isBoldHeading(content: PositionedText, boldLeads: readonly Span[]): boolean {
  const { text } = content;
  if (!isAllBold(content, boldLeads) || text.length > 160 || !/^[\p{Lu}\p{N}]/u.test(text)) return false;
  if (endsWithStop(text.replace(/:$/, ''))) return false;
  if (LABELLED.test(text) || findMarkers(content).length > 0) return false;
  return tokens(text).length <= HEADING_WORDS;
}
