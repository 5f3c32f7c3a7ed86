import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, nameOf, quotedClaim } from '../text/claims.js';
import { isKnown, marked, standsOn } from '../text/cited.js';

/** All that carries the claim is one source. */
export const singleSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'single-source',
    title: 'One source alone carries the claim',
    description: `Fires when the usable citations of a claim all lead to one source, be it under several numbers. A note as a rule; on
a claim of high priority (the title, the lede, or as a person decided) a warning that bears weak, for there newsrooms ask for
a second source.

Not applicable without usable evidence, nor to a claim whose words or value are missing (elided, blank, undisclosed): it
states nothing yet that a second source could carry, and has a rule of its own. Not assessed when there are several sources of which one or more could not be read:
they might be the same. Whether two sources stand on each other is another rule's matter.`,
    remedy: 'Attach a second source that does not rest on the first.',
    version: 2,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'references', 'sources'],
    examples: {
      fires: ['The tram carries 40,000 people a day [1]. (a note; in the lede a warning)'],
      quiet: ['The tram carries 40,000 people a day [1, 2].'],
    },
  },
  judge(claim, { entryOf }) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || usable.length === 0) return NOT_APPLICABLE;
    const bySource = new Map(usable.map((citation) => [standsOn(citation), citation.source!]));
    if (bySource.size > 1) {
      const unread = usable.filter((citation) => !isKnown(citation.source!)).map(({ label }) => label);
      return unread.length === 0
        ? CLEAR
        : notAssessed(`the entry of ${marked(unread)} could not be read, so it may be the same source as another`);
    }
    const source = usable[0]!.source!;
    const high = claim.priority === 'HIGH';
    return {
      kind: 'finding',
      message: `Only ${nameOf(source, entryOf(usable[0]!.label))} ${marked(usable.map(({ label }) => label))} carries ${quotedClaim(claim)}`,
      remedy: 'Attach a second source that does not rest on this one.',
      bearing: high ? 'WEAK' : null,
      ...(high ? {} : { atMost: 'NOTE' as const }),
    };
  },
};
