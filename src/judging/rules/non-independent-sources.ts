import { isUsable, type Citation } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { marked, standsOn } from '../text/cited.js';
import { quoted } from '../text/normalise.js';
import { backersOf, type Backer } from '../text/publishers.js';

/** Several sources that are one voice. */
export const nonIndependentSources: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'non-independent-sources',
    title: 'The sources all come from one publisher, owner or news agency',
    description: `Fires when a claim has two or more usable sources and one party stands behind all of them: the same publisher (by name,
by the paper or site that contains it, or by its domain), the same owner, or the same news agency, be it named as the author
or as the publisher. What one newsroom got wrong it repeats; two of its articles are no second source.

Books and papers with named authors (known by a DOI, ISBN, PMID or arXiv id) are taken for the work of their authors, whoever
prints them. Domains on which many publish (libraries, archives, aggregators, platforms) tell nothing. A claim with one
source is left to single-source. Not assessed when the sources might share a publisher and one of them does not tell
who published it.`,
    remedy: 'Attach a source that somebody else stands behind.',
    version: 2,
    severity: 'NOTE',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['The tram is late [1, 2], where both are articles of one newspaper'],
      quiet: ['The tram is late [1, 2], where [1] is an article and [2] a report of the city'],
    },
  },
  judge(claim) {
    const usable = [...new Map(claim.citations.filter(isUsable).map((each) => [standsOn(each), each])).values()];
    if (!claim.checkable || isGap(claim) || usable.length < 2) return NOT_APPLICABLE;
    const backers = usable.map(({ source }) => backersOf(source!));
    // The authors of a book or paper stand behind it, and behind nothing else that is cited beside it.
    const known = backers.flatMap((each) => (each && each.length > 0 ? [each] : []));
    if (backers.includes(null)) return CLEAR;
    const shared = known.reduce<readonly Backer[] | null>(
      (common, own) => (common ? common.filter(({ key }) => own.some((each) => each.key === key)) : own),
      null,
    );
    if (shared?.length === 0) return CLEAR;
    if (known.length < usable.length) {
      const silent = usable.filter((_, i) => backers[i]!.length === 0).map(({ label }) => label);
      return notAssessed(`nothing tells who published ${marked(silent)}`);
    }
    return {
      kind: 'finding',
      message: `${describe(shared![0]!, usable)} for ${quotedClaim(claim)}`,
      remedy: 'Attach a source that somebody else stands behind.',
      bearing: 'WEAK',
    };
  },
};

function describe({ kind, name }: Backer, usable: readonly Citation[]): string {
  const all = `all sources ${marked(usable.map(({ label }) => label))}`;
  switch (kind) {
    case 'origin':
      return `The news agency ${quoted(name, 60)} is behind ${all}`;
    case 'owner':
      return `${quoted(name, 60)} owns the publishers of ${all}`;
    case 'publisher':
      return `${quoted(name, 60)} publishes ${all}`;
  }
}
