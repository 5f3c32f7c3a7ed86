import { startApi, type Answer, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startApi({}, { statementTimeoutMs: 400 });
  const viewer = await api.db.workspace();
  token = await api.token(viewer);
  await generateArticle(api.db, viewer, 'trams', 30);
});
afterAll(() => api.close());

const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const code = ({ errors }: Answer) => errors?.[0]?.extensions.code;

describe('a request that asks for too much', () => {
  const page = (n: number) => `(first: ${n}) { edges { node { __typename } } }`;
  it.each([
    ['aliases', `{ ${times(101, (i) => `a${i}: __typename`)} }`],
    ['aliases of pages', `{ ${times(80, (i) => `a${i}: claims${page(100)}`)} }`],
    ['copies of a field', `{ ${'__typename '.repeat(500)} }`],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(50)} }`],
    [
      'depth',
      `{ ${'claims(first: 1) { edges { node { article { '.repeat(10)} id ${'} } } }'.repeat(10)} }`.replace(
        /article \{/,
        'article {',
      ),
    ],
    [
      'pages within pages',
      '{ articles(first: 100) { edges { node { claims(first: 100) { edges { node { id } } } } } } }',
    ],
    [
      'fragments that double',
      `{ ...F0 } ${times(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { a: rules { id } }`,
    ],
    [
      'searches that bring nothing',
      `{ claims(first: 100) { edges { node { ${['a', 'b'].map((each) => `${each}: restatements(first: 0, scope: OTHER_ARTICLES) { edges { cursor } }`).join(' ')} } } } }`,
    ],
    ['brackets', `{ node(id: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`],
    ['levels', `${'{ a '.repeat(20_000)}${'}'.repeat(20_000)}`],
  ])('(%s) is refused before it runs, at once', async (_what, query) => {
    const began = performance.now();
    const seen = await api.statements(async () => {
      const answer = await api.ask(token, query);
      expect([answer.data, code(answer)]).toEqual([undefined, 'QUERY_TOO_LARGE']);
    });
    expect(seen.filter((sql) => !/find_token|touch_token/.test(sql))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('is refused as well when its pages are sized by variables', async () => {
    const query = `query ($n: Int = 100, $m: Int!) { articles(first: $n) { edges { node { claims(first: $m) { edges { node { id } } } } } } }`;
    for (let i = 0; i < 6; i++) {
      expect(code(await api.ask(token, query, { m: 100 }))).toBe('QUERY_TOO_LARGE');
      expect((await api.ask(token, query, { n: 3, m: 3 })).errors).toBeUndefined();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });

  it('in its number of tokens is not even parsed to the end', async () => {
    const answer = await api.ask(token, `{ ${'a '.repeat(40_000)} }`);
    expect([answer.data, code(answer)]).toEqual([undefined, 'GRAPHQL_PARSE_FAILED']);
  });

  it('in the length of its query is refused with 413, however large its body may be', async () => {
    const answer = await api.ask(token, `{ __typename # ${'x'.repeat(12_000_000)}\n}`);
    expect([answer.status, code(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('in its body is refused with 413', async () => {
    const answer = await api.ask(token, '{ __typename }', { a: 'x'.repeat(31 * 1024 * 1024) });
    expect([answer.status, code(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('in the depth of its variables is refused, without a stack that overflows', async () => {
    const payload = `{"query":"query ($f: ClaimFilter) { claims(filter: $f) { edges { cursor } } }","variables":{"f":${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}}}`;
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload,
    });
    expect(response.json<Answer>()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }] });
  });

  it('as a syntax tree in JSON, past the limit on tokens, is no GraphQL document', async () => {
    const tree = { kind: 'Document', definitions: [] };
    for (const query of [JSON.stringify(tree), ` ${JSON.stringify([tree])}`, '{}', '5', 'null', '"x"']) {
      expect(code(await api.ask(token, query))).toBe('GRAPHQL_PARSE_FAILED');
    }
  });

  it('and makes many mistakes is told a few of them', async () => {
    const answer = await api.ask(token, `{ ${times(19, (i) => `x${i}`)} rules { ${times(100, (i) => `y${i}`)} } }`);
    expect(answer.errors?.length).toBeLessThanOrEqual(21);
  });
});

describe('an argument that can never be right', () => {
  const roots = [
    'articles',
    'claims',
    'unsupportedClaims',
    'sources',
    'missingReferences',
    'findings',
    'publishers',
    'members',
  ];
  const bad = [
    'first: -1',
    'last: -1',
    'first: 101',
    'first: 1000000',
    'first: 2, last: 2',
    'after: "!!"',
    'before: "WyJ4Il0"',
    'first: 2, after: ""',
  ];
  it.each(roots.flatMap((root) => bad.map((argument) => [root, argument] as const)))(
    '%s(%s) says so',
    async (root, argument) => {
      const answer = await api.ask(token, `{ ${root}(${argument}) { edges { cursor } } }`);
      expect([answer.status, code(answer)]).toEqual([200, 'BAD_USER_INPUT']);
      expect(answer.data).toBeNull();
    },
  );

  it('in a filter says where', async () => {
    const ask = async (filter: string) =>
      (await api.ask(token, `{ claims(filter: ${filter}) { edges { cursor } } }`)).errors?.[0];
    expect(await ask('{ articleIds: ["x"] }')).toMatchObject({
      message: 'filter.articleIds.0: not the id of an Article; take ids from answers of this API',
      extensions: { code: 'BAD_USER_INPUT', argument: ['filter', 'articleIds', '0'] },
    });
    expect(await ask('{ not: { not: { not: { not: { checkable: true } } } } }')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await ask(`{ or: [${times(21, () => '{ checkable: true }')}] }`)).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  const hostile = [
    "' OR '1'='1",
    "'; SELECT pg_sleep(3)--",
    '\u0000',
    '%',
    '\\',
    '../../etc/passwd',
    '\ud800',
    'x'.repeat(50_000),
  ].map((text) => [text.slice(0, 30), text] as const);
  it.each(hostile)('as hostile text (%j) is harmless everywhere', async (_start, text) => {
    const value = JSON.stringify(text);
    for (const query of [
      `{ node(id: ${value}) { id } }`,
      `{ article(slug: ${value}) { id } }`,
      `{ article(id: ${value}) { id } }`,
      `{ claims(filter: { text: ${value} }) { edges { cursor } } }`,
      `{ claims(filter: { section: ${value}, desk: ${value}, rules: [${value}] }) { edges { cursor } } }`,
      `{ sources(filter: { text: ${value} }) { edges { cursor } } }`,
      `{ articles(filter: { title: ${value}, desk: ${value} }) { edges { cursor } } }`,
      `{ findings(filter: { rules: [${value}] }) { edges { cursor } } }`,
      `{ evidenceSummary(filter: { desk: ${value} }) { claims } }`,
      `{ claims(after: ${value}) { edges { cursor } } }`,
    ]) {
      const answer = await api.ask(token, query);
      expect(answer.status).toBeLessThan(500);
      expect([undefined, 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'PAYLOAD_TOO_LARGE']).toContain(code(answer));
    }
  });
});

describe('a statement that runs too long', () => {
  it('is told with advice, and the server goes on', async () => {
    await api.db.owner(
      'CREATE OR REPLACE FUNCTION search_sources(part text, at_most integer) RETURNS SETOF uuid LANGUAGE sql VOLATILE AS $$ SELECT pg_sleep(5); SELECT NULL::uuid $$',
    );
    const answer = await api.ask(token, '{ sources(filter: { text: "trams" }) { edges { cursor } } }');
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/Narrow it with a filter/) as string,
      extensions: { code: 'QUERY_TIMEOUT' },
    });
    expect((await api.ask(token, '{ claims { edges { cursor } } }')).errors).toBeUndefined();
  });
});
