import type { Language } from '../languages/language.js';
import { names } from './html-roles.js';
import { plainText } from './html-text.js';
import type { HtmlElement } from './html-tree.js';
import { isQuestion } from './words.js';

/** Classes that FAQ blocks give to a question: Yoast SEO, Rank Math, and what themes call it. */
const QUESTION_NAME = /^(?:schema-faq|rank-math|faq|accordion)[-_]+question$/i;

/**
 * The elements that ask what the rest of `box` answers: in `<details>`, schema.org's Question, the box of a FAQ block.
 * What asks nothing is no question, whatever it is called: what stands below it is then read as it is.
 */
export function questionsIn(input: string, box: HtmlElement, language: Language): ReadonlySet<HtmlElement> {
  const questions = new Set<HtmlElement>();
  const isTyped = /\bschema\.org\/Question$/i.test(box.attributes.get('itemtype') ?? '');
  for (const child of box.children) {
    if (child.type !== 'element') continue;
    const asks =
      (box.tag === 'details' && child.tag === 'summary') ||
      (isTyped && child.attributes.get('itemprop') === 'name') ||
      names(child).some((n) => QUESTION_NAME.test(n));
    if (asks && isQuestion(plainText(input, child), language)) questions.add(child);
  }
  return questions;
}
