import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { nameOf, quotedClaim } from '../text/claims.js';
import { distinctCitations } from '../text/cited.js';

/** A claim that rests on what its publisher took back. */
export const retractedSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'retracted-source',
    title: 'A cited source is retracted',
    description: `Fires for each claim and number whose source is retracted. A retraction withdraws what the source said, so it is no
longer usable evidence, whatever its stance.

It bears missing when no usable evidence is left for the claim, else weak. Citations that were rejected in review are left
alone. A number that resolves to no source is left to dangling-citation.`,
    remedy: 'Replace the source, or take out what rests on it.',
    version: 1,
    severity: 'ERROR',
    bearings: ['MISSING', 'WEAK'],
    reads: ['citations', 'references', 'sources'],
    examples: {
      fires: ['"Trams halve noise [3]", where [3] is a study that its journal retracted'],
      quiet: ['"Trams halve noise [3]", where [3] stands'],
    },
  },
  judge(claim, { entryOf }) {
    const cited = distinctCitations(claim).filter((citation) => citation.source !== null);
    if (cited.length === 0) return NOT_APPLICABLE;
    const retracted = cited.filter((citation) => citation.source!.retraction !== null);
    if (retracted.length === 0) return CLEAR;
    const bearing = claim.citations.some(isUsable) ? 'WEAK' : 'MISSING';
    return retracted.map(({ label, source, spans }) => {
      const { at, reason } = source!.retraction!;
      const details = `${at ? ` on ${at}` : ''}${reason ? ` (${reason})` : ''}`;
      return {
        kind: 'finding',
        message: `[${label}], ${nameOf(source!, entryOf(label))}, was retracted${details}, and is cited for ${quotedClaim(claim)}`,
        remedy: `Replace [${label}] by a source that stands, or take out what rests on it.`,
        ...(spans[0] ? { span: spans[0] } : {}),
        bearing,
        about: label,
      };
    });
  },
};
