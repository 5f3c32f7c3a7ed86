import { isEnglishWord } from './english-words.js';
import { bare, SMALL_WORDS, startsUpper } from './words.js';

/** How likely a capitalised word is a name, from 0 (an ordinary word in title case) to 1. */
export type Nameness = number;

/**
 * How one article writes its words: what it also writes in lower case is no name, what it capitalises in the middle of
 * prose is one, and a pair of capitalised words on two lines is one term. Made once an article, in one pass.
 */
export class Wording {
  private readonly lower = new Set<string>();
  private readonly names = new Set<string>();
  private readonly pairs = new Map<string, number>();

  constructor(input: string) {
    for (const line of input.split(/[\r\n]+/)) this.learn(line.split(/\s+/).filter(Boolean));
  }

  private learn(words: readonly string[]): void {
    const onLine = new Set<string>();
    for (const [i, word] of words.entries()) {
      const core = bare(word);
      if (core === '') continue;
      if (/^\p{Ll}/u.test(core)) this.lower.add(core.toLowerCase());
      const before = words[i - 1];
      if (before === undefined || !startsUpper(word)) continue;
      // In the middle of prose: after a word in lower case that ends nothing, and not a small word of a title.
      if (/^\p{Ll}+$/u.test(before) && !SMALL_WORDS.has(before)) this.names.add(core);
      if (!startsUpper(before) || !/[\p{L}\p{N}]$/u.test(before)) continue;
      const pair = `${bare(before)} ${core}`;
      // Twice on one line counts as well: "Port Council role Port Council decides".
      if (!onLine.has(pair) || this.pairs.get(pair) === 1) this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
      onLine.add(pair);
    }
  }

  nameness(word: string): Nameness {
    const core = bare(word).replace(/['’]s$/u, '');
    if (/^\p{Lu}$/u.test(core) || /\p{L}.*\p{Lu}/u.test(core)) return 1;
    if (this.lower.has(core.toLowerCase())) return 0;
    const known = isEnglishWord(core.toLowerCase());
    if (this.names.has(core)) return known ? 0.6 : 1;
    return known ? 0.2 : 0.9;
  }

  /** Whether the article elsewhere writes these neighbours as one term. */
  glued(first: string, second: string): boolean {
    if (!/[\p{L}\p{N}]$/u.test(first) || !startsUpper(second)) return false;
    return (this.pairs.get(`${bare(first)} ${bare(second)}`) ?? 0) >= 2;
  }
}
