import { buildSchema, getIntrospectionQuery, type GraphQLObjectType, parse } from 'graphql';
import { RequestError } from '../request-error.js';
import { countObjects, checkCost } from './cost.js';
import { checkDocumentLimits } from './document-limits.js';
import { LEAST_OBJECTS, type LeastObjects } from './least-objects.js';
import { deeperThan } from './json-depth.js';
import { LIMITS } from './limits.js';
import { nestsDeeperThan } from './nesting.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type PageInfo { endCursor: String }
  type Claim implements Node { id: ID! text: String! article: Article! citations: [Citation!]! claims(first: Int, last: Int): ClaimConnection! alike(first: Int, scope: Scope): ClaimConnection! }
  enum Scope { NEAR FAR }
  type ClaimEdge { cursor: String! node: Claim! }
  type ClaimConnection { edges: [ClaimEdge!]! pageInfo: PageInfo! }
  type Article implements Node { id: ID! title: String! }
  type Citation implements Node { id: ID! source: Source }
  type Source implements Node { id: ID! title: String }
  type BatchPayload { results: [Citation!]! userErrors: [Source!]! }
  input BatchInput { items: [ID!]! }
  type Mutation { batch(input: BatchInput!): BatchPayload }
  type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! claims(first: Int, last: Int): ClaimConnection! }
`);
(schema.getType('Claim') as GraphQLObjectType).getFields()['alike']!.extensions = {
  [LEAST_OBJECTS]: { scope: { FAR: 50 } } satisfies LeastObjects,
};

const objects = (source: string, variables: Record<string, unknown> = {}, operation?: string) =>
  countObjects(schema, parse(source), operation, variables);

/** Why the shape of a document is refused; null when it is not. */
function refusal(source: string): string | null {
  try {
    checkDocumentLimits(parse(source));
  } catch (error) {
    if (error instanceof RequestError && error.code === 'QUERY_TOO_LARGE') return error.message;
    throw error;
  }
  return null;
}

const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;

describe('the shape of a document', () => {
  it('may be what people and GraphiQL ask for', () => {
    expect(refusal(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).toBeNull();
    expect(refusal(nested(LIMITS.depth))).toBeNull();
  });

  it.each([
    ['too deep', nested(LIMITS.depth + 1), /16 levels of fields/],
    [
      'too deep through fragments',
      `{ ...F } fragment F on A { a ${nested(8)} ...G } fragment G on A { b { c ${nested(15)} } }`,
      /levels of fields/,
    ],
    ['too many aliases', `{ ${times(31, (i) => `a${i}: x`)} }`, /aliases|at the top/],
    ['too many aliases below', `{ q { ${times(31, (i) => `a${i}: x`)} } }`, /31 aliases; the limit is 30/],
    ['too many fields at the top', `{ ${times(21, (i) => `a${i}`)} }`, /21 fields at the top/],
    ['too many fields', `{ q { ${times(601, (i) => `a${i}`)} } }`, /602 fields/],
    ['one field again and again', `{ ${'x '.repeat(500)} }`, /"x" stands more than 10 times/],
    ['one fragment again and again', `{ ${'...F '.repeat(500)} } fragment F on A { x }`, /"...F" stands/],
    ['too many directives', `{ x ${'@include(if: true) '.repeat(6)} }`, /6 directives/],
    ['too many directives on a fragment', `{ ...F } fragment F on A ${'@a '.repeat(6)} { x }`, /6 directives/],
  ])('may not be %s', (_what, source, why) => expect(refusal(source)).toMatch(why));

  it('is measured without opening every fragment anew', () => {
    const steps = 25;
    const doubling = `{ q { ...F0 } } ${times(steps, (i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`)} fragment F${steps} on Q { x }`;
    const began = performance.now();
    expect(refusal(doubling)).toMatch(/a million or more fields/);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('leaves fragments that spread themselves to the rules of GraphQL', () => {
    expect(refusal('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBeNull();
  });
});

describe('the cost of an operation', () => {
  it('is the number of objects that it can bring back', () => {
    expect(objects('{ claims(first: 10) { edges { cursor node { text } } pageInfo { endCursor } } }')).toBe(10);
    expect(objects('{ claims { edges { node { text } } } }')).toBe(20);
    expect(objects('{ claims(last: 7) { edges { node { article { title } } } } }')).toBe(14);
    expect(objects('{ claims(first: 2) { edges { node { citations { source { title } } } } } }')).toBe(2 * (1 + 5 * 2));
    expect(objects('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(3);
  });

  it('multiplies pages within pages, through fragments and variables', () => {
    const source = `query ($n: Int, $m: Int = 30) { claims(first: $n) { edges { node { ...F } } } }
      fragment F on Claim { claims(first: $m) { edges { node { id } } } }`;
    expect(objects(source, { n: 100 })).toBe(100 * 31);
    expect(objects(source, { n: 100, m: 100 })).toBe(100 * 101);
    expect(objects(source, {})).toBe(20 * 31);
    expect(objects('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['a', 'b'] })).toBe(2);
  });

  it('takes a size that no page can have for a full page', () => {
    for (const first of ['-1', '1000000', '"x"']) {
      expect(objects(`{ claims(first: ${first}) { edges { node { id } } } }`)).toBe(100);
    }
  });

  it('counts a result for each item of a mutation, up to how many are done', () => {
    const batch =
      'mutation ($input: BatchInput!) { batch(input: $input) { results { source { id } } userErrors { id } } }';
    const literal = (items: string) => `mutation ($i: [ID!]!) { batch(input: { items: ${items} }) { results { id } } }`;
    expect(objects(batch, { input: { items: Array(30).fill('a') } })).toBe(1 + 30 * 2 + 5);
    expect(objects(batch, { input: { items: Array(10_000).fill('a') } })).toBe(1 + 100 * 2 + 5);
    expect([objects(literal('["a", "b"]')), objects(literal('$i'), { i: ['a', 'b', 'c'] })]).toEqual([3, 4]);
    expect([objects(batch, { input: null }), objects(batch, { input: { items: 7 } })]).toEqual([8, 8]);
  });

  it('is at least that of the work which an argument asks for, however it is given', () => {
    const alike = (args: string, variables = '') =>
      `query A${variables} { claims(first: 2) { edges { node { alike(${args}) { edges { node { id } } } } } } }`;
    expect(objects(alike('first: 0, scope: FAR'))).toBe(2 * 51);
    expect(objects(alike('first: 60, scope: FAR'))).toBe(2 * 61);
    expect(objects(alike('first: 0, scope: NEAR'))).toBe(2);
    const byVariable = alike('first: 0, scope: $s', '($s: Scope)');
    expect([objects(byVariable, { s: 'FAR' }), objects(byVariable, { s: null }), objects(byVariable)]).toEqual([
      102, 2, 2,
    ]);
    expect(objects(alike('first: 0, scope: $s', '($s: Scope = FAR)'))).toBe(102);
  });

  it('is that of the operation which is asked for', () => {
    const source = `query A { claims(first: 1) { edges { node { id } } } } query B { claims { edges { node { id } } } }`;
    expect([objects(source, {}, 'A'), objects(source, {}, 'B'), objects(source)]).toEqual([1, 20, 0]);
  });

  it('is refused over the limit, with advice', () => {
    const page = (n: number) =>
      `{ claims(first: 100) { edges { node { claims(first: ${n}) { edges { node { id } } } } } } }`;
    expect(() => checkCost(schema, parse(page(99)), null, {})).not.toThrow();
    expect(() => checkCost(schema, parse(page(100)), null, {})).toThrow(/10,100 objects.*smaller pages/);
  });

  it('is counted in time that does not grow with fragments that double', () => {
    const steps = 25;
    const source = `{ claims { edges { node { ...F0 } } } } ${times(steps, (i) => `fragment F${i} on Claim { ...F${i + 1} ...F${i + 1} }`)}
      fragment F${steps} on Claim { article { id } }`;
    const began = performance.now();
    expect(objects(source)).toBeGreaterThan(LIMITS.objects);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('the depth of variables', () => {
  it('is told without recursion', () => {
    expect(deeperThan({ a: [{ b: 1 }] }, 3)).toBe(false);
    expect(deeperThan({ a: [{ b: 1 }] }, 2)).toBe(true);
    expect(deeperThan('text', 0)).toBe(false);
    expect(deeperThan(null, 0)).toBe(false);
    expect(deeperThan(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), LIMITS.variablesDepth)).toBe(true);
  });
});

describe('the nesting of a document', () => {
  it('counts brackets, but none in strings and comments', () => {
    expect(nestsDeeperThan('{ a(b: [{ c: 1 }]) }', 4)).toBe(false);
    expect(nestsDeeperThan('{ a(b: [{ c: 1 }]) }', 3)).toBe(true);
    expect(nestsDeeperThan('{ a(b: "((([\\"[[", c: \"\"\"{{ \\\"\"\" {{\"\"\") # [[[[\n}', 2)).toBe(false);
    expect(nestsDeeperThan('{ a(b: "") { c { d } } }', 2)).toBe(true);
  });

  it.each([
    ['open brackets', '['.repeat(100_000)],
    ['quotes', '"'.repeat(100_000)],
    ['backslashes in a string', `"${'\\'.repeat(100_000)}`],
    ['an open block string of escapes', `\"\"\"${'\\\"\"\"'.repeat(25_000)}`],
    ['many block strings', '\"\"\" a '.repeat(15_001)],
  ])('is told at once of %s', (_what, source) => {
    const began = performance.now();
    nestsDeeperThan(source, LIMITS.nesting);
    expect(performance.now() - began).toBeLessThan(100);
  });
});
