import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quoted } from '../text/normalise.js';

/** A label with nothing beside it. */
export const blankValue: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'blank-value',
    title: 'A label with no value',
    description: `Fires on a field or cell of a table that has a label and no value. A reader sees that something was to be stated
and is not; a template that was filled in by a program often leaves such holes.

"Not applicable" is an answer and no blank. "Not disclosed" is neither, and has a rule of its own: undisclosed-value.

In a table that compares, under a heading, it is a note by default: an empty cell there often means none, or that a series
ended. Its claim lacks a value all the same, and is MISSING.`,
    remedy: 'Fill in the value and cite its source, write "not applicable", or take the row out.',
    version: 2,
    severity: 'ERROR',
    bearings: ['MISSING'],
    reads: ['claim'],
    examples: {
      fires: ['| Opening date | |'],
      quiet: ['| Opening date | 3 May 2031 |', '| Ticket price | Not applicable |'],
    },
  },
  judge(claim) {
    if (!claim.checkable || claim.valueState === null) return NOT_APPLICABLE;
    if (claim.valueState !== 'BLANK') return CLEAR;
    const label = claim.attribute ?? claim.text;
    const where = claim.column === null ? '' : ` in the column ${quoted(claim.column)}`;
    return {
      kind: 'finding',
      message: `${quoted(label)} has no value${where}`,
      remedy: `Say what ${quoted(label)} is and cite a source for it, write "not applicable", or take the row out.`,
      bearing: 'MISSING',
      ...(claim.column === null ? {} : { atMost: 'NOTE' }),
    };
  },
};
