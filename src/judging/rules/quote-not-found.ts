import type { Compared, QuoteMatch } from '../comparison.js';
import { isUsable, type Citation, type Claim } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule, type FindingOutcome, type Outcome } from '../rule.js';
import {
  aboutQuote,
  comparedOf,
  namedQuote,
  shownDifferences,
  whyNotAll,
  whyNotWhole,
  type ComparedCitation,
} from '../text/compared.js';
import { marked } from '../text/cited.js';
import { quoted } from '../text/normalise.js';

/** Words that the source does not have are put in its mouth. */
export const quoteNotFound: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'quote-not-found',
    title: 'A quote is not in its source',
    description: `Fires for a quote on a citation that stands in no snapshot of the source, and, as a warning, for one that stands there with
few words otherwise: these are shown. It fires as a warning, too, for a quotation of five words or more in the claim itself that no
cited source has. What is compared, and what is not (quotation marks, dashes, white space, what “…” and brackets stand for), stands in
docs/comparing.md.

The source can have changed, or say it in another language; or nobody said so. Only a snapshot of the whole source can
lack a quote: for others there is quote-unverifiable. A quote that another source of the article has is told by
quote-misattributed. Not applicable where snapshots of sources are not kept.`,
    remedy: 'Quote the source as it stands, or cite the source that has the words.',
    version: 1,
    severity: 'ERROR',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources', 'comparisons'],
    examples: {
      fires: [
        'The tram is late [1], with the quote "It will open in May" on [1], which says "It would open in May"',
        '“We never saw the plans,” the mayor said [1], where [1] quotes nobody so',
      ],
      quiet: [
        'The tram is late [1], with the quote "It would … open in May", and [1] says "It would, all being well, open in May"',
      ],
    },
  },
  judge(claim) {
    const outcomes = [...claim.citations.flatMap((citation) => ofCitation(claim, citation)), ...ofQuotations(claim)];
    return outcomes.length > 0 ? outcomes : NOT_APPLICABLE;
  },
};

function ofCitation(claim: Claim, citation: Citation): Outcome[] {
  const { comparison, quote, source, label } = citation;
  if (!quote?.trim() || source === null || citation.state === 'REJECTED') return [];
  if (comparison === undefined) return [];
  if (comparison.state !== 'COMPARED') return [notAssessed(whyNotWhole(citation)!)];
  return comparison.quotes.flatMap((match): Outcome[] => {
    if (match.of !== 'CITATION' || match.elsewhere.length > 0) return [];
    if (match.result === 'VERBATIM') return [CLEAR];
    // What only a part of the source lacks may stand in the rest.
    const reason = match.result === 'NOT_FOUND' ? whyNotWhole(citation) : null;
    if (reason !== null) return [notAssessed(reason)];
    return [finding(claim, match, [label], match.result === 'NEAR' ? { atMost: 'WARNING' } : {})];
  });
}

/** Of what the cited sources together have: a quotation needs to be in one. */
function ofQuotations(claim: Claim): Outcome[] {
  const usable = claim.citations.filter(isUsable);
  const all = comparedOf(usable);
  const texts = new Set(all.flatMap(({ compared }) => ofClaim(compared).map(({ text }) => text)));
  return [...texts].map((text) => quotationOutcome(claim, text, usable, all));
}

function quotationOutcome(
  claim: Claim,
  text: string,
  usable: readonly Citation[],
  all: readonly ComparedCitation[],
): Outcome {
  const matches = all.flatMap(({ citation, compared }) =>
    ofClaim(compared).flatMap((match) => (match.text === text ? [{ citation, match }] : [])),
  );
  if (matches.some(({ match }) => match.result === 'VERBATIM' || match.elsewhere.length > 0)) return CLEAR;
  const near = matches.find(({ match }) => match.result === 'NEAR');
  if (near) return finding(claim, near.match, [near.citation.label], { atMost: 'WARNING' });
  const reason = whyNotAll(usable);
  if (reason !== null) return notAssessed(reason);
  return finding(
    claim,
    matches[0]!.match,
    usable.map(({ label }) => label),
    { atMost: 'WARNING' },
  );
}

const ofClaim = ({ quotes }: Compared): QuoteMatch[] => quotes.filter(({ of }) => of === 'CLAIM');

function finding(
  claim: Claim,
  match: QuoteMatch,
  labels: readonly string[],
  severity: Pick<FindingOutcome, 'atMost'>,
): FindingOutcome {
  const where =
    match.result === 'NEAR'
      ? `is not word for word in ${marked(labels)}, which has ${shownDifferences(match)}`
      : `is not found in ${marked(labels)}`;
  return {
    kind: 'finding',
    message: `${namedQuote(claim, match)} ${where}`,
    remedy:
      match.result === 'NEAR'
        ? `Quote it as it stands there: ${quoted(match.place!.quote.exact, 160)}.`
        : 'Look the words up in the source, and quote what it says; or cite the source that they are from.',
    bearing: 'WEAK',
    about: aboutQuote(match, labels),
    ...severity,
  };
}
