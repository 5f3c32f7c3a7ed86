import { judgeArticle } from '../../judging/judge.js';
import { createRuleset, type RulesetConfig } from '../../judging/ruleset.js';
import { readArticle } from '../../reading/read-article.js';
import type { CheckedArticle } from '../checked-article.js';

/** A Markdown text, read and judged. */
export function checkedArticle(text: string, config: RulesetConfig = {}, path = 'trams.md'): CheckedArticle {
  const article = readArticle(text, { format: 'MARKDOWN' });
  const judgement = judgeArticle(article, { ruleset: createRuleset(config), now: new Date('2031-01-01') });
  return { path, convertedFrom: null, text, article, judgement, accepted: new Set() };
}

/** The same with everything that was found in the baseline. */
export function accepted(checked: CheckedArticle): CheckedArticle {
  return { ...checked, accepted: new Set(checked.judgement.findings.map(({ fingerprint }) => fingerprint)) };
}
