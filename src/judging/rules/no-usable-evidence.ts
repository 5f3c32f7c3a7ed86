import { isUsable, type Citation } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { citedAs } from '../text/cited.js';
import { counted, listed } from '../text/normalise.js';

/** Citations, and none that can carry the claim, where no other rule says why. */
export const noUsableEvidence: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'no-usable-evidence',
    title: 'Citations, and none of them is usable evidence',
    description: `Fires on a checkable claim that has citations of which none is usable. Usable is a citation that resolves to a
source, supports the claim, was not rejected in review, and whose source is not retracted.

Quiet where another rule already says why: a number that dangles (dangling-citation), a retracted source
(retracted-source), an accepted refutation (contradicted). Left for this rule are claims whose citations were all rejected,
or are neutral, or speak against it without anybody having settled that.`,
    remedy: 'Attach a source that supports the claim, or change the claim to what its sources say.',
    version: 1,
    severity: 'ERROR',
    bearings: ['MISSING'],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ['"The tram is free [1]", where a reviewer rejected [1]'],
      quiet: ['"The tram is free [1]", where [1] resolves and supports it'],
    },
  },
  judge(claim) {
    if (!claim.checkable || claim.citations.length === 0) return NOT_APPLICABLE;
    if (claim.citations.some(isUsable) || claim.citations.some(isSaidElsewhere)) return CLEAR;
    return {
      kind: 'finding',
      message: `None of ${citedAs(claim)} can carry ${quotedClaim(claim)}: ${why(claim.citations)}`,
      remedy: 'Attach a source that supports the claim, or change the claim to what its sources say.',
      bearing: 'MISSING',
    };
  },
};

/** A finding of another rule names this citation as the reason. */
function isSaidElsewhere(citation: Citation): boolean {
  if (citation.state === 'REJECTED') return false;
  const refutes = citation.stance === 'REFUTES' && citation.state === 'ACCEPTED' && citation.directness === 'DIRECT';
  return citation.source === null || citation.source.retraction !== null || refutes;
}

function why(citations: readonly Citation[]): string {
  const rejected = citations.filter((citation) => citation.state === 'REJECTED').length;
  const standing = citations.filter((citation) => citation.state !== 'REJECTED');
  const neutral = standing.filter((citation) => citation.stance === 'NEUTRAL').length;
  const against = standing.filter((citation) => citation.stance === 'REFUTES').length;
  return listed([
    ...(rejected > 0 ? [`${counted(rejected, 'citation')} rejected`] : []),
    ...(neutral > 0 ? [`${neutral} neutral`] : []),
    ...(against > 0 ? [`${against} against it`] : []),
  ]);
}
