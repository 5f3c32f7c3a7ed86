import { knowsWords, unknownWords } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { labelled } from '../text/claims.js';
import { quoted } from '../text/normalise.js';

/** A value that is there only to say that there is none. */
export const undisclosedValue: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'undisclosed-value',
    title: 'The value is said to be undisclosed or unknown',
    description: `Fires when the whole value of a field or cell is "not yet disclosed", "to be announced", "TBD", "unknown" or the
like. It may be true; it also fills a table where nobody looked. Either way somebody has to say who did not disclose it,
and to look again later.

Quiet on "not applicable", which is an answer, and on sentences that report a silence ("The city has not said what it
paid"), which are claims like any other. When it has been so for long, stale-undisclosed takes its place.`,
    remedy: 'Find the value, or cite who declined to give it and when.',
    version: 3,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'history', 'clock'],
    examples: {
      fires: ['| Cost | Not yet disclosed |', '| Operator | TBD |'],
      quiet: ['| Cost | 4 million euros [2] |', '| Cost | Not applicable |'],
    },
  },
  judge(claim, { article }) {
    if (!claim.checkable || claim.valueState === null) return NOT_APPLICABLE;
    if (claim.valueState === 'PRESENT' && !knowsWords(article.language))
      return notAssessed(unknownWords(article.language));
    if (claim.valueState !== 'UNDISCLOSED') return CLEAR;
    return {
      kind: 'finding',
      message: `The value ${labelled(claim)}is only ${quoted(claim.value ?? claim.text)}`,
      remedy: 'Find the value and cite its source, or cite who declined to give it and when.',
      bearing: 'WEAK',
    };
  },
};
