import { names } from './html-roles.js';
import type { HtmlElement } from './html-tree.js';

/** Pictures of formulas, as MediaWiki and WordPress set them: their text is in `alt`. */
const FORMULA_CLASS = /^(?:mwe-math-fallback-image\S*|tex|latex|math)$/;
/** TeX's wish to be set large says nothing. */
const LARGE = /^\{\\(?:display|text)style\s([^]*)\}$/;

/** What a picture of a formula says, in TeX; null for any other element. */
export function formulaIn(node: HtmlElement): string | null {
  if (node.tag !== 'img' || !names(node).some((name) => FORMULA_CLASS.test(name))) return null;
  const tex = (node.attributes.get('alt') ?? '').trim();
  return (LARGE.exec(tex)?.[1] ?? tex) || null;
}
