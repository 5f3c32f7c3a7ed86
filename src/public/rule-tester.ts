/**
 * What the cases of a rule are written with: `import { … } from 'obelus/rule-tester'`. Together with `obelus/rules` this
 * is all that is promised to plugins; see docs/plugins.md.
 */
import type { Article } from '../judging/evidence.js';
import { readArticle } from '../reading/read-article.js';

export { testRule } from '../judging/rule-tester.js';
export type { ExpectedFinding, RuleCase, RuleCases, TestRunner } from '../judging/rule-tester.js';
export type { RuleConfig } from '../judging/ruleset.js';
export { article, citation, claim, marker, reference, source, unknownSource } from '../judging/testing/builders.js';
export type { ClaimParts } from '../judging/testing/builders.js';

/**
 * The article that a text makes, as `obelus check` would read it: the shortest way to a case. What no text can say (a
 * stance, a review, the rating of a publisher) is made with `article` and `claim`.
 *
 * @param text Markdown: claims, markers such as `[1]`, and a list of references under a heading
 */
export function read(text: string): Article {
  return readArticle(text, { format: 'MARKDOWN' });
}
