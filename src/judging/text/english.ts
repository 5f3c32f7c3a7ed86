import type { Article } from '../evidence.js';

/**
 * Whether word lists of English apply: the article says so, or does not say what it is in.
 *
 * @param article its language is a BCP 47 tag
 */
export function isEnglish(article: Pick<Article, 'language'>): boolean {
  return article.language === null || /^en\b/i.test(article.language);
}

/** Why a rule that goes by English words was not assessed. */
export const notEnglish = (article: Pick<Article, 'language'>): string =>
  `the method knows English words, and the article is in “${article.language}”`;
