import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';

/** A claim that follows from its sources only by way of something else. */
export const indirectOnly: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'indirect-only',
    title: 'All evidence is indirect',
    description: `Fires when every usable citation of a claim was marked as indirect: the source does not say it, something in the source
makes it likely.

Whether evidence is direct is said by people. Not applicable while nobody has said it of any; the standing "cited" tells so.
Not assessed when some is indirect and of the rest nobody has said.`,
    remedy: 'Attach a source that says it outright, or claim only what the sources say.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['The tram is full at rush hour [1]. ([1] counts tickets; marked as indirect)'],
      quiet: ['The tram is full at rush hour [1]. ([1] says so; marked as direct)'],
    },
  },
  judge(claim) {
    const usable = claim.citations.filter(isUsable);
    const indirect = usable.filter(({ directness }) => directness === 'INDIRECT');
    if (!claim.checkable || isGap(claim) || usable.every(({ directness }) => directness === 'UNKNOWN')) {
      return NOT_APPLICABLE;
    }
    if (usable.some(({ directness }) => directness === 'DIRECT')) return CLEAR;
    const unknown = usable.filter(({ directness }) => directness === 'UNKNOWN').map(({ label }) => label);
    if (unknown.length > 0) return notAssessed(`nobody has said whether ${marked(unknown)} is direct evidence`);
    return {
      kind: 'finding',
      message: `Only indirect evidence, ${marked(indirect.map(({ label }) => label))}, carries ${quotedClaim(claim)}`,
      remedy: 'Attach a source that says it outright, or claim only what these say.',
      bearing: 'WEAK',
    };
  },
};
