import type { Claim, Source } from '../evidence.js';
import { quoted } from './normalise.js';

/** With its row and column a cell needs more room than a sentence. In UTF-16 units. */
const LONGEST_CELL = 120;

/** A claim for a message: a field or cell with what it belongs to, for "Yes" alone says nothing. */
export function quotedClaim({ block, attribute, column, value, text }: Claim): string {
  if (block === 'FIELD' && attribute !== null && value) return quoted(`${attribute}: ${value}`, LONGEST_CELL);
  if (block !== 'CELL') return quoted(text);
  const place = [attribute, column].filter(Boolean).join(', ');
  return place === '' ? quoted(text) : quoted(`${place}: ${text}`, LONGEST_CELL);
}

/** "of “Cost” under “2031” " for a field or cell in a message; '' where it has no label. */
export function labelled({ attribute, column }: Pick<Claim, 'attribute' | 'column'>): string {
  const label = [attribute, column].filter((part) => part !== null).map((part) => quoted(part, 60));
  return label.length > 0 ? `of ${label.join(' under ')} ` : '';
}

/** Words or the value are missing from it, so that it states nothing yet: rules of their own say so. */
export function isGap(claim: Pick<Claim, 'holes' | 'valueState'>): boolean {
  return claim.holes.length > 0 || (claim.valueState !== null && claim.valueState !== 'PRESENT');
}

/**
 * A source as people would know it again.
 *
 * @param entry what the list of references says of it, for a source without a title or address; null when it is not listed
 */
export function nameOf(source: Source, entry: string | null): string {
  const { title, url, doi, isbn, pmid, arxiv, docket, archiveUrl, container, publisher } = source;
  const known = [title, url, doi, entry, isbn, pmid, arxiv, docket, archiveUrl, container, publisher];
  const name = known.find((each) => each !== null && each.trim() !== '');
  return name ? quoted(name, 60) : 'an untitled source';
}
