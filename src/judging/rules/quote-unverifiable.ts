import type { Citation, Claim } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule, type Outcome } from '../rule.js';
import { whyNotWhole } from '../text/compared.js';
import { marked } from '../text/cited.js';
import { quoted } from '../text/normalise.js';

/** Nobody can look the words up. */
export const quoteUnverifiable: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'quote-unverifiable',
    title: 'There is nothing to look a quote up in',
    description: `Fires for a quote on a citation whose source has no snapshot, and for one that is not found in a snapshot which holds only a
part of its source, is so short that it may be an excerpt, or has no words, such as a scanned page. Whether the source has the
words nobody can tell then.

A quote that is found is found, however little of the source is at hand. Not assessed until the snapshot was compared; not
applicable where snapshots of sources are not kept.`,
    remedy: 'Capture a snapshot of the whole source.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['citations', 'sources', 'comparisons'],
    examples: {
      fires: ['The tram is late [1], with the quote "It would open in May" on [1], of which there is no snapshot'],
      quiet: ['The tram is late [1], with the quote "It would open in May" on [1], and the first page of [1] has it'],
    },
  },
  judge(claim) {
    const outcomes = claim.citations.flatMap((citation) => outcomeOf(citation, claim));
    return outcomes.length > 0 ? outcomes : NOT_APPLICABLE;
  },
};

function outcomeOf(citation: Citation, claim: Claim): Outcome[] {
  const { comparison, quote, source, state, label } = citation;
  if (!quote?.trim() || source === null || state === 'REJECTED' || comparison === undefined) return [];
  const reason = whyNotWhole(citation);
  if (comparison.state === 'PENDING') return [notAssessed(reason!)];
  const match = comparison.state === 'COMPARED' ? comparison.quotes.find(({ of }) => of === 'CITATION') : undefined;
  // A quote without words asks for nothing.
  if (comparison.state === 'COMPARED' && !match) return [];
  if (reason === null || (match && match.result !== 'NOT_FOUND')) return [CLEAR];
  const others = match ? match.elsewhere.map((each) => each.label) : [];
  const also = others.length > 0 ? `; ${marked(others)} has it` : '';
  return [
    {
      kind: 'finding',
      message: `The quote ${quoted(quote)} on ${quoted(claim.text)} cannot be looked up: ${reason}${also}`,
      remedy: `Capture a snapshot of the whole of ${marked([label])}.`,
      bearing: null,
      about: `${label}: ${quote}`,
    },
  ];
}
