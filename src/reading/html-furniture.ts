import { isBlock, names, withClass } from './html-roles.js';
import type { HtmlElement } from './html-tree.js';

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
      '(?:wp-block-)?(?:post-)?comments?(?:-area|-list|-section|-form|-respond|-template)?|commentlist|respond|replies|disqus\\S*|shoutbox',
      '(?:social|share|sharing|sharedaddy)(?:-(?:links|buttons|icons|bar|media|tools|this))?|follow-us',
      '(?:newsletter|subscribe|subscription|sign-?up|email-sign-?up|mailing-list)(?:-(?:form|box|block|cta|banner|widget|signup))?',
      '(?:related|recommended|more|popular|trending|latest)-(?:posts?|articles?|stories|content|links|news|reading)|read-more|read-next',
      'most-(?:viewed|read|popular|shared|commented|emailed|watched)|wp-block-(?:latest-posts|query|buttons?|social-links)',
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

/** Whether its tag or role says that it is furniture of the page: navigation, an aside, a footer. */
export const isFurnitureByTag = (node: HtmlElement): boolean =>
  CHROME_TAGS.has(node.tag) || (isBlock(node) && CHROME_ROLES.has(node.attributes.get('role') ?? ''));

/** Whether it is a form, or bears a name that furniture of pages has. */
export function isFurnitureByName(node: HtmlElement): boolean {
  if (!isBlock(node)) return false;
  if (node.tag === 'form' || node.attributes.get('role') === 'form') return true;
  if (NEVER_BY_NAME.has(node.tag) || node.attributes.size === 0) return false;
  return ownNames(node).some((n) => CHROME_NAME.test(n)) || withClass(node, 'noprint');
}

/** A box that asks for an address says no more around it, in UTF-16 units of source text. */
const MAX_SIGN_UP = 600;

/** A box around a field for an e-mail address, whatever it is called: what stands beside the field recommends it. */
export const isSignUpBox = (node: HtmlElement): boolean =>
  node.asksForEmail &&
  !node.hasNoteLink &&
  node.textLength <= MAX_SIGN_UP &&
  /^(?:div|section|fieldset)$/.test(node.tag);

/** Longer than this (UTF-16 units of source) is no byline or caption, whatever it is called: it holds a part of the page. */
const MAX_BESIDE = 1500;

const BESIDE_TAGS = new Set(['p', 'div', 'section', 'header', 'address']);

/**
 * Names of the lines that stand beside an article's text, after the markup of WordPress (`wp-block-post-*`,
 * `wp-element-caption`), MediaWiki (`thumbcaption`, `gallerytext`, `templatequotecite`), pandoc's title blocks, Word
 * (`MsoCaption`), the hentry microformat, and newspaper sites.
 */
const named = (...names: string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`, 'i');

/** Captions and credits of pictures, and who said a quotation. */
const CAPTION_NAME = named(
  '(?:(?:image|photo|picture|media|video|figure|fig|gallery|slide|infobox|embed|wp|wp-element|article|mso)-?)?caption(?:-text)?|thumbcaption|gallerytext|locmap',
  '(?:(?:image|photo|picture|media|video)-)?credits?|photographer',
  'templatequotecite|(?:block-?|pull-?)?quote-?(?:cite|source|author|attribution|credit)|attribution',
);

/** Dates, bylines, what is told of an author. */
const LABEL_NAME = named(
  '(?:(?:wp-block-)?(?:post|entry|article|story)-)?(?:date|authors?|author-names?|byline|meta|terms|time|timestamp)',
  '(?:article|author|post|writer)-?bio|(?:author|writer)-?(?:description|blurb)|dateline|bylines|published|pubdate|(?:last-)?(?:updated|modified)|posted-on|read(?:ing)?-time|kicker|eyebrow',
);

/** What newspapers, WordPress themes and pandoc call the line below the title. */
const STANDFIRST_NAME =
  /^(?:(?:entry-|post-|article-|mso)?sub-?(?:title|head(?:ing|line)?)|standfirst|dek|deck|strapline)$/i;

/**
 * What stands beside the article's text and is a statement of it only when it carries a marker: a caption, a credit or the
 * time of an entry, which are read with it; a byline or a date. A standfirst is a statement, too, when it is a sentence.
 */
export function besideRole(node: HtmlElement): 'caption' | 'label' | 'standfirst' | null {
  if (node.tag === 'figcaption' || isAttribution(node) || holdsOnlyTime(node)) return 'caption';
  if (!BESIDE_TAGS.has(node.tag) || node.textLength > MAX_BESIDE) return null;
  const own = ownNames(node);
  if (own.some((n) => CAPTION_NAME.test(n))) return 'caption';
  if (own.some((n) => LABEL_NAME.test(n))) return 'label';
  return own.some((n) => STANDFIRST_NAME.test(n)) ? 'standfirst' : null;
}

/** `<cite>` behind the paragraphs of a block quote says who is quoted. */
function isAttribution(node: HtmlElement): boolean {
  if (node.tag !== 'cite' || node.parent?.tag !== 'blockquote') return false;
  const { children } = node.parent;
  let last = children.length - 1;
  while (children[last]!.type === 'text') last -= 1;
  if (children[last] !== node) return false;
  const before = children.findLast((c, i) => i < last && c.type === 'element');
  return before?.type === 'element' && (isBlock(before) || before.tag === 'br');
}

/** How deep a time stands in a line of its own: in a paragraph, a link to the entry of a live blog, a `<strong>`. */
const TIME_DEPTH = 4;

/** The line of an entry of a live blog that says when: nothing in it but `<time>`. */
function holdsOnlyTime(box: HtmlElement): boolean {
  if (box.tag !== 'p' && box.tag !== 'div') return false;
  let node = box;
  for (let depth = 0; depth < TIME_DEPTH; depth += 1) {
    const inner = node.children.filter((c) => c.type === 'element').slice(0, 2);
    const [only] = inner;
    if (!only || inner.length > 1 || only.textLength !== box.textLength) return false;
    if (only.tag === 'time') return true;
    node = only;
  }
  return false;
}

/** A box that shows a sentence of the article again, in large letters. */
export const isPullQuote = (node: HtmlElement): boolean =>
  isBlock(node) && ownNames(node).some((n) => /^(?:wp-block-)?pull-?quote$/i.test(n));

/** Whether a quotation is marked up in the box, beside a title or whom it quotes. */
export const holdsQuotation = (box: HtmlElement): boolean =>
  box.children.some(
    (c) =>
      c.type === 'element' &&
      (c.tag === 'blockquote' || c.children.some((d) => d.type === 'element' && d.tag === 'blockquote')),
  );

/** Whether it is a heading that its tag does not tell. */
export const isHeadingByName = (node: HtmlElement): boolean =>
  (node.attributes.get('role') === 'heading' || names(node).some((n) => /^(?:abstract|section)-?title$/i.test(n))) &&
  !node.children.some((c) => c.type === 'element' && isBlock(c));

/** Classes and id, words joined by single hyphens. */
const ownNames = (node: HtmlElement): string[] =>
  node.attributes.size === 0
    ? []
    : [...names(node), node.attributes.get('id') ?? ''].map((n) => n.replace(/[_-]+/g, '-'));
