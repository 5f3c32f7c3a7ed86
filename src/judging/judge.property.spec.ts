import fc from 'fast-check';
import {
  BASES,
  BLOCK_KINDS,
  DIRECTNESSES,
  PRIORITIES,
  REVIEW_STATES,
  STANCES,
  UNSUPPORTED,
  VALUE_STATES,
  type Article,
} from './evidence.js';
import { judgeArticle } from './judge.js';
import { UNSUPPORTED_RANK_BELOW } from './rank.js';
import { createRuleset } from './ruleset.js';
import { article, citation, marker, reference, source, unknownSource, type ClaimParts } from './testing/builders.js';

const ruleset = createRuleset();
const judge = (read: Article) => judgeArticle(read, { ruleset, now: new Date(0) });

/** Odd on purpose: empty texts, lone surrogates, brackets, numbers, conditions, other scripts. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'The',
        'ferry',
        'Orsa',
        'not',
        'unless',
        '40',
        '$3bn',
        '2031',
        ',',
        ';',
        'while',
        'Myth:',
        ': ',
        '.',
        '(',
        '[1]',
        '"',
        'a',
      ),
      { maxLength: 25 },
    )
    .map((all) => all.join(' ')),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const sources = fc.constantFrom(
  null,
  source('a'),
  source('b', { url: 'http://[', doi: 'x', title: '' }),
  unknownSource(''),
  unknownSource('r', { retraction: { reason: null, at: null } }),
);
const citations = fc.record({
  number: fc.constantFrom(0, 1, 2, 7, 1e9, -1),
  stance: fc.constantFrom(...STANCES),
  directness: fc.constantFrom(...DIRECTNESSES),
  basis: fc.constantFrom(...BASES),
  state: fc.constantFrom(...REVIEW_STATES),
  source: sources,
  note: maybe(text),
  quote: maybe(text),
  locator: maybe(text),
});
const claims = fc.record({
  text,
  block: fc.constantFrom(...BLOCK_KINDS),
  blockIndex: fc.nat(4),
  section: maybe(fc.constantFrom('One', 'Two')),
  attribute: maybe(text),
  column: maybe(text),
  value: maybe(text),
  valueState: maybe(fc.constantFrom(...VALUE_STATES)),
  holes: fc.constantFrom([], [{ word: 'on', span: { start: 0, end: 2 } }]),
  tags: fc.constantFrom([], [{ kind: 'dubious', date: null, span: { start: 0, end: 2 } } as const]),
  checkable: fc.boolean(),
  priority: fc.constantFrom(...PRIORITIES),
  lede: fc.boolean(),
  evidenceNote: maybe(text),
  citations: fc.array(
    citations.map(({ number, ...parts }) => citation(number, parts)),
    { maxLength: 3 },
  ),
});
const articles = fc
  .record({
    claims: fc.array(claims, { maxLength: 12 }),
    title: text,
    language: fc.constantFrom('en', 'en-GB', 'de', '', null),
    titleSpan: fc.constant(null),
    hasReferenceList: fc.boolean(),
    references: fc.array(
      fc
        .record({
          number: fc.constantFrom(0, 1, 3, 1e9),
          label: fc.constantFrom('1', '3', 'note', ''),
          source: sources,
          text: maybe(text),
        })
        .map(({ number, ...parts }) => reference(number, parts)),
      { maxLength: 5 },
    ),
    markers: fc.array(fc.constantFrom(marker('[0]', { problem: 'zero' }), marker('[1]', { labels: ['1'] })), {
      maxLength: 3,
    }),
  })
  .map(({ claims: parts, ...rest }) => article(parts, rest));

describe('judging any article', () => {
  it('breaks no rule, is deterministic, and answers for every claim', () => {
    fc.assert(
      fc.property(articles, (read) => {
        const judgement = judge(read);
        expect(judgement.errored).toEqual([]);
        expect(judge(structuredClone(read))).toEqual(judgement);
        expect(judgement.claims.map(({ ordinal }) => ordinal)).toEqual(read.claims.map(({ ordinal }) => ordinal));
        for (const { standing, rank } of judgement.claims) {
          expect(rank < UNSUPPORTED_RANK_BELOW).toBe(UNSUPPORTED.includes(standing));
        }
        const fingerprints = judgement.findings.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        for (const { message, remedy } of judgement.findings) expect([message, remedy]).not.toContain('');
      }),
      { numRuns: 400 },
    );
  });
});

describe('judging a large article', () => {
  const nouns =
    'ferry pier pilot barge crane lock buoy cable tide depot ramp hull mast quay sluice tug winch keel'.split(' ');
  const verbs = 'carries lifts tows guards moves repairs paints counts closes opens'.split(' ');
  const pick = (from: readonly string[], seed: number) => from[seed % from.length]!;
  const sentence = (i: number): string =>
    `The ${pick(nouns, i)} of ${pick(nouns, i * 7 + 3)} number${i % 997} ${pick(verbs, i * 3)} the ${pick(nouns, i * 5 + 1)}${i % 4 === 0 ? ` ${i % 50} times` : ''}${i % 11 === 0 ? ' unless it rains' : ''}.`;

  /** Seconds of the processor that it may take: some ten times what a slow machine needs, and far less than all pairs would. */
  const SECONDS = 20;
  const judged = (read: Article): ReturnType<typeof judge> => {
    const started = process.cpuUsage();
    const judgement = judge(read);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(SECONDS);
    expect(judgement.errored).toEqual([]);
    return judgement;
  };
  it.each<[string, (i: number) => ClaimParts]>([
    ['different claims', (i) => ({ text: sentence(i), cites: [i % 40] })],
    ['equal claims', () => ({ text: 'The ferry carries freight to Orsa at night.', cites: [1] })],
    ['equal claims without a citation', () => ({ text: 'The ferry carries freight to Orsa at night.' })],
    ['one paragraph', (i) => ({ text: sentence(i), blockIndex: 1 })],
    [
      'cells of one table',
      (i) => ({
        text: `${i} tons`,
        block: 'CELL',
        attribute: `Row ${i >> 2}`,
        column: `Port ${i & 3}`,
        blockIndex: i >> 2,
      }),
    ],
    [
      'fields under one label',
      (i) => ({
        text: `Toll ${i} euros`,
        block: 'FIELD',
        attribute: 'Toll',
        value: `${i} euros`,
        valueState: 'PRESENT',
      }),
    ],
    [
      'many words in common',
      (i) => ({ text: `Orsa ferry pilots guard the northern quay number ${i} word${i} word${i + 1}.`, cites: [1, 2] }),
    ],
  ])(
    'of 20,000 %s is near-linear',
    (_, made) => {
      const read = article(Array.from({ length: 20_000 }, (__, i) => made(i)));
      expect(judged(read).claims.length).toBe(20_000);
    },
    120_000,
  );

  it('of one claim with 20,000 citations is near-linear', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => i + 1);
    const text = numbers.map((n) => `pier ${n}`).join(' ');
    const { findings } = judged(article([{ text, cites: numbers }], { references: [] }));
    expect(findings.filter(({ rule }) => rule === 'dangling-citation').length).toBe(20_000);
  }, 120_000);

  it('of 20,000 broken markers is near-linear', () => {
    const at = (i: number) => ({ start: i * 10, end: i * 10 + 10 });
    const claimsOfIt = Array.from({ length: 20_000 }, (_, i) => ({ text: sentence(i), span: at(i) }));
    const markers = claimsOfIt.map((_, i) => marker('[0]', { problem: 'zero', span: at(i) }));
    const { findings } = judged(article(claimsOfIt, { markers }));
    const broken = findings.filter(({ rule }) => rule === 'malformed-citation');
    expect(broken.map(({ claim }) => claim)).toEqual(claimsOfIt.map((_, i) => i + 1));
  }, 120_000);
});
