import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql';
import { Selection } from './selection.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Claim implements Node { id: ID! text: String! article: Article! findings(state: String = "OPEN"): [Finding!]! }
  type Article implements Node { id: ID! title: String! }
  type Finding implements Node { id: ID! message: String! }
  type Edge { node: Claim! }
  type Connection { edges: [Edge!]! }
  type Query { claims: Connection! }
`);

/** What a query asks of each claim. */
async function asked(source: string, variableValues?: Record<string, unknown>): Promise<Selection> {
  let selection: Selection | null = null;
  const rootValue = {
    claims: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      selection = Selection.of(info).under('edges')?.under('node') ?? null;
      return { edges: [] };
    },
  };
  const { errors } = await graphql({ schema, source, rootValue, variableValues });
  expect(errors).toBeUndefined();
  if (!selection) throw new Error('the query asks for no claim');
  return selection;
}

describe('a selection', () => {
  it('names the fields asked for, and those under them', async () => {
    const claim = await asked('{ claims { edges { node { text article { title } } } } }');
    expect(claim.names()).toEqual(['text', 'article']);
    expect(claim.under('article')?.names()).toEqual(['title']);
    expect(claim.under('findings')).toBeNull();
    expect(claim.under('text')).toBeNull();
  });

  it('puts aliases, fragments and repeated fields together', async () => {
    const claim = await asked(`
      query { claims { edges { node { a: article { id } ...F ... on Node { id ... on Article { title } } } } claims2: edges { node { text } } } }
      fragment F on Claim { b: article { title } ...G ...G }
      fragment G on Claim { findings { message } }
    `);
    expect(new Set(claim.names())).toEqual(new Set(['article', 'findings', 'id', 'text']));
    expect(claim.under('article')?.names()).toEqual(['id', 'title']);
  });

  it('heeds @skip and @include, with variables', async () => {
    const source = `query ($a: Boolean!, $b: Boolean = true) { claims { edges { node {
      id text @skip(if: $a) article @include(if: $b) { id } ... @include(if: false) { findings { id } } } } } }`;
    expect((await asked(source, { a: true })).names()).toEqual(['id', 'article']);
    expect((await asked(source, { a: false, b: false })).names()).toEqual(['id', 'text']);
  });

  it('gives the arguments of every place', async () => {
    const source = `query ($s: String) { claims { edges { node {
      findings { id } fixed: findings(state: $s) { id } none: findings(state: null) { id } } } } }`;
    const states = (await asked(source, { s: 'FIXED' })).argumentsOf('findings').map(({ state }) => state);
    expect(states).toEqual(['OPEN', 'FIXED', null]);
  });
});
