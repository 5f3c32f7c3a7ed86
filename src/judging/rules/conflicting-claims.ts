import type { Conflict } from '../text/conflicts.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isEnglish, notEnglish } from '../text/english.js';
import { quoted } from '../text/normalise.js';

/** Two claims of the article that cannot both be true. */
export const conflictingClaims: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'conflicting-claims',
    title: 'Two claims of the article cannot both be true',
    description: `Fires on each of two claims that say the same of the same subject with another number or date, or of which one denies
what the other affirms.

Made to be right when it fires rather than to find all: every content word of both must be accounted for, both must name the
same in the same order, and the figures must be of one kind and unit, exact, and not of different times. Two columns of a
table, a former state against a present one, and what has ended are no conflict. Not assessed in other languages than
English.`,
    remedy: 'Look up which is right, and correct the other.',
    version: 1,
    severity: 'ERROR',
    bearings: ['WEAK'],
    reads: ['claim', 'conflicts'],
    examples: {
      fires: ['"The tram has nine stops" on one line, and "The tram has 11 stops" on another'],
      quiet: [
        '"The tram had nine stops in 2031", and "The tram had 11 stops in 2033"',
        'nine under "Before", 11 under "After"',
      ],
    },
  },
  judge(claim, { article, conflicts }) {
    if (!claim.checkable) return NOT_APPLICABLE;
    if (!isEnglish(article)) return notAssessed(notEnglish(article));
    const [first, ...others] = conflicts.of(claim);
    if (!first) return CLEAR;
    const more = others.length === 0 ? '' : `; so ${others.length === 1 ? 'does' : 'do'} ${others.length} more`;
    return {
      kind: 'finding',
      message: `${quoted(claim.text)} ${saying(first)}${more}`,
      remedy: `Look up which of lines ${claim.line} and ${first.other.line} is right, and correct the other.`,
      bearing: 'WEAK',
    };
  },
};

function saying({ kind, other, here, there }: Conflict): string {
  if (kind === 'polarity') return `and line ${other.line}, ${quoted(other.text)}, cannot both be true`;
  return `says ${quoted(here ?? '')} where line ${other.line} says ${quoted(there ?? '')}`;
}
