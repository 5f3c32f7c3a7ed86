import fc from 'fast-check';
import { BASES, DIRECTNESSES, REVIEW_STATES, STANCES, type Citation, type Standing } from './evidence.js';
import { standingOf, type StandingFinding } from './standing.js';
import { citation, source } from './testing/builders.js';

const sound = source('a');
const retracted = source('r', { retraction: { reason: null, at: null } });

const citations = fc.array(
  fc
    .record({
      stance: fc.constantFrom(...STANCES),
      directness: fc.constantFrom(...DIRECTNESSES),
      basis: fc.constantFrom(...BASES),
      state: fc.constantFrom(...REVIEW_STATES),
      source: fc.constantFrom(null, sound, retracted),
    })
    .map((parts) => citation(1, parts)),
  { maxLength: 4 },
);
const findings = fc.array(
  fc.record({
    rule: fc.constantFrom('contradicted', 'uncited-claim', 'single-source'),
    bearing: fc.constantFrom('MISSING' as const, 'WEAK' as const, null),
    waived: fc.boolean(),
  }),
  { maxLength: 4 },
);

/** What decides, as the conditions of the definition name it. */
interface Facts {
  checkable: boolean;
  usable: boolean;
  refutes: boolean;
  contradicted: boolean;
  missing: boolean;
  weak: boolean;
  looked: boolean;
}

function factsOf(checkable: boolean, cited: readonly Citation[], found: readonly StandingFinding[]): Facts {
  const usable = cited.filter(
    (c) => c.stance === 'SUPPORTS' && c.state !== 'REJECTED' && c.source !== null && c.source.retraction === null,
  );
  const open = found.filter((f) => !f.waived);
  return {
    checkable,
    usable: usable.length > 0,
    refutes: cited.some((c) => c.stance === 'REFUTES' && c.state !== 'REJECTED'),
    contradicted: open.some((f) => f.rule === 'contradicted'),
    missing: open.some((f) => f.bearing === 'MISSING'),
    weak: open.some((f) => f.bearing === 'WEAK'),
    looked: usable.some((c) => c.basis === 'MATCHED' || c.state === 'ACCEPTED'),
  };
}

/** Row by row: what must be so (true), must not (false), or does not matter (left out). The first row that fits holds. */
const TABLE: readonly (readonly [Partial<Facts>, Standing])[] = [
  [{ checkable: false }, 'NOT_CHECKABLE'],
  [{ contradicted: true, usable: false }, 'REFUTED'],
  [{ usable: true, refutes: true }, 'CONTESTED'],
  [{ missing: true }, 'MISSING'],
  [{ weak: true }, 'WEAK'],
  [{ usable: false }, 'WAIVED'],
  [{ usable: true, looked: false }, 'CITED'],
  [{}, 'ADEQUATE'],
];

function byTable(facts: Facts): Standing {
  const fits = ([wanted]: (typeof TABLE)[number]) =>
    Object.entries(wanted).every(([key, value]) => facts[key as keyof Facts] === value);
  return TABLE.find(fits)![1];
}

describe('standingOf', () => {
  it('is the first row of the table that holds, for any citations and findings', () => {
    const seen = new Set<Standing>();
    fc.assert(
      fc.property(fc.boolean(), citations, findings, (checkable, cited, found) => {
        const expected = byTable(factsOf(checkable, cited, found));
        seen.add(expected);
        expect(standingOf({ checkable, citations: cited }, found)).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
    expect(seen.size).toBe(TABLE.length);
  });

  it.each<[string, Standing, Citation[], StandingFinding[]]>([
    ['nothing found and a source named', 'CITED', [citation(1, { source: sound })], []],
    ['a quote matched', 'ADEQUATE', [citation(1, { source: sound, basis: 'MATCHED' })], []],
    ['a finding waived, and no source', 'WAIVED', [], [{ rule: 'uncited-claim', bearing: 'MISSING', waived: true }]],
    [
      'a note that bears nothing',
      'CITED',
      [citation(1, { source: sound })],
      [{ rule: 'single-source', bearing: null, waived: false }],
    ],
  ])('%s: %s', (_, standing, cited, found) => {
    expect(standingOf({ checkable: true, citations: cited }, found)).toBe(standing);
  });
});
