import fc from 'fast-check';
import { canTouch, type Change, type Place } from './again.js';
import { ArticleView, type Known } from './context.js';
import type { Article, Citation, Claim } from './evidence.js';
import { judgeArticle, judgePart, standingAndRank, type Finding, type Judgement } from './judge.js';
import { groupsOf, type ClaimRelations } from './relations.js';
import { createRuleset } from './ruleset.js';
import { article, citation, source, type ClaimParts } from './testing/builders.js';
import { MOST_COMPARED } from './text/restatements.js';

const options = { ruleset: createRuleset(), now: new Date(0) };
const judge = (read: Article): Judgement => judgeArticle(read, options);

/** Few words, so that claims restate each other, stand in one paragraph and cite the same. */
const said = fc.constantFrom(
  'The ferry carries freight to Orsa at night.',
  'The ferry carries freight to Orsa at night, unless it rains.',
  'At night the ferry carries freight to Orsa.',
  'The pilot guards the northern quay; the ferry carries freight to Orsa at night.',
  'The pilot guards the northern quay.',
  'The tram has nine stops.',
  'Orsa has a harbour.',
);
const sources = [source('a'), source('b'), source('c', { retraction: { reason: null, at: null } }), null];
const cited = fc
  .record({
    number: fc.constantFrom(1, 2, 3, 4),
    state: fc.constantFrom('PROPOSED' as const, 'ACCEPTED' as const, 'REJECTED' as const),
    stance: fc.constantFrom('SUPPORTS' as const, 'SUPPORTS' as const, 'REFUTES' as const),
    note: fc.constantFrom(null, 'The report confirms this.'),
  })
  .map(({ number, ...parts }) => citation(number, { source: sources[number - 1]!, ...parts }));
const citations = fc.uniqueArray(cited, { maxLength: 3, selector: (each) => each.label });
const claims = fc.record({
  text: said,
  blockIndex: fc.nat(3),
  lede: fc.boolean(),
  citations,
}) satisfies fc.Arbitrary<ClaimParts>;

/** The claims that a change of one claim needs at hand: all that can be touched, and what is read to judge those. */
function atHand(read: Article, relations: ReadonlyMap<number, ClaimRelations>, changed: Claim): Set<number> {
  const groups = (claim: Claim): number[] => groupsOf(relations.get(claim.ordinal)!);
  const near = (from: readonly Claim[]): Claim[] =>
    read.claims.filter((claim) =>
      from.some(
        (each) => each.blockIndex === claim.blockIndex || groups(each).some((group) => groups(claim).includes(group)),
      ),
    );
  return new Set(near(near([changed])).map(({ ordinal }) => ordinal));
}

const facts = ({ rule, claim, message, remedy, fingerprint, severity, bearing }: Finding): unknown[] => [
  rule,
  claim,
  message,
  remedy,
  fingerprint,
  severity,
  bearing,
];
const sorted = (findings: readonly Finding[]): string[] => findings.map((f) => JSON.stringify(facts(f))).sort();

/** Judges what a change of one claim's citations touches, and holds the outcome beside that of judging all. */
function expectSame(parts: readonly ClaimParts[], pick: number, others: readonly Citation[]): void {
  const before = article(parts, { hasReferenceList: true });
  const index = pick % parts.length;
  const after = article(
    parts.map((part, i) => (i === index ? { ...part, citations: others } : part)),
    { hasReferenceList: true },
  );
  const former = judge(before);
  const full = judge(after);

  const relations = new Map(former.claims.map((claim) => [claim.ordinal, claim.relations]));
  expect(new Map(full.claims.map((claim) => [claim.ordinal, claim.relations]))).toEqual(relations);
  const changed = after.claims[index]!;
  const hand = atHand(after, relations, changed);
  const known: Known = { relations, totals: new ArticleView(after, options.now).totals };
  const groups = (claim: Claim): number[] => groupsOf(relations.get(claim.ordinal)!);
  const places = (claim: Claim | null): Place[] => {
    if (claim === null) return ['article'];
    if (claim.ordinal === changed.ordinal) return ['changed'];
    return [
      ...(claim.blockIndex === changed.blockIndex ? (['same paragraph'] as const) : []),
      ...(groups(claim).some((group) => groups(changed).includes(group)) ? (['restatement'] as const) : []),
    ];
  };
  const part = judgePart(
    { ...after, claims: after.claims.filter(({ ordinal }) => hand.has(ordinal)) },
    known,
    (meta, claim) => places(claim).some((place) => canTouch(meta, 'citations', place)),
    options,
  );

  const kept = former.findings.filter(({ rule, claim }) => !part.asked.get(claim)?.has(rule));
  const merged = [...kept, ...part.findings];
  expect(sorted(merged)).toEqual(sorted(full.findings));
  for (const claim of after.claims) {
    const own = merged.filter((finding) => finding.claim === claim.ordinal);
    const { standing, rank } = full.claims[claim.ordinal - 1]!;
    expect(standingAndRank(claim, own)).toEqual({ standing, rank });
  }
}

describe('judging again what a change touches', () => {
  it('gives what judging everything gives', () => {
    fc.assert(fc.property(fc.array(claims, { minLength: 2, maxLength: 10 }), fc.nat(), citations, expectSame), {
      numRuns: 500,
    });
  });

  it('gives the same where statements are made all over', () => {
    const many = fc.array(claims, { minLength: 2 * MOST_COMPARED, maxLength: 3 * MOST_COMPARED });
    fc.assert(fc.property(many, fc.nat(), citations, expectSame), { numRuns: 40 });
  });

  it.each<[readonly string[], Change, Place, boolean]>([
    [['claim'], 'citations', 'changed', false],
    [['claim', 'citations'], 'citations', 'changed', true],
    [['citations', 'restatements'], 'citations', 'restatement', true],
    [['claim', 'restatements'], 'citations', 'restatement', false],
    [['citations', 'paragraph'], 'citations', 'same paragraph', true],
    [['citations', 'paragraph'], 'sources', 'same paragraph', false],
    [['sources'], 'sources', 'changed', true],
    [['citations'], 'sources', 'changed', false],
    [['totals'], 'citations', 'article', true],
    [['markers'], 'citations', 'article', false],
  ])('a rule that reads %j is touched by a change of %s (%s): %s', (reads, change, place, touched) => {
    expect(canTouch({ reads: reads as never }, change, place)).toBe(touched);
  });
});
