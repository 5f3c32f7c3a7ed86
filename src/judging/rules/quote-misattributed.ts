import type { Compared, QuoteMatch } from '../comparison.js';
import { isUsable, type Claim } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule, type FindingOutcome, type Outcome } from '../rule.js';
import { aboutQuote, comparedOf, namedQuote } from '../text/compared.js';
import { marked } from '../text/cited.js';

/** The words are somebody else's. */
export const quoteMisattributed: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'quote-misattributed',
    title: 'A quote is in another source than the one cited',
    description: `Fires for a quote on a citation that is not word for word in that source, and is so in another one of the article; and for a
quotation in the claim that none of the sources which the claim cites has, and another of the article has. Numbers slip when
a list of sources changes, and one source quotes another.

Only a snapshot of the whole source can lack a quote. A quote of one or two words is looked for nowhere else. Not applicable
where snapshots of sources are not kept.`,
    remedy: 'Cite the source that has the words.',
    version: 1,
    severity: 'ERROR',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources', 'comparisons'],
    examples: {
      fires: ['The tram is late [1], with the quote "It would open in May" on [1], where [2] says so and [1] does not'],
      quiet: ['The tram is late [1], with the quote "It would open in May" on [1], where both say so'],
    },
  },
  judge(claim) {
    const outcomes = [...ofCitations(claim), ...ofQuotations(claim)];
    return outcomes.length > 0 ? outcomes : NOT_APPLICABLE;
  },
};

function ofCitations(claim: Claim): Outcome[] {
  const all = comparedOf(claim.citations.filter(({ state, source }) => state !== 'REJECTED' && source !== null));
  return all.flatMap(({ citation, compared }) =>
    compared.quotes
      .filter(({ of }) => of === 'CITATION')
      .map((match) => (isElsewhere(match, compared) ? finding(claim, match, [citation.label]) : CLEAR)),
  );
}

function ofQuotations(claim: Claim): Outcome[] {
  const usable = claim.citations.filter(isUsable);
  const cited = new Set(usable.map(({ source }) => source!.key));
  const matches = comparedOf(usable).flatMap(({ compared }) =>
    compared.quotes.flatMap((match) => (match.of === 'CLAIM' ? [{ match, compared }] : [])),
  );
  return [...Map.groupBy(matches, ({ match }) => match.text).values()].map((same) => {
    const isHere = same.some(
      ({ match, compared }) => !isElsewhere(match, compared) || match.elsewhere.some(({ source }) => cited.has(source)),
    );
    return isHere || same.length < usable.length
      ? CLEAR
      : finding(
          claim,
          same[0]!.match,
          usable.map(({ label }) => label),
        );
  });
}

/** Not word for word here, as far as the whole of it was seen, and so elsewhere. */
const isElsewhere = ({ result, elsewhere }: QuoteMatch, { extent }: Compared): boolean =>
  elsewhere.length > 0 && (result === 'NEAR' || (result === 'NOT_FOUND' && extent === 'FULL'));

function finding(claim: Claim, match: QuoteMatch, labels: readonly string[]): FindingOutcome {
  const others = marked(match.elsewhere.map(({ label }) => label));
  return {
    kind: 'finding',
    message: `${namedQuote(claim, match)} is not word for word in ${marked(labels)}, and is so in ${others}`,
    remedy: `Cite ${others} for it, or quote what ${marked(labels)} says.`,
    bearing: 'WEAK',
    about: aboutQuote(match, labels),
  };
}
