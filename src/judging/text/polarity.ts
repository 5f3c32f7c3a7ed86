import type { Word } from './words.js';

/**
 * Whether a statement affirms, denies, or says that something has ended. To have ended is no denial: what was so before
 * and is so no longer can both be true.
 */
export type Polarity = 'AFFIRMS' | 'DENIES' | 'ENDED';

/** The negators of Quirk et al. (1985) §10.54–60; "n't" is seen by its ending. */
const NEGATORS = new Set(
  `not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely unable fails fail failed lack
   lacks lacked refuses refuse refused denies denied rejects rejected`.split(/\s+/),
);
/** Verbs of ending: VerbNet class stop-55.4. */
const ENDING = new Set(
  `cease ceased ceases ceasing discontinue discontinued discontinues end ended ends expire expired expires halt halted halts
   quit quits stop stopped stops terminate terminated terminates abolish abolished abandon abandoned revoke revoked`.split(
    /\s+/,
  ),
);
/** Verbs of ending that are nouns too, and what stands before the nouns: "at the end of 2031", "by year end". */
const ENDING_NOUNS = new Set(['end', 'ends', 'halt', 'halts', 'stop', 'stops']);
const BEFORE_NOUN = new Set(
  'a an any at by each every its no our that the their this until day week month quarter year'.split(' '),
);
/** After these "not" adds and does not deny: "not only", "not just". */
const FOCUS = new Set(['only', 'just', 'merely', 'simply', 'least']);

/** @param all the words of one clause, its condition or exception cut off */
export function polarityOf(all: readonly Word[]): Polarity {
  let negators = 0;
  for (const [i, { text }] of all.entries()) {
    const next = all[i + 1]?.text;
    if ((text === 'no' || text === 'not') && (next === 'longer' || next === 'anymore')) return 'ENDED';
    if (ENDING.has(text) && !isNoun(all, i)) return 'ENDED';
    if (text === 'not' && next !== undefined && FOCUS.has(next)) continue;
    if (NEGATORS.has(text) || text.endsWith("n't")) negators++;
  }
  return negators % 2 === 1 ? 'DENIES' : 'AFFIRMS';
}

const isNoun = (all: readonly Word[], i: number): boolean =>
  ENDING_NOUNS.has(all[i]!.text) && (all[i + 1]?.text === 'of' || BEFORE_NOUN.has(all[i - 1]?.text ?? ''));
