import type { Compared } from '../comparison.js';
import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { comparedOf, figuresMissingFromAll, isKept, whyNotAll } from '../text/compared.js';
import { marked } from '../text/cited.js';
import { listed, quoted } from '../text/normalise.js';

/** The sources that are named for a claim speak of something else. */
export const unsupportedBySource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'unsupported-by-source',
    title: 'What the claim says is not found in its sources',
    description: `Fires when the words of a claim are found so little in each of its usable sources that its best support score is under the
threshold; and when the best of them seems to say otherwise: another day, a denial, the opposite of a word. (That a figure is
another one, number-mismatch tells.) How the score is made, and how often it is right, stands in docs/support.md and docs/evaluation.md.

It compares wording. That a claim is not found does not mean that it is false, and that it is found does not mean that it is
true: it says where to look first.

Not assessed unless all usable sources have a snapshot that holds the whole of them, in English, and the claim has words enough to
look for. Not applicable to fields and cells, on which the score was not measured, and where snapshots of sources are not kept.`,
    remedy: 'Read the passages; cite a source that says it, or mend the claim.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources', 'comparisons'],
    thresholds: {
      score: {
        default: 0.2,
        min: 0,
        max: 1,
        description: 'A claim whose best score is under this counts as not found.',
      },
    },
    examples: {
      fires: ['Trams to Harrow Quay are free on Sundays [1], where [1] tells of a filling station for buses'],
      quiet: ['Twelve buses fill up each night [1], where [1] says "twelve buses fill up there each night"'],
    },
  },
  judge(claim, { threshold }) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || usable.length === 0 || !isKept(usable)) return NOT_APPLICABLE;
    if (claim.block === 'CELL' || claim.block === 'FIELD') return NOT_APPLICABLE;
    const all = comparedOf(usable).flatMap(({ citation, compared }) =>
      compared.support ? [{ label: citation.label, support: compared.support, missing: namesOf(compared) }] : [],
    );
    const best = all.reduce<(typeof all)[number] | null>(
      (most, each) => (most && most.support.score >= each.support.score ? most : each),
      null,
    );
    const isContradicted = best?.support.label === 'CONTRADICTED';
    if (best && best.support.score >= threshold('score') && !isContradicted) return CLEAR;
    // Another figure of the same thing: number-mismatch tells which.
    if (isContradicted && figuresMissingFromAll(comparedOf(usable))?.length) return CLEAR;
    const reason = whyNotAll(usable);
    if (reason !== null) return notAssessed(reason);
    if (!best || all.length < usable.length)
      return notAssessed('the claim has too few words to look for, or is not English');
    const passage = best.support.passages[0];
    const nearest = passage ? quoted(passage.quote.exact, 160) : null;
    const lacking = best.missing.length > 0 ? `, and ${listed(best.missing.map((name) => quoted(name)))} nowhere` : '';
    return {
      kind: 'finding',
      message: isContradicted
        ? `${quotedClaim(claim)} is not found in ${marked(usable.map(({ label }) => label))}; [${best.label}] seems to say otherwise: ${nearest}`
        : `${quotedClaim(claim)} is not found in ${marked(usable.map(({ label }) => label))}${nearest ? `: the nearest there is ${nearest}${lacking}` : ''}`,
      remedy: 'Read the passages; cite a source that says it, or mend the claim.',
      bearing: 'WEAK',
    };
  },
};

const namesOf = ({ figures }: Compared): string[] =>
  (figures?.missing ?? []).flatMap(({ kind, text }) => (kind === 'NAME' ? [text] : []));
