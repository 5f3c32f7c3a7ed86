import { decodeHTML } from 'entities';
import { isFurnitureByName, isFurnitureByTag, isSignUpBox } from '../reading/html-furniture.js';
import { isBlock, isUnread } from '../reading/html-roles.js';
import type { HtmlElement, HtmlNode } from '../reading/html-tree.js';

export type Furniture = 'with furniture' | 'without furniture';

const CELLS = new Set(['td', 'th']);

/**
 * The words of HTML in paragraphs: a block each, with an empty line between; white space folded, a tab between the cells of
 * a row. What is not shown is left out, and page furniture, too, where that is asked for. Linear, however deep the nesting.
 *
 * @param tree of the same HTML, as `readTree` reads it
 */
export function plainBlocks(html: string, tree: HtmlElement, furniture: Furniture): string {
  const blocks: string[] = [];
  let parts: string[] = [];
  const end = (): void => {
    const text = parts
      .join('')
      .replace(/[^\S\t\n]+/g, ' ')
      .replace(/ ?([\t\n]) ?/g, '$1')
      .trim();
    if (text !== '') blocks.push(text);
    parts = [];
  };
  const todo: (HtmlNode | (() => void))[] = [tree];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === 'function') next();
    else if (next.type === 'text') parts.push(decodeHTML(html.slice(next.start, next.end)).replace(/\s+/g, ' '));
    else if (!isLeftOut(next, furniture)) {
      if (next.tag === 'br') parts.push('\n');
      else if (CELLS.has(next.tag)) parts.push('\t');
      else if (isBlock(next)) {
        end();
        todo.push(end);
      }
      for (let i = next.children.length - 1; i >= 0; i--) todo.push(next.children[i]!);
    }
  }
  end();
  return blocks.join('\n\n');
}

function isLeftOut(node: HtmlElement, furniture: Furniture): boolean {
  if (isUnread(node)) return true;
  return furniture === 'without furniture' && (isFurnitureByTag(node) || isFurnitureByName(node) || isSignUpBox(node));
}
