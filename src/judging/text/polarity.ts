import type { Language, LogicWords } from '../../languages/language.js';
import type { Word } from './words.js';

/**
 * Whether a statement affirms, denies, or says that something has ended. To have ended is no denial: what was so before
 * and is so no longer can both be true.
 */
export type Polarity = 'AFFIRMS' | 'DENIES' | 'ENDED';

/**
 * @param all the words of one clause, its condition or exception cut off
 * @returns AFFIRMS where the words of the language are not known
 */
export function polarityOf(all: readonly Word[], { logic }: Language): Polarity {
  if (!logic) return 'AFFIRMS';
  let negators = 0;
  for (const [i, { text }] of all.entries()) {
    const next = all[i + 1]?.text ?? '';
    if (logic.noLonger.test(`${text} ${next}`)) return 'ENDED';
    if (logic.ending.has(text) && !isNoun(all, i, logic)) return 'ENDED';
    if (logic.not.has(text) && logic.focus.has(next)) continue;
    if (logic.negators.has(text) || logic.negativeEnding.test(text)) negators++;
  }
  return negators % 2 === 1 ? 'DENIES' : 'AFFIRMS';
}

const isNoun = (all: readonly Word[], i: number, { endingNouns, beforeNoun, afterNoun }: LogicWords): boolean =>
  endingNouns.has(all[i]!.text) && (all[i + 1]?.text === afterNoun || beforeNoun.has(all[i - 1]?.text ?? ''));
