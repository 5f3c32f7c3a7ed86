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
  'Z3988',
]);

const CHROME_TAGS = new Set(['nav', 'footer', 'aside', 'dialog', 'search', 'menu']);
const CHROME_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist'.split(' '),
);

/**
 * Class and id names of page furniture, after the lists of Mozilla's Readability (`unlikelyCandidates`) and
 * MediaWiki's skins. A whole name must match: `related-posts` is furniture, a section "related-work" is not.
 */
const CHROME_NAME = new RegExp(
  '^(?:' +
    [
      '(?:site|main|top|sub|page|post|global|mobile)-?(?:nav|navigation|menu|footer)|nav|navbar|navbox|vertical-navbox|navigation',
      'menu|breadcrumbs?|pagination|pager|toc|table-of-contents|skip-links?|footer|masthead',
      'sidebar|(?:left|right|primary|secondary|site)-sidebar|widget(?:-area)?',
      'comments?(?:-area|-list|-section|-form|-respond)?|respond|replies|disqus\\S*|shoutbox',
      '(?:social|share|sharing|sharedaddy)(?:-(?:links|buttons|icons|bar|media|tools|this))?|follow-us',
      '(?:newsletter|subscribe|subscription|sign-?up|email-sign-?up|mailing-list)(?:-(?:form|box|block|cta|banner|widget|signup))?',
      '(?:related|recommended|more|popular|trending)-(?:posts?|articles?|stories|content|links|news|reading)|read-more|read-next',
      'ads?|advert\\S*|ad-(?:slot|unit|container|wrapper|break|banner)|sponsor(?:ed)?|promo|outbrain\\S*|taboola\\S*|skyscraper',
      'cookies?(?:-(?:banner|notice|consent|bar))?|gdpr\\S*|consent(?:-banner)?|agegate|popup|modal|paywall',
      'author-(?:box|bio|card|info)|about-(?:the-)?author|byline|tags|tag-list|post-tags|catlinks|printfooter',
      'hatnote|dablink|metadata|ambox|tmbox|mbox-small|sistersitebox|side-box|portalbox|authority-control|mw-indicators|mw-jump|shortdescription',
    ].join('|') +
    ')$',
  'i',
);

/** Elements that hold their content too closely to be furniture by name. */
const NEVER_BY_NAME = new Set(
  'html body main article li dt dd td th tr tbody thead h1 h2 h3 h4 h5 h6 p blockquote figure'.split(' '),
);

const REFERENCE_ROLES = /\b(?:doc-endnotes|doc-footnotes|doc-bibliography)\b/;
const REFERENCE_TYPES = /\b(?:footnotes|endnotes|rearnotes|bibliography)\b/;
const REFERENCE_NAME =
  /^(?:references|reference-list|ref-?list|reflist|references-list|csl-bib-body|citation-list|citations|footnotes?(?:-list)?|endnotes?(?:-list)?|works-cited|bibliography)$/i;
const ENTRY_ROLES = /\b(?:doc-endnote|doc-footnote|doc-biblioentry)\b/;
const ENTRY_TYPES = /\b(?:footnote|endnote|rearnote|biblioentry)\b/;
const ENTRY_ID =
  /^(?:cite_note|(?:user-content-)?fn[-:_]?\d|footnote[-_]?\d|endnote[-_]?\d|_ftn\d|_edn\d|sdfootnote\d+$|sdendnote\d+$|easy-footnote-bottom)/i;

export const isBlock = (node: HtmlElement) => BLOCKS.has(node.tag);

export const names = (node: HtmlElement): string[] => words(node.attributes.get('class'));

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter((w) => w !== '');

const hasClass = (node: HtmlElement, ...classes: string[]) => {
  const own = names(node);
  return own.length > 0 && classes.some((c) => own.includes(c));
};

/** Whether nothing of it is shown, or only to people who edit or mend the page. */
export function isUnread(node: HtmlElement): boolean {
  if (UNREAD.has(node.tag)) return true;
  const { attributes } = node;
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') return true;
  if (attributes.get('aria-hidden') === 'true' && !node.hasNoteLink && node.tag !== 'a' && node.tag !== 'sup') {
    return !insideLinkOrSup(node);
  }
  const style = attributes.get('style');
  if (style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (attributes.get('role') === 'doc-backlink') return true;
  return names(node).some((c) => UNSEEN_CLASSES.has(c)) || isMaintenance(node);
}

/** The symbol of a footnote link can be hidden from screen readers and still be what people see. */
function insideLinkOrSup(node: HtmlElement): boolean {
  const parent = node.parent?.tag;
  return parent === 'a' || parent === 'sup' || node.parent?.parent?.tag === 'sup';
}

/** "[citation needed]", "[when?]", "[edit]": a note to editors, neither text nor citation. */
function isMaintenance(node: HtmlElement): boolean {
  return hasClass(node, 'Inline-Template', 'Template-Fact') || (node.tag === 'sup' && hasClass(node, 'noprint'));
}

/** Whether its tag or role says that it is furniture of the page: navigation, an aside, a footer. */
export const isFurnitureByTag = (node: HtmlElement): boolean =>
  CHROME_TAGS.has(node.tag) || (isBlock(node) && CHROME_ROLES.has(node.attributes.get('role') ?? ''));

/** Whether it is a form, or bears a name that furniture of pages has. */
export function isFurnitureByName(node: HtmlElement): boolean {
  if (!isBlock(node)) return false;
  if (node.tag === 'form' || node.attributes.get('role') === 'form') return true;
  if (NEVER_BY_NAME.has(node.tag) || node.attributes.size === 0) return false;
  const own = [...names(node), node.attributes.get('id') ?? ''].map((n) => n.replace(/_+/g, '-'));
  return own.some((n) => CHROME_NAME.test(n)) || hasClass(node, 'noprint');
}

/** Whether it holds entries of a list of references. */
export function isReferenceList(node: HtmlElement): boolean {
  if (!isBlock(node) || node.attributes.size === 0 || node.tag === 'body') return false;
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
    hasClass(node, 'csl-entry') ||
    ((node.tag === 'li' || node.tag === 'aside') && ENTRY_ID.test(node.attributes.get('id') ?? ''))
  );
}

/** A link that declares itself a reference to a note. */
export function isNoteReference(node: HtmlElement): boolean {
  return (
    /\bdoc-noteref\b|\bdoc-biblioref\b/.test(node.attributes.get('role') ?? '') ||
    /\bnoteref\b/.test(node.attributes.get('epub:type') ?? '') ||
    hasClass(node, 'footnote-ref', 'footnote-reference')
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
