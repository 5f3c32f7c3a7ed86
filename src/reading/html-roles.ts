import type { HtmlElement } from './html-tree.js';

/** Elements that begin and end a block of text; all others, known or not, stand in the line. */
const BLOCKS = new Set(
  (
    '#root html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** What people never read as text. */
const UNREAD = new Set(
  (
    'head script style template noscript svg canvas iframe object embed audio video map select textarea button input datalist ' +
    'annotation annotation-xml rp rt frameset noframes title'
  ).split(' '),
);

/** Classes for readers of screens only: Bootstrap, WordPress, MediaWiki, HTML5 Boilerplate. And MediaWiki's edit links. */
const UNSEEN_CLASSES = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
  'cite-accessibility-label',
  'mw-editsection',
  'mw-cite-backlink',
  'footnote-backref',
  'footnote-back',
  'reversefootnote',
]);

const REFERENCE_ROLES = /\b(?:doc-endnotes|doc-footnotes|doc-bibliography)\b/;
const REFERENCE_TYPES = /\b(?:footnotes|endnotes|rearnotes|bibliography)\b/;
const REFERENCE_NAME =
  /^(?:references|reference-list|ref-?list|reflist|references-list|csl-bib-body|citation-list|citations|refbegin|footnotes?(?:-list)?|endnotes?(?:-list)?|works-cited|bibliography)$/i;
const ENTRY_ROLES = /\b(?:doc-endnote|doc-footnote|doc-biblioentry)\b/;
const ENTRY_TYPES = /\b(?:footnote|endnote|rearnote|biblioentry)\b/;
const ENTRY_ID =
  /^(?:cite_note|(?:user-content-)?fn[-:_]?\d|footnote[-_]?\d|endnote[-_]?\d|_ftn\d|_edn\d|sdfootnote\d+$|sdendnote\d+$|easy-footnote-bottom)/i;

export const isHeadingTag = (tag: string): boolean => /^h[1-6]$/.test(tag);

export const isBlock = (node: HtmlElement) => BLOCKS.has(node.tag);

export const names = (node: HtmlElement): string[] => words(node.attributes.get('class'));

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((w) => w !== '');

export const withClass = (node: HtmlElement, ...classes: string[]): boolean => {
  const own = names(node);
  return own.length > 0 && classes.some((c) => own.includes(c));
};

/** Whether nothing of it is shown, or only to people who edit or mend the page. */
export function isUnread(node: HtmlElement): boolean {
  if (UNREAD.has(node.tag)) return !(node.tag === 'button' && isPressedHeading(node));
  const { attributes } = node;
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') return true;
  if (attributes.get('aria-hidden') === 'true' && !node.hasNoteLink && node.tag !== 'a' && node.tag !== 'sup') {
    return !insideLinkOrSup(node);
  }
  const style = attributes.get('style');
  if (style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (attributes.get('role') === 'doc-backlink') return true;
  // Where the page's subject lies: MediaWiki's skins show it beside the title.
  if (node.tag === 'span' && attributes.get('id') === 'coordinates') return true;
  return names(node).some((c) => UNSEEN_CLASSES.has(c)) || isMaintenance(node);
}

/** The heading of a part that opens and closes is often a button in a heading, as the ARIA practices show it. */
const isPressedHeading = ({ parent }: HtmlElement) => parent !== null && /^(?:h[1-6]|summary|dt)$/.test(parent.tag);

/** The symbol of a footnote link can be hidden from screen readers and still be what people see. */
function insideLinkOrSup(node: HtmlElement): boolean {
  const parent = node.parent?.tag;
  return parent === 'a' || parent === 'sup' || node.parent?.parent?.tag === 'sup';
}

/** "[citation needed]", "[when?]", "[edit]": a note to editors, neither text nor citation. */
export function isMaintenance(node: HtmlElement): boolean {
  return withClass(node, 'Inline-Template', 'Template-Fact') || (node.tag === 'sup' && withClass(node, 'noprint'));
}

/** Whether it holds entries of a list of references. */
export function isReferenceList(node: HtmlElement): boolean {
  if (!isBlock(node) || node.attributes.size === 0 || node.tag === 'body' || isHeadingTag(node.tag)) return false;
  return (
    REFERENCE_ROLES.test(node.attributes.get('role') ?? '') ||
    REFERENCE_TYPES.test(node.attributes.get('epub:type') ?? '') ||
    [...names(node), node.attributes.get('id') ?? ''].some((n) => REFERENCE_NAME.test(n.replace(/_+/g, '-')))
  );
}

/** Whether it says of itself that it is one entry of a list of references. */
export function isReferenceEntry(node: HtmlElement): boolean {
  if (!isBlock(node) || node.attributes.size === 0) return false;
  return (
    ENTRY_ROLES.test(node.attributes.get('role') ?? '') ||
    ENTRY_TYPES.test(node.attributes.get('epub:type') ?? '') ||
    withClass(node, 'csl-entry') ||
    ((node.tag === 'li' || node.tag === 'aside') && ENTRY_ID.test(node.attributes.get('id') ?? ''))
  );
}

/** A link that declares itself a reference to a note. */
export function isNoteReference(node: HtmlElement): boolean {
  return (
    /\bdoc-noteref\b|\bdoc-biblioref\b/.test(node.attributes.get('role') ?? '') ||
    /\bnoteref\b/.test(node.attributes.get('epub:type') ?? '') ||
    withClass(node, 'footnote-ref', 'footnote-reference')
  );
}

/** Elements of a table that are looked at to tell what it is for. */
const TABLE_GLANCE = 2000;

/**
 * Whether the table only places things on the page, and so is read as if it were not there: it says so, or it has no
 * heading cells and holds headings, other tables or several paragraphs to a cell.
 */
export function isLayoutTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.get('role') ?? '')) return true;
  let layout = false;
  const todo = [table];
  for (let seen = 0; seen < TABLE_GLANCE && todo.length > 0; seen += 1) {
    const node = todo.pop()!;
    const inside = node.children.filter((c) => c.type === 'element').slice(0, TABLE_GLANCE);
    if (node.tag === 'th' || node.tag === 'caption') return false;
    if (/^h[1-6]$/.test(node.tag) || (node.tag === 'table' && node !== table)) layout = true;
    else todo.push(...inside);
    if (node.tag === 'td' && inside.filter((c) => c.tag === 'p').length > 2) layout = true;
  }
  return layout;
}

export const isInfobox = (node: HtmlElement): boolean => names(node).some((c) => /^infobox/i.test(c));
