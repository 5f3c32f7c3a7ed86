import fc from 'fast-check';
import { canTouch, type Change, type Place } from './again.js';
import { ArticleView, type Known } from './context.js';
import type { Comparison } from './comparison.js';
import { withComparison, type Article, type Citation, type Claim, type Reliability } from './evidence.js';
import { judgeArticle, judgePart, standingAndRank, type Finding, type Judgement } from './judge.js';
import { groupsOf, type ClaimRelations } from './relations.js';
import { createRuleset } from './ruleset.js';
import { article, citation, source, type ClaimParts } from './testing/builders.js';
import { compared, missing, quoteMatch, support } from './testing/comparisons.js';
import { MOST_COMPARED } from './text/restatements.js';

const NOW = new Date('2032-06-01T00:00:00Z');
const options = { ruleset: createRuleset(), now: NOW };
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
  'Harbour Press opened a pier in May 2032.',
  'The ferry will sail to Lund by March 2032.',
);
const rated = (reliability: Reliability | null) => ({ owner: 'Quay Holding', domains: [], reliability });
const sources = [
  source('a', { publisherRecord: rated('E') }),
  source('b', { publisherRecord: rated(null) }),
  source('c', { retraction: { reason: null, at: null }, publisherRecord: rated('B') }),
  null,
];
const comparisons: readonly Comparison[] = [
  { state: 'PENDING' },
  { state: 'NO_SNAPSHOT' },
  compared({ quotes: [quoteMatch('it sails daily')] }),
  compared({ quotes: [quoteMatch('it sails daily', { result: 'NOT_FOUND' })], support: support(0.05) }),
  compared({ figures: { stated: 1, missing: [missing('2032', { kind: 'YEAR' })] } }),
];
const cited = fc
  .record({
    number: fc.constantFrom(1, 2, 3, 4),
    state: fc.constantFrom('PROPOSED' as const, 'ACCEPTED' as const, 'REJECTED' as const),
    stance: fc.constantFrom('SUPPORTS' as const, 'SUPPORTS' as const, 'REFUTES' as const),
    note: fc.constantFrom(null, 'The report confirms this.', 'It does not mention the ferry.'),
    quote: fc.constantFrom(null, null, 'Report a', 'it sails daily'),
    directness: fc.constantFrom('UNKNOWN' as const, 'INDIRECT' as const, 'DIRECT' as const),
    comparison: fc.constantFrom<Comparison | null>(null, ...comparisons),
  })
  .map(({ number, comparison, ...parts }) => {
    const made = citation(number, { source: sources[number - 1]!, ...parts });
    return comparison ? withComparison(made, comparison) : made;
  });
const citations = fc.uniqueArray(cited, { maxLength: 3, selector: (each) => each.label });
const moments = fc.constantFrom(new Date('2031-01-01T00:00:00Z'), new Date('2032-05-20T00:00:00Z'));
const history = fc.record({ since: moments, writtenAt: moments, reviewedAt: fc.option(moments, { nil: null }) });
const claims = fc.record({
  text: said,
  blockIndex: fc.nat(3),
  lede: fc.boolean(),
  priority: fc.constantFrom('HIGH' as const, 'NORMAL' as const),
  valueState: fc.constantFrom(null, null, 'UNDISCLOSED' as const),
  history,
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
  const before = article(parts, { hasReferenceList: true, ratesPublishers: true });
  const index = pick % parts.length;
  const after = article(
    parts.map((part, i) => (i === index ? { ...part, citations: others } : part)),
    { hasReferenceList: true, ratesPublishers: true },
  );
  const former = judge(before);
  const full = judge(after);

  const relations = new Map(former.claims.map((claim) => [claim.ordinal, claim.relations]));
  expect(new Map(full.claims.map((claim) => [claim.ordinal, claim.relations]))).toEqual(relations);
  const changed = after.claims[index]!;
  const hand = atHand(after, relations, changed);
  const { totals, quotes } = new ArticleView(after, NOW);
  const known: Known = { relations, totals, quotes };
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
    (claim) => (meta) => places(claim).some((place) => canTouch(meta, 'citations', place)),
    options,
  );

  const kept = former.findings.filter(({ rule, claim }) => !part.asked.get(claim)?.has(rule));
  const merged = [...kept, ...part.findings];
  expect(sorted(merged)).toEqual(sorted(full.findings));
  for (const claim of after.claims) {
    const own = merged.filter((finding) => finding.claim === claim.ordinal);
    const { standing, rank, dueAt } = full.claims[claim.ordinal - 1]!;
    expect(standingAndRank(after, claim, own)).toEqual({ standing, rank });
    if (part.asked.has(claim.ordinal)) expect(part.dueAt.get(claim.ordinal) ?? null).toEqual(dueAt);
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

  it('as time goes on gives what judging everything gives, and nothing changes before it is due', () => {
    const later = fc.constantFrom(...[1, 40, 100, 400].map((days) => new Date(NOW.getTime() + days * 86_400_000)));
    fc.assert(
      fc.property(fc.array(claims, { minLength: 1, maxLength: 6 }), later, (parts, now) => {
        const read = article(parts, { hasReferenceList: true });
        const former = judge(read);
        const full = judgeArticle(read, { ...options, now });
        const relations = new Map(former.claims.map((claim) => [claim.ordinal, claim.relations]));
        const { totals, quotes } = new ArticleView(read, now);
        const due = new Set(former.claims.filter(({ dueAt }) => dueAt && dueAt <= now).map(({ ordinal }) => ordinal));
        const part = judgePart(
          read,
          { relations, totals, quotes },
          (claim) => (claim && due.has(claim.ordinal) ? (meta) => canTouch(meta, 'time', 'changed') : null),
          { ...options, now },
        );
        const kept = former.findings.filter(({ rule, claim }) => !part.asked.get(claim)?.has(rule));
        expect(sorted([...kept, ...part.findings])).toEqual(sorted(full.findings));
      }),
      { numRuns: 200 },
    );
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
    [['quotes'], 'citations', 'article', true],
    [['comparisons'], 'comparisons', 'changed', true],
    [['comparisons'], 'citations', 'changed', true],
    [['citations', 'restatements'], 'comparisons', 'restatement', false],
    [['citations', 'quotes'], 'comparisons', 'changed', false],
    [['claim', 'clock'], 'citations', 'same paragraph', true],
    [['claim', 'clock'], 'time', 'changed', true],
    [['claim', 'clock'], 'time', 'same paragraph', false],
    [['claim', 'citations'], 'time', 'changed', false],
    [['claim', 'history'], 'history', 'changed', true],
    [['claim', 'history'], 'history', 'restatement', false],
  ])('a rule that reads %j is touched by a change of %s (%s): %s', (reads, change, place, touched) => {
    expect(canTouch({ reads: reads as never }, change, place)).toBe(touched);
  });
});
