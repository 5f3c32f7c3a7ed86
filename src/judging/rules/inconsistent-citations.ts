import type { Claim } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { citedAs, distinctCitations, standsOn } from '../text/cited.js';
import { counted, listed } from '../text/normalise.js';
import { MOST_COMPARED, oncePerGroup, oncePerNeighbourhood, type RestatedPart } from '../text/restatements.js';

/** The same statement with other sources than elsewhere. */
export const inconsistentCitations: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'inconsistent-citations',
    title: 'The same statement cites other sources elsewhere',
    description: `Fires on a claim whose set of sources differs from the commonest set among its restatements, the claims of the article
that say the same in other words. When several sets are equally common, no one knows which is right, and all of them fire.

A claim that joins statements which stand alone elsewhere may cite any of what those cite, as long as each keeps one of its
sources; so may a sentence that sums up several cells of a table row. Two cells restate each other only when they answer one
question alike: "Beta" and "Yes" under one label do not. Claims that cite nothing are left to uncited-claim. Sets are compared by source where numbers resolve, else by
number. Of a statement that an article makes more often than ${MOST_COMPARED} times, the first ${MOST_COMPARED} are compared.`,
    remedy: 'Look up which of the sources say it, and cite the same ones each time.',
    version: 4,
    severity: 'WARNING',
    bearings: [],
    reads: ['claim', 'citations', 'restatements'],
    examples: {
      fires: ['"Trams run at night [1]" on one line, "At night the trams run [1, 2]" on two others: the first'],
      quiet: [
        '"Trams run at night [1]" and "At night the trams run [1]"',
        '"Trams run at night [1] and are free [2]" apart, "[1, 2]" where both are said',
      ],
    },
  },
  judge(claim, { restatements }) {
    const parts = restatements.partsOf(claim).filter(({ group }) => setsOf(group).size > 0);
    if (parts.length === 0 || claim.citations.length === 0) return NOT_APPLICABLE;
    const [first, ...more] = parts as [RestatedPart, ...RestatedPart[]];
    const differs = more.length === 0 ? differsFrom(claim, first) : !isFairUnion(claim, parts);
    if (!differs) return CLEAR;
    const others = parts.flatMap(commonestFor).filter(({ lines }) => !lines.includes(claim.line));
    if (others.length === 0) return CLEAR;
    return {
      kind: 'finding',
      message: `${quotedClaim(claim)} cites ${citedAs(claim)} here, and ${listed(others.map(describe))}`,
      remedy: 'Look up which of these sources say it, and cite the same ones each time.',
      bearing: null,
    };
  },
};

const inOrder = (lines: readonly number[]): number[] => lines.toSorted((a, b) => a - b);

/** One set of sources that restatements cite, and where. */
interface CitedSet {
  readonly key: string;
  readonly sources: ReadonlySet<string>;
  readonly shown: string;
  readonly lines: readonly number[];
}

/** The sets that claims of the group cite which say nothing else; by their keys. */
const setsOf = oncePerGroup((group): ReadonlyMap<string, CitedSet> => {
  const claims = group.compared.filter((member) => member.whole).map((member) => member.claim);
  const cited = (claims.length > 0 ? claims : group.compared.map((member) => member.claim)).filter(
    (claim) => distinctCitations(claim).length > 0,
  );
  const sets = [...groupBy(cited, keyOf)].map(([key, same]) => {
    const sources = new Set(distinctCitations(same[0]!).map(standsOn));
    return [key, { key, sources, shown: citedAs(same[0]!), lines: inOrder(same.map(({ line }) => line)) }] as const;
  });
  return new Map(sets);
});

const commonestIn = oncePerGroup((group) => commonestOf([...setsOf(group).values()]));

/** The set that most restatements cite, those that are grouped elsewhere with them; all that are equally common. */
const commonestFor = (part: RestatedPart): readonly CitedSet[] =>
  part.near.length === 0 ? commonestIn(part.group) : commonestAround(part);

const commonestAround = oncePerNeighbourhood(({ group, near }): readonly CitedSet[] => {
  const all = groupBy(
    [group, ...near].flatMap((each) => [...setsOf(each).values()]),
    ({ key }) => key,
  );
  return commonestOf(
    [...all.values()].map((same) => ({ ...same[0]!, lines: inOrder(same.flatMap(({ lines }) => lines)) })),
  );
});

function commonestOf(sets: readonly CitedSet[]): readonly CitedSet[] {
  const most = sets.reduce((longest, { lines }) => Math.max(longest, lines.length), 0);
  return sets.filter(({ lines }) => lines.length === most);
}

const keyOf = (claim: Claim): string => [...new Set(distinctCitations(claim).map(standsOn))].sort().join('\n');

function differsFrom(claim: Claim, part: RestatedPart): boolean {
  const commonest = commonestFor(part);
  if (part.statement.whole) return commonest.length > 1 || commonest[0]!.key !== keyOf(claim);
  // One clause is restated, and what the rest of the claim cites is its own affair: it must keep one source of these.
  return commonest.every(
    ({ sources }) => !distinctCitations(claim).some((citation) => sources.has(standsOn(citation))),
  );
}

/** The claim cites only what its parts cite elsewhere, and something for each. */
function isFairUnion(claim: Claim, parts: readonly RestatedPart[]): boolean {
  const cited = new Set(distinctCitations(claim).map(standsOn));
  const sets = parts.map(({ group }) => new Set([...setsOf(group).values()].flatMap(({ sources }) => [...sources])));
  return (
    [...cited].every((source) => sets.some((set) => set.has(source))) &&
    sets.every((set) => [...cited].some((source) => set.has(source)))
  );
}

const LINES_SHOWN = 6;

function describe({ shown, lines }: CitedSet): string {
  const distinct = [...new Set(lines)];
  const more = distinct.length - LINES_SHOWN;
  const where = [...distinct.slice(0, LINES_SHOWN).map(String), ...(more > 0 ? [counted(more, 'more line')] : [])];
  return `${shown} on line${distinct.length === 1 ? '' : 's'} ${listed(where)}`;
}
