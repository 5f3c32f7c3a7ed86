import { fragmentOf, type Outline } from './html-outline.js';
import { isNoteReference, isReferenceEntry, isReferenceList } from './html-roles.js';
import type { HtmlElement } from './html-tree.js';
import { noteLabel } from './note-links.js';

/** What a link is to a reader of the article. */
export type Link =
  /** From an entry of the list of references back into the text. */
  | { readonly kind: 'back'; readonly label: string | null }
  | { readonly kind: 'note'; readonly label: string; readonly anchor: string }
  /** `address` is absolute, or null when it leads nowhere that a reference could. */
  | { readonly kind: 'other'; readonly address: string | null };

/**
 * @param shown the link's text
 * @param place whether it stands in a superscript, in an entry of the list of references
 */
export function readLink(
  link: HtmlElement,
  shown: string,
  page: Outline,
  place: { readonly raised: boolean; readonly inEntry: boolean },
): Link {
  const href = link.attributes.get('href')?.trim() ?? '';
  const fragment = fragmentOf(href);
  const target = fragment === null ? null : page.find(fragment);
  if (fragment === null || !(href.startsWith('#') || target)) return { kind: 'other', address: absolute(href) };
  if (place.inEntry) {
    if (leadsBack(link, shown, target?.element ?? null, page)) {
      const label = noteLabel(shown, { fragment, raised: true, declared: false, toReference: false });
      return { kind: 'back', label };
    }
    // A short citation of another entry, or the source of a note.
    if (!citesAnother(link, target?.element ?? null, page)) return { kind: 'other', address: null };
  }
  const anchor = target?.name ?? fragment;
  const label = noteLabel(shown, {
    fragment: anchor,
    raised: place.raised,
    declared: isNoteReference(link),
    toReference: target !== null && isInReferences(target.element, page),
  });
  return label === null ? { kind: 'other', address: null } : { kind: 'note', label, anchor };
}

function absolute(href: string): string | null {
  const address = href.startsWith('//') ? `https:${href}` : href;
  return /^https?:/i.test(address) && URL.canParse(address) ? address : null;
}

function isInReferences(target: HtmlElement, page: Outline): boolean {
  let node: HtmlElement | null = target;
  for (let i = 0; i < 5 && node; i += 1, node = node.parent) {
    if (page.entries.has(node) || isReferenceEntry(node) || isReferenceList(node)) return true;
  }
  return false;
}

/** A link of an entry that points back into the text: an arrow, a caret, a letter for each place that cites it. */
function leadsBack(link: HtmlElement, shown: string, target: HtmlElement | null, page: Outline): boolean {
  if (!/[\p{L}\p{N}]/u.test(shown)) return true;
  if (target === null || target.start >= link.start || citesAnother(link, target, page)) return false;
  return shown.length <= 12 || /^(?:jump|back|return|go)\b/i.test(shown);
}

/** Whether what the link points to is an entry, or a part of one, and not the place of the text that cites. */
function citesAnother(link: HtmlElement, target: HtmlElement | null, page: Outline): boolean {
  if (target === null || (target.start <= link.start && target.end >= link.end)) return false;
  const cites = target.tag === 'sup' || (target.tag === 'a' && target.attributes.has('href'));
  return !cites && isInReferences(target, page);
}
