import type { ClaimFilter } from '../claims/claim-filter.type.js';
import { toGlobalId } from '../graphql/global-id.js';
import { Parameters } from '../graphql/keyset.js';
import { RequestError } from '../graphql/request-error.js';
import { claimConditions } from './claim-filter.js';

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** The SQL with its white space folded, and the values. */
function built(filter: ClaimFilter): { sql: string; tested: string; tried: number | null; values: unknown[] } {
  const parameters = new Parameters();
  parameters.add('workspace');
  const { found, tested, tried } = claimConditions(filter, parameters);
  const joined = (conditions: readonly string[]): string => conditions.join(' AND ').replace(/\s+/g, ' ');
  return { sql: joined(found), tested: joined(tested), tried, values: parameters.values.slice(1) };
}

function refusal(filter: ClaimFilter): string {
  try {
    built(filter);
  } catch (error) {
    if (error instanceof RequestError && error.code === 'BAD_USER_INPUT') return error.message;
    throw error;
  }
  return 'taken';
}

/** A filter that says everything that can be said, in two terms each. */
const everything: ClaimFilter = {
  articleIds: [toGlobalId('Article', UUID)],
  standings: ['MISSING', 'WEAK'],
  rules: ['uncited-claim'],
  severities: ['ERROR'],
  blocks: ['CELL'],
  valueStates: ['BLANK'],
  checkable: true,
  priority: ['HIGH'],
  sourceId: toGlobalId('Source', UUID),
  citedNumber: 4,
  publisherId: toGlobalId('Publisher', UUID),
  text: "tram's",
  assignee: toGlobalId('Member', UUID),
  unassigned: false,
  section: 'Costs',
  desk: 'City',
  bases: ['ASSERTED'],
  reviewStates: ['PROPOSED'],
  waived: false,
  changedSince: new Date(0),
};

describe('the conditions of a claim filter', () => {
  it('are none for an empty filter', () => {
    expect(built({})).toEqual({ sql: '', tested: '', tried: null, values: [] });
    expect(claimConditions(null, new Parameters())).toEqual({ found: [], tested: [], tried: null, byValue: false });
  });

  it('hold every value of the caller as a parameter', () => {
    const { sql, values } = built(everything);
    expect(values).toHaveLength(17);
    expect(new Set(sql.match(/\$\d+/g))).toEqual(new Set(Array.from({ length: 18 }, (_, i) => `$${i + 1}`)));
    for (const word of ['tram', 'Costs', 'City', 'uncited']) expect(sql).not.toContain(word);
  });

  it('put what is said about citations on one citation, and about findings on one finding', () => {
    const { sql } = built(everything);
    expect(sql.match(/FROM citation/g)).toHaveLength(1);
    expect(sql.match(/FROM finding/g)).toHaveLength(2);
    expect(built({ sourceId: toGlobalId('Source', UUID) }).sql).not.toContain('JOIN source fs');
  });

  it('join and, or, not', () => {
    expect(built({ and: [{ checkable: true }, { citedNumber: 1 }] }).sql).toMatch(/^\(c\.checkable\) AND \(EXISTS/);
    expect(built({ or: [{ checkable: true }, { unassigned: true }] }).sql).toBe(
      '((c.checkable) OR (c.assignee_id IS NULL))',
    );
    expect(built({ checkable: true, not: { checkable: false, unassigned: true } }).sql).toBe(
      'c.checkable AND NOT (NOT c.checkable AND c.assignee_id IS NULL)',
    );
    expect(built({ not: {} }).sql).toBe('NOT TRUE');
  });

  it('look up words and desks by an index, or test a claim, with the same values', () => {
    const filter: ClaimFilter = { text: 'trams', not: { or: [{ desk: 'City' }, { checkable: true }] } };
    const { sql, tested, values } = built(filter);
    expect(values).toEqual(['trams', 'City']);
    for (const each of [sql, tested]) expect(new Set(each.match(/\$\d+/g))).toEqual(new Set(['$1', '$2', '$3']));
    expect(sql).toMatch(/search_claims\(\$2.* AND NOT \(\(\(c\.article_id IN .* OR \(c\.checkable\)\)\)$/);
    expect(tested).not.toMatch(/search_claims|c\.article_id IN/);
    expect(tested).toMatch(
      / AND NOT \(\(\(coalesce\(\(SELECT true FROM article .*, false\)\) OR \(c\.checkable\)\)\)$/,
    );
  });

  it('try claims for words, wherever those stand in the filter, and are planned for each word, desk and rule', () => {
    const way = (filter: ClaimFilter): [boolean, boolean] => {
      const { tried, byValue } = claimConditions(filter, new Parameters());
      return [tried !== null, byValue];
    };
    expect(way({ checkable: true, sourceId: toGlobalId('Source', UUID) })).toEqual([false, false]);
    for (const found of [{ rules: ['uncited-claim'] }, { severities: ['NOTE'] }, { waived: false }] as const)
      expect(way({ or: [{ checkable: true }, { not: found as ClaimFilter }] })).toEqual([false, true]);
    expect(way({ desk: 'City' })).toEqual([false, true]);
    expect(way({ and: [{ checkable: true }, { not: { text: 'trams' } }] })).toEqual([true, true]);
  });

  it('test a claim without what could become a join of all, with the same values', () => {
    const { sql, tested, values } = built(everything);
    expect(new Set(tested.match(/\$\d+/g))).toEqual(
      new Set(Array.from({ length: values.length + 1 }, (_, i) => `$${i + 1}`)),
    );
    expect(tested).not.toMatch(/EXISTS| IN \(/);
    const each = { rules: ['a', 'b'], severities: ['NOTE'], waived: false, section: 'Costs' } as const;
    const { sql: found, tested: test } = built({ ...each, rules: [...each.rules], severities: [...each.severities] });
    expect(found.match(/EXISTS \(SELECT FROM/g)).toHaveLength(3);
    expect(found).toMatch(
      /^\(coalesce\(\(SELECT true FROM finding .*claim_id IS NOT NULL .* LIMIT 1\), false\) AND EXISTS/,
    );
    expect(test.match(/coalesce\(\(SELECT true FROM .*? LIMIT 1\), false\)/g)).toHaveLength(3);
    expect(found).toContain(' AND NOT EXISTS (');
    expect(test).toContain(' AND NOT coalesce(');
    expect(sql).toBe(tested);
  });

  it('test the claims of some articles, or of somebody, and none else', () => {
    for (const narrow of [{ articleIds: [toGlobalId('Article', UUID)] }, { assignee: toGlobalId('Member', UUID) }]) {
      const { sql, tested, tried } = built({ ...narrow, text: 'trams' });
      expect([sql, tried]).toEqual([tested, null]);
      expect(sql).not.toContain('search_claims');
    }
  });

  it('are refused beyond 20 terms, whatever the level', () => {
    expect(refusal(everything)).toBe('taken');
    expect(refusal({ ...everything, and: [{ checkable: true }] })).toMatch(/^filter\.and\.0: more than 20 conditions/);
    const flat = (count: number): ClaimFilter => ({ or: Array.from({ length: count }, () => ({ checkable: true })) });
    expect(refusal(flat(20))).toBe('taken');
    expect(refusal(flat(21))).toMatch(/more than 20 conditions/);
  });

  it('are refused beyond 4 levels', () => {
    const nested = (levels: number): ClaimFilter => (levels === 1 ? { checkable: true } : { not: nested(levels - 1) });
    expect(refusal(nested(4))).toBe('taken');
    expect(refusal(nested(5))).toBe('filter.not.not.not.not: more than 4 levels of and, or, not; write it flatter');
  });

  it('say where a value is wrong, and what to do', () => {
    expect(refusal({ articleIds: ['x'] })).toMatch(/^filter\.articleIds\.0: not the id of an Article/);
    expect(refusal({ or: [{ sourceId: toGlobalId('Article', UUID) }] })).toMatch(/^filter\.or\.0\.sourceId: /);
    expect(refusal({ standings: [] })).toMatch(/^filter\.standings: the list is empty/);
    expect(refusal({ or: [] })).toMatch(/^filter\.or: the list is empty/);
    expect(refusal({ rules: Array.from({ length: 101 }, () => 'a') })).toMatch(/^filter\.rules: 101 values/);
    expect(refusal({ text: ' ' })).toMatch(/^filter\.text: is empty/);
    expect(refusal({ section: 'a\0b' })).toMatch(/^filter\.section: holds a NUL/);
  });
});
