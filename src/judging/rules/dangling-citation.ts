import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { distinctCitations } from '../text/cited.js';

/** A cited number that leads to no source. */
export const danglingCitation: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'dangling-citation',
    title: 'A cited number that has no reference',
    description: `Fires once per claim and number when the number resolves to no source: the list of references lacks it, or
there is no list.

It bears missing when no usable evidence is left for the claim, and weak when another citation still carries it. Citations
that were rejected in review are left alone. That an article has no list at all is said once, by no-bibliography.`,
    remedy: 'Add the reference under that number, or correct the number in the marker.',
    version: 1,
    severity: 'ERROR',
    bearings: ['MISSING', 'WEAK'],
    reads: ['claim', 'citations', 'references'],
    examples: {
      fires: ['"Nine stops were built [7]", and the list of references ends at 6'],
      quiet: ['"Nine stops were built [2]", and the list has a 2'],
    },
  },
  judge(claim, { article }) {
    if (claim.citations.length === 0) return NOT_APPLICABLE;
    const dangling = distinctCitations(claim).filter((citation) => citation.source === null);
    if (dangling.length === 0) return CLEAR;
    const bearing = claim.citations.some(isUsable) ? 'WEAK' : 'MISSING';
    return dangling.map(({ label, spans }) => ({
      kind: 'finding',
      message: `[${label}] leads to no source, and is cited for ${quotedClaim(claim)}`,
      remedy: article.hasReferenceList
        ? `Add an entry ${label} to the list of references, or correct the ${/^\d+$/.test(label) ? 'number' : 'marker'} if another entry is meant.`
        : `Say what source ${label} is: the article has no list of references.`,
      ...(spans[0] ? { span: spans[0] } : {}),
      bearing,
      about: label,
    }));
  },
};
