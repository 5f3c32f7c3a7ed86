import { languageOf, unknownWords } from '../../languages/languages.js';
import { quotedClaim } from '../text/claims.js';
import type { Conflict } from '../text/conflicts.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { MOST_WAYS } from '../text/field-conflicts.js';
import { counted, listed, quoted } from '../text/normalise.js';

/** Two claims of the article that cannot both be true. */
export const conflictingClaims: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'conflicting-claims',
    title: 'Two claims of the article cannot both be true',
    description: `Fires on each of two claims that say the same of the same subject with another number or date, or of which one denies
what the other affirms.

Made to be right when it fires rather than to find all: every content word of both must be accounted for, both must name the
same in the same order, and the figures must be of one kind and not of different times. Units that convert exactly are
converted (2 hours are 120 minutes); currencies, miles and kilometres, percentages and percentage points never are. A range
agrees with what lies in it; a figure with one that it rounds: 1.2 million with 1,234,567, and a round number from 100 on, not
more than a tenth away, with one that rounds to it (17,000 with 16,944); a rough one ("about") with all within a tenth. Bounds
conflict only with bounds of one kind: "up to 40" with "up to 50". Dates conflict as far as both state them: March 2031
with April 2031, not with 14 March 2031; a date in brackets or behind a comma with none.

Statements under different names, in headings or before a colon, speak of different things; so do those under headings with
other numbers, behind sentences of other years, items of one list, what points back ("They pay 4 euros") from different
sections, and two cells of tables. A field or a cell conflicts with a sentence that says no more than its label, heading and
value. A former state against a present one, by its words or its tense, what has ended, statements that differ in two
figures, and those that state more than ${MOST_WAYS} different figures, are no conflict. Not assessed in a language whose words are not known.`,
    remedy: 'Look up which is right, and correct the other.',
    version: 4,
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
    if (!languageOf(article.language).logic) return notAssessed(unknownWords(article.language));
    const all = conflicts.of(claim);
    if (all.length === 0) return CLEAR;
    const lines = linesOf(all).filter((line) => line !== claim.line);
    return {
      kind: 'finding',
      message: `${quotedClaim(claim)} ${saying(all)}`,
      remedy: `Look up which of lines ${listed([claim.line, ...lines].map(String))} is right, and correct the ${lines.length > 1 ? 'others' : 'other'}.`,
      bearing: 'WEAK',
    };
  },
};

const linesOf = (conflicts: readonly Conflict[]): number[] => [...new Set(conflicts.map(({ other }) => other.line))];

/** What the first says, and the others that say the same; how many more say something else again. */
function saying(conflicts: readonly Conflict[]): string {
  const [{ kind, other, here, there }] = conflicts as [Conflict, ...Conflict[]];
  if (kind === 'polarity') return `and line ${other.line}, ${quotedClaim(other)}, cannot both be true`;
  const same = conflicts.filter((each) => each.there === there && each.here === here);
  const more = conflicts.length - same.length;
  return `says ${quoted(here ?? '')} where ${saysOn(linesOf(same))} ${quoted(there ?? '')}${more > 0 ? `, and ${counted(more, 'other claim')} something else` : ''}`;
}

const saysOn = (lines: readonly number[]): string =>
  lines.length === 1 ? `line ${lines[0]} says` : `lines ${listed(lines.map(String))} say`;
