import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';
import { isRated } from '../text/publishers.js';

/** A claim of whose sources nobody has said what they are worth. */
export const unratedSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'unrated-source',
    title: 'No source has a publisher of known reliability',
    description: `Fires when the publishers of all usable sources of a claim are unrated in the workspace, or rated F (cannot be judged).

Not assessed as long as the workspace has rated no publisher at all, and on the command line, which knows no ratings: a note
on every claim would tell nobody anything. With the first rating all articles are judged again.`,
    remedy: 'Rate the publisher, or attach a source of one that is rated.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['The tram will be free [1]. (nobody has rated the publisher of [1])'],
      quiet: ['The tram will be free [1, 2]. (the publisher of [2] is rated B)'],
    },
  },
  judge(claim, { article }) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || usable.length === 0) return NOT_APPLICABLE;
    if (!article.ratesPublishers) return notAssessed('no publisher has been rated yet');
    if (usable.some(isRated)) return CLEAR;
    const names = [...new Set(usable.flatMap(({ source }) => source!.publisher ?? []))];
    const who = names.length === 1 ? `, by ${names[0]},` : '';
    return {
      kind: 'finding',
      message: `Nobody has rated who publishes ${marked(usable.map(({ label }) => label))}${who} the evidence for ${quotedClaim(claim)}`,
      remedy: 'Rate the publisher, or attach a source of one that is rated.',
      bearing: null,
    };
  },
};
