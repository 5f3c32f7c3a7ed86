import type { MissingWords } from '../comparison.js';
import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { comparedOf, figuresMissingFromAll, isKept, statesFigures, whyNotAll } from '../text/compared.js';
import { marked } from '../text/cited.js';
import { counted, listed, quoted } from '../text/normalise.js';

/** A figure that nobody can have from the sources that are named for it. */
export const numberMismatch: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'number-mismatch',
    title: 'A figure of the claim is in none of its sources',
    description: `Fires when a claim states a number, year, date, amount or percentage that is in none of its usable sources, nor in their
quotes, in any form: 1,234 is found in "1.2k", 11.5 million in "11,500,000", twenty-five in "25", 2 km in "2,000 m", 12 March 2031 in
"2031-03-12", a figure in a range that holds it, and a round one in what rounds to it. It fires, too, when the sources state the
figure with the opposite bound alone: "at least 40" in the claim, and "up to 40" there.

A figure can be worked out from others, and then the sources do not have it as it stands: show the sum, or say that it is one.
Small numbers in words are not looked for.

Not assessed unless all usable sources have a snapshot that holds the whole of them: what a short text or a part of a page lacks
says nothing. English is compared with English. Not applicable where snapshots of sources are not kept.`,
    remedy: 'Check the figure against the source; mend the claim, or cite the source that has it.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources', 'comparisons'],
    examples: {
      fires: ['The tram cost 12.5 million crowns [1], where [1] says "11.5 million crowns" and nowhere 12.5'],
      quiet: ['The tram cost 11.5 million crowns [1], where [1] says "11,489,000 crowns"'],
    },
  },
  judge(claim, { article }) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || usable.length === 0 || !isKept(usable)) return NOT_APPLICABLE;
    if (!statesFigures(claim, article)) return NOT_APPLICABLE;
    const compared = comparedOf(usable);
    const missing = figuresMissingFromAll(compared);
    if (missing?.length === 0) return CLEAR;
    const reason = whyNotAll(usable);
    if (reason !== null) return notAssessed(reason);
    if (missing === null || compared.some(({ compared: { figures } }) => figures === null))
      return notAssessed('figures are compared in English only');
    const all = [...new Set(missing.map(({ text }) => text))];
    return {
      kind: 'finding',
      message: `${listed(all.map((text) => quoted(text)))} of ${quotedClaim(claim)} ${all.length === 1 ? 'is' : 'are'} not in ${sourcesOf(usable)}${insteadOf(missing)}`,
      remedy: `Check the ${all.length === 1 ? 'figure' : 'figures'} against the source; mend the claim, or cite the source that has ${all.length === 1 ? 'it' : 'them'}.`,
      bearing: 'WEAK',
      about: all.join(' '),
    };
  },
};

function sourcesOf(usable: readonly { readonly label: string }[]): string {
  const labels = [...new Set(usable.map(({ label }) => label))];
  return labels.length === 1 ? marked(labels) : `any of the ${counted(labels.length, 'source')} ${marked(labels)}`;
}

/** What stands in the source in their place, where that can be told. */
function insteadOf(missing: readonly MissingWords[]): string {
  const known = missing.flatMap(({ instead }) => (instead === null ? [] : [quoted(instead)]));
  return known.length > 0 ? `; it has ${listed(known)} where it says most of the claim` : '';
}
