import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';
import { hasQuotation } from '../text/notes.js';

/** A claim that matters, and nobody has written down what its source says. */
export const missingQuote: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'missing-quote',
    title: 'No quote backs a claim of high priority',
    description: `Fires on a claim of high priority (the title, the lede, or as a person decided) that has usable evidence, and no quote on
any of it. With the words of the source beside it anybody can see that the claim follows from them, and look them up when the
source has changed.

A quotation in a note beside the claim or on a citation is a quote, too. Not applicable without usable evidence: other rules
say so.`,
    remedy: "Attach the source's own words to one of the citations.",
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['The city buys 40 trams [1]. (in the lede, no quote on [1])'],
      quiet: ['The city buys 40 trams [1]. (in the lede, "voted on Monday to buy 40 trams" on [1])'],
    },
  },
  judge(claim) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || claim.priority !== 'HIGH' || isGap(claim) || usable.length === 0) return NOT_APPLICABLE;
    const notes = [claim.evidenceNote, ...usable.map(({ note }) => note)];
    if (usable.some(({ quote }) => quote?.trim()) || notes.some((note) => hasQuotation(note ?? ''))) return CLEAR;
    return {
      kind: 'finding',
      message: `${quotedClaim(claim)} has no quote from ${marked(usable.map(({ label }) => label))}`,
      remedy: 'Attach the words of the source that say it.',
      bearing: null,
    };
  },
};
