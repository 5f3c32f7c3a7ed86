import { readCoins } from './coins.js';
import type { DescribedWork } from './described-work.js';
import { withClass } from './html-roles.js';
import { plainText } from './html-text.js';
import type { HtmlElement } from './html-tree.js';
import { workOfThing } from './schema-works.js';

/** The work that an element describes beside its text, by COinS or microdata; null when it does not. */
export function describedIn(input: string, node: HtmlElement): DescribedWork | null {
  if (isCoins(node)) return readCoins(node.attributes.get('title') ?? '');
  if (!node.attributes.has('itemscope') || !WORK_TYPE.test(node.attributes.get('itemtype') ?? '')) return null;
  return workOfThing(readItem(input, node));
}

export const isCoins = (node: HtmlElement): boolean => node.tag === 'span' && withClass(node, 'Z3988');

/** schema.org's types of works that references are about. */
const WORK_TYPE =
  /\bschema\.org\/(?:CreativeWork|Article|ScholarlyArticle|NewsArticle|BlogPosting|Report|TechArticle|Book|Chapter|WebPage|WebSite|Thesis|Legislation|Dataset)\b/i;

/** Elements of an item that are looked at, and items within items. */
const MOST_ELEMENTS = 200;
const DEEPEST = 4;
const LONGEST = 1000;
/** A value of more source than this is none, and would be read again for each element around it. */
const MAX_VALUE = 5000;

/** The properties of an item by name, as the HTML standard's microdata gives them. */
function readItem(input: string, item: HtmlElement, depth = 0): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown[]>();
  const todo: HtmlElement[] = elementsOf(item);
  for (let seen = 0; todo.length > 0 && seen < MOST_ELEMENTS; seen += 1) {
    const node = todo.pop()!;
    const names = (node.attributes.get('itemprop') ?? '').split(/\s+/).filter((name) => name !== '');
    const isItem = node.attributes.has('itemscope');
    if (names.length > 0) {
      const value = isItem && depth < DEEPEST ? readItem(input, node, depth + 1) : valueOf(input, node);
      for (const name of names) values.set(name, [...(values.get(name) ?? []), value].slice(0, MOST_ELEMENTS));
    }
    if (!isItem) todo.push(...elementsOf(node));
  }
  return Object.fromEntries(values);
}

/** In such an order that the first is taken from the end. */
const elementsOf = ({ children }: HtmlElement): HtmlElement[] =>
  children
    .slice(0, MOST_ELEMENTS)
    .filter((child) => child.type === 'element')
    .reverse();

const valueOf = (input: string, node: HtmlElement): string => {
  const get = (name: string) => node.attributes.get(name);
  const given = get('content') ?? get('datetime') ?? get('href');
  return given ?? (node.end - node.start > MAX_VALUE ? '' : plainText(input, node, LONGEST));
};
