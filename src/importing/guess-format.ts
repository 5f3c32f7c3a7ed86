import type { ArticleFormat } from '../judging/evidence.js';

/** Characters that are looked at: a format shows early. */
const LOOKED_AT = 20_000;

const HTML = /^\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|article|main|section|div|p|h[1-6]|table|ul|ol)\b)/i;

/** Each is a mark that people seldom type in plain text. */
const MARKDOWN = [
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|#)[^)\s]{0,500}\)/,
  /\[\^[^\]\s]{1,50}\]/,
  /^\|?(?: *:?-{3,}:? *\|)+/m,
  /\*\*\S[^*\n]{0,200}\*\*/,
];

/** Of these, one may stand in a text of another kind; two make wikitext. */
const WIKITEXT = [
  /^={2,6} ?[^=\n]{1,200}={2,6}[ \t]*$/m,
  /\[\[[^[\]\n]{1,200}\]\]/,
  /<ref[\s>/]/,
  /'''[^'\n]{1,200}'''/,
  /^\{\|/m,
  /\{\{[^{}\n]{1,200}(?:\||\}\})/,
  /^\{\{[^{}\n]{1,100}$/m,
];

/** The format of a text that does not say: HTML by its first tag, wikitext and Markdown by their marks, else plain text. */
export function guessFormat(content: string): ArticleFormat {
  const start = content.slice(0, LOOKED_AT);
  if (HTML.test(start)) return 'HTML';
  if (WIKITEXT.filter((mark) => mark.test(start)).length >= 2) return 'WIKITEXT';
  return MARKDOWN.some((mark) => mark.test(start)) ? 'MARKDOWN' : 'TEXT';
}
