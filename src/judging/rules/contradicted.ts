import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { nameOf, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';

/** A source that refutes the claim, as a person confirmed. */
export const contradicted: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'contradicted',
    title: 'A source refutes the claim',
    description: `Fires for each citation that refutes the claim, directly, and that a reviewer accepted. Without usable evidence
beside it the claim's standing is REFUTED; with some it is CONTESTED. It bears neither missing nor weak: evidence is there.

Not assessed while a refutation waits for review, or nobody has said whether it is direct. A refutation by a retracted
source is left to retracted-source.`,
    remedy: 'Correct the claim, or review the refutation again.',
    version: 1,
    severity: 'ERROR',
    bearings: [],
    reads: ['claim', 'citations', 'references', 'sources'],
    examples: {
      fires: ['"The tram is free [1]", where a reviewer accepted that [1] says it costs two euros'],
      quiet: ['"The tram is free [1]", where a reviewer rejected that reading of [1]'],
    },
  },
  judge(claim, { entryOf }) {
    const against = claim.citations.filter(
      ({ stance, state, source }) =>
        stance === 'REFUTES' && state !== 'REJECTED' && (source?.retraction ?? null) === null,
    );
    if (!claim.checkable || against.length === 0) return NOT_APPLICABLE;
    const settled = against.filter(({ state, directness }) => state === 'ACCEPTED' && directness === 'DIRECT');
    if (settled.length > 0) {
      return settled.map(({ label, source, spans }) => ({
        kind: 'finding',
        message: `[${label}]${source ? `, ${nameOf(source, entryOf(label))},` : ''} refutes ${quotedClaim(claim)}`,
        remedy: `Correct the claim to what [${label}] says, or review that citation again.`,
        ...(spans[0] ? { span: spans[0] } : {}),
        bearing: null,
        about: label,
      }));
    }
    const open = against.filter(({ state, directness }) => state === 'PROPOSED' || directness === 'UNKNOWN');
    if (open.length === 0) return CLEAR;
    return notAssessed(`nobody has settled whether ${marked(open.map(({ label }) => label))} refutes it directly`);
  },
};
