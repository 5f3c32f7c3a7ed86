import { isUsable, type Citation } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';
import { isRated, ratingOf } from '../text/publishers.js';

/** A claim that only sources carry which are known to err. */
export const unreliableSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'unreliable-source',
    title: 'All sources are rated unreliable',
    description: `Fires when the publishers of all usable sources of a claim are rated D (not usually reliable) or E (unreliable) in the
workspace, after the Admiralty code.

Not applicable when none of them is rated, or all are rated F (cannot be judged): unrated-source says so. Not assessed when
some are rated D or E and the rest are not rated.`,
    remedy: 'Attach a source of a reliable publisher.',
    version: 1,
    severity: 'ERROR',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['The tram will be free [1]. (the publisher of [1] is rated E)'],
      quiet: ['The tram will be free [1, 2]. (rated E and B)'],
    },
  },
  judge(claim) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || !usable.some(isRated)) return NOT_APPLICABLE;
    if (usable.some((citation) => isRated(citation) && !isUnreliable(citation))) return CLEAR;
    const unrated = usable.filter((citation) => !isRated(citation)).map(({ label }) => label);
    if (unrated.length > 0) return notAssessed(`the publisher of ${marked(unrated)} is not rated`);
    const ratings = [...new Set(usable.map(ratingOf))].sort().join(' or ');
    return {
      kind: 'finding',
      message: `Only ${marked(usable.map(({ label }) => label))}, rated ${ratings}, carries ${quotedClaim(claim)}`,
      remedy: 'Attach a source of a reliable publisher, or take the claim out.',
      bearing: 'WEAK',
    };
  },
};

const isUnreliable = (citation: Citation): boolean => /^[DE]$/.test(ratingOf(citation) ?? '');
