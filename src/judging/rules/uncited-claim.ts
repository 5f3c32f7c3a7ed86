import type { Claim } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule, type RuleContext } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { citedAs } from '../text/cited.js';
import { MOST_COMPARED, oncePerGroup } from '../text/restatements.js';

/** A statement of fact for which nothing at all is cited. */
export const uncitedClaim: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'uncited-claim',
    title: 'A statement of fact that cites nothing',
    description: `Fires on a checkable claim without any citation.

A marker covers its own sentence, cell, field or list item. Two kinds of unmarked text are often covered by a marker that
stands elsewhere, and get a note that bears weak instead of an error: a sentence before a marked one in the same paragraph,
and a lede or summary that restates what is cited further down. The remedy names that line. Of a statement that an article
makes more often than ${MOST_COMPARED} times, the first ${MOST_COMPARED} are compared.

Quiet on what is not checkable, and on gaps, which have rules of their own: blank-value, elided-value, undisclosed-value.`,
    remedy: 'Cite a source for the claim, or take the claim out.',
    version: 2,
    severity: 'ERROR',
    bearings: ['MISSING', 'WEAK'],
    reads: ['claim', 'citations', 'paragraph', 'restatements'],
    examples: {
      fires: [
        'The tram carries 40,000 people a day.',
        'It opened in spring. It has nine stops [2]. (a note on the first)',
      ],
      quiet: ['The tram carries 40,000 people a day [1].', 'The tram could carry more people one day.'],
    },
  },
  judge(claim, context) {
    if (!claim.checkable || isGap(claim)) return NOT_APPLICABLE;
    if (claim.citations.length > 0) return CLEAR;

    const message = `Nothing is cited for ${quotedClaim(claim)}`;
    const later = markedLaterInParagraph(claim, context);
    if (later) {
      const covers = `If ${citedAs(later)} on line ${later.line} covers this sentence too, repeat it here; else cite a source.`;
      return { kind: 'finding', message, remedy: covers, bearing: 'WEAK', atMost: 'NOTE' };
    }
    const restated = citedRestatement(claim, context);
    if (!restated) {
      return {
        kind: 'finding',
        message,
        remedy: 'Cite a source that says so, or take the claim out.',
        bearing: 'MISSING',
      };
    }
    const remedy = `Line ${restated.line} says the same and cites ${citedAs(restated)}: cite that here too, if it holds.`;
    return claim.lede && restated.ordinal > claim.ordinal
      ? { kind: 'finding', message, remedy, bearing: 'WEAK', atMost: 'NOTE' }
      : { kind: 'finding', message, remedy, bearing: 'MISSING' };
  },
};

/** The next sentence with a citation in running text; the cells of a row and its fields stand each for themselves. */
function markedLaterInParagraph(claim: Claim, context: RuleContext): Claim | null {
  if (claim.block === 'CELL' || claim.block === 'FIELD' || claim.block === 'EVIDENCE_ROW') return null;
  return context.nextCitedInParagraph(claim);
}

/** A claim that says the same, or a part of it, and cites something: further down if there is one. */
function citedRestatement(claim: Claim, context: RuleContext): Claim | null {
  const cited = context.restatements.partsOf(claim).map(({ group }) => citedIn(group));
  const further = claim.lede ? cited.flatMap((same) => same.find((other) => other.ordinal > claim.ordinal) ?? []) : [];
  return further[0] ?? cited.flatMap((same) => same[0] ?? [])[0] ?? null;
}

const citedIn = oncePerGroup((group) =>
  group.compared.map((member) => member.claim).filter((claim) => claim.citations.length > 0),
);
