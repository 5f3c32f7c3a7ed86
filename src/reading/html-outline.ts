import type { DescribedWork } from './described-work.js';
import { isNoteReference, isReferenceList, isUnread, names } from './html-roles.js';
import { plainText } from './html-text.js';
import type { HtmlElement } from './html-tree.js';
import { noteLabel } from './note-links.js';
import { worksInJsonLd, workOfTag } from './page-works.js';

/** What must be known of a page before its text is read. */
export interface Outline {
  readonly title: string | null;
  readonly language: string | null;
  /** The element that holds the article; what stands outside is furniture. */
  readonly main: HtmlElement;
  /** The article's heading, which can stand outside of `main`. */
  readonly headline: HtmlElement | null;
  /** What relative addresses are relative to; null when the page does not say. */
  readonly base: string | null;
  /** The page's own address; null when it does not say. */
  readonly address: string | null;
  /** Works that the page's data says it cites: JSON-LD, `citation_reference`. */
  readonly works: readonly DescribedWork[];
  /** Elements that links to notes point to, each with the fragments that name it or a part of it. */
  readonly entries: ReadonlyMap<HtmlElement, readonly string[]>;
  /** Fragments that some link of the page points to. */
  readonly targeted: ReadonlySet<string>;
  /** Where in the page a fragment points; null when to nothing. */
  find(fragment: string): { readonly element: HtmlElement; readonly name: string } | null;
}

interface Seen {
  readonly ids: Map<string, HtmlElement>;
  readonly links: { readonly node: HtmlElement; readonly fragment: string; readonly raised: boolean }[];
  readonly headlines: HtmlElement[];
  readonly mains: HtmlElement[];
  readonly articles: HtmlElement[];
  mediaWiki: HtmlElement | null;
  body: HtmlElement | null;
  title: string | null;
  shareTitle: string | null;
  language: string | null;
  base: string | null;
  canonical: string | null;
  shareAddress: string | null;
  readonly works: DescribedWork[];
}

/** Looks over a page once: its metadata, what its links point to, and which element holds the article. */
export function outlinePage(input: string, root: HtmlElement): Outline {
  const seen = lookOver(input, root);
  const main = chooseMain(seen, root);
  const headline = chooseHeadline(input, seen, main);
  const find = (fragment: string) => {
    for (const name of [fragment, decodeFragment(fragment)]) {
      const element = seen.ids.get(name);
      if (element) return { element, name };
    }
    return null;
  };
  const shown = headline ? fold(plainText(input, headline)) : '';
  return {
    title: shown || seen.shareTitle || seen.title || null,
    language: seen.language,
    main,
    headline,
    base: seen.base ?? seen.canonical,
    address: seen.canonical ?? seen.shareAddress ?? seen.base,
    works: seen.works,
    entries: findEntries(input, seen, find),
    targeted: new Set(seen.links.map((l) => decodeFragment(l.fragment))),
    find,
  };
}

/** `caf%C3%A9` → `café`; as it stands when it is no percent encoding. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The fragment of a link into this page, or null. Parsoid writes `./Title#cite_note-1`, so a path may come before it. */
export function fragmentOf(href: string): string | null {
  const hash = href.indexOf('#');
  if (hash < 0 || hash === href.length - 1) return null;
  return hash === 0 || /^\.?\/[^:]*$/.test(href.slice(0, hash)) ? href.slice(hash + 1) : null;
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

function lookOver(input: string, root: HtmlElement): Seen {
  const seen: Seen = {
    ids: new Map(),
    links: [],
    headlines: [],
    mains: [],
    articles: [],
    mediaWiki: null,
    body: null,
    title: null,
    shareTitle: null,
    language: null,
    base: null,
    canonical: null,
    shareAddress: null,
    works: [],
  };
  // `raised` and `inArticle`: the element stands in a superscript, in an article.
  const todo = [{ node: root, raised: false, inArticle: false, unread: false }];
  while (todo.length > 0) {
    const { node, raised, inArticle, unread } = todo.pop()!;
    if (node.tag !== '#root') look(input, node, raised, inArticle, unread, seen);
    const below = {
      raised: raised || node.tag === 'sup',
      inArticle: inArticle || node.tag === 'article',
      unread: unread || (node.tag !== '#root' && isUnread(node)),
    };
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i]!;
      if (child.type === 'element') todo.push({ node: child, ...below });
    }
  }
  return seen;
}

function look(
  input: string,
  node: HtmlElement,
  raised: boolean,
  inArticle: boolean,
  unread: boolean,
  seen: Seen,
): void {
  const { tag, attributes } = node;
  const get = (name: string) => attributes.get(name)?.trim() || null;
  const id = get('id') ?? (tag === 'a' ? get('name') : null);
  if (id !== null && !seen.ids.has(id)) seen.ids.set(id, node);
  const inner = tag === 'a' ? get('name') : null;
  if (inner !== null && !seen.ids.has(inner)) seen.ids.set(inner, node);

  if (tag === 'html') seen.language = get('lang') ?? get('xml:lang');
  else if (tag === 'body') seen.body ??= node;
  else if (tag === 'title') seen.title ??= fold(plainText(input, node)) || null;
  else if (tag === 'base') seen.base ??= absolute(get('href'));
  else if (tag === 'link' && /\bcanonical\b/i.test(get('rel') ?? '')) seen.canonical ??= absolute(get('href'));
  else if (tag === 'meta' && get('property') === 'og:title') seen.shareTitle ??= get('content');
  else if (tag === 'meta' && get('property') === 'og:url') seen.shareAddress ??= absolute(get('content'));
  else if (tag === 'meta' && get('name') === 'citation_reference') addWorks(seen, workOfTag(get('content') ?? ''));
  else if (tag === 'script' && /^application\/ld\+json\b/i.test(get('type') ?? ''))
    addWorks(seen, ...worksInJsonLd(input.slice(node.contentStart, node.contentEnd)));
  if (unread) return;

  if (tag === 'main' || get('role') === 'main') seen.mains.push(node);
  if (tag === 'article' && !inArticle) seen.articles.push(node);
  if (tag === 'h1') seen.headlines.push(node);
  if (tag === 'div' && (get('id') === 'mw-content-text' || names(node).includes('mw-parser-output'))) {
    seen.mediaWiki ??= node;
  }
  if (tag === 'a') {
    const fragment = fragmentOf(get('href') ?? '');
    if (fragment !== null) seen.links.push({ node, fragment, raised: raised || isNoteReference(node) });
  }
}

function addWorks(seen: Seen, ...works: (DescribedWork | null)[]): void {
  for (const work of works) if (work) seen.works.push(work);
}

const absolute = (address: string | null): string | null =>
  address !== null && URL.canParse(address) && /^https?:/i.test(address) ? address : null;

function chooseMain(seen: Seen, root: HtmlElement): HtmlElement {
  const page = seen.body ?? root;
  const largest = (nodes: readonly HtmlElement[]) =>
    nodes.reduce<HtmlElement | null>((best, n) => (best && best.textLength >= n.textLength ? best : n), null);
  const main = largest(seen.mains);
  const within = seen.mediaWiki ?? (main && main.textLength > 0 ? main : null);
  if (within) return within;
  const article = largest(seen.articles);
  // A page of many articles (a front page, cards of other stories) is none of them.
  return article && unlinked(article) * 2 > unlinked(page) ? article : page;
}

const unlinked = (node: HtmlElement) => node.textLength - node.linkedLength;

function chooseHeadline(input: string, seen: Seen, main: HtmlElement): HtmlElement | null {
  const inside = seen.headlines.find((h) => h.start >= main.start && h.end <= main.end && h.textLength > 0);
  if (inside) return inside;
  const title = (seen.shareTitle ?? seen.title ?? '').toLowerCase();
  // Before the article, a heading that the page's own title does not name is the site's.
  return (
    seen.headlines.find((h) => {
      const text = fold(plainText(input, h)).toLowerCase();
      return text !== '' && title.startsWith(text);
    }) ?? null
  );
}

/** More source than this is no entry of a list of references, but a part of the article. */
const MAX_ENTRY = 10_000;
/** The entry itself, and the works that it lists. */
const MAX_NAMES = 10;
const ENTRY_TAGS = new Set(['li', 'p', 'dd', 'aside', 'div']);

/** The elements that links to notes point to: they make a list of references, whatever the page calls it. */
function findEntries(
  input: string,
  seen: Seen,
  find: (fragment: string) => { element: HtmlElement; name: string } | null,
): Map<HtmlElement, readonly string[]> {
  const entries = new Map<HtmlElement, string[]>();
  for (const { node, fragment, raised } of seen.links) {
    const target = find(fragment);
    // A note comes after the text that refers to it; a link the other way leads back.
    if (!target || target.element.start <= node.start) continue;
    const declared = isNoteReference(node);
    if (
      noteLabel(plainText(input, node, 200), { fragment: target.name, raised, declared, toReference: false }) === null
    )
      continue;
    const entry = entryAround(target.element);
    if (!entry) continue;
    const known = entries.get(entry);
    if (!known) entries.set(entry, [target.name]);
    else if (known.length < MAX_NAMES && !known.includes(target.name)) known.push(target.name);
  }
  return withTheirLists(entries);
}

function entryAround(target: HtmlElement): HtmlElement | null {
  let node: HtmlElement | null = target;
  for (let i = 0; i < 5 && node; i += 1) {
    if (ENTRY_TAGS.has(node.tag)) return node.textLength <= MAX_ENTRY && !isReferenceList(node) ? node : null;
    if (/^(?:section|article|main|table|tr|td|ul|ol|h[1-6]|body)$/.test(node.tag)) return null;
    node = node.parent;
  }
  return null;
}

/** Where most items of a list are entries, all are: those that nothing cites as well. */
function withTheirLists(entries: Map<HtmlElement, readonly string[]>): Map<HtmlElement, readonly string[]> {
  const counts = new Map<HtmlElement, number>();
  for (const entry of entries.keys()) {
    if (entry.tag === 'li' && entry.parent) counts.set(entry.parent, (counts.get(entry.parent) ?? 0) + 1);
  }
  for (const [list, count] of counts) {
    const items = list.children.filter((c) => c.type === 'element' && c.tag === 'li') as HtmlElement[];
    if (count * 2 <= items.length) continue;
    for (const item of items) if (!entries.has(item)) entries.set(item, []);
  }
  return entries;
}
