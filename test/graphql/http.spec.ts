import type { InjectOptions } from 'fastify';
import { startApi, type TestApi } from './support/api.js';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startApi();
  token = await api.token(await api.db.workspace());
});
afterAll(() => api.close());

type Reply = {
  status: number;
  body: string;
  json: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
  headers: Record<string, unknown>;
};

/** One request with a token, unless its headers say otherwise. */
async function send(options: InjectOptions): Promise<Reply> {
  const response = await api.app.inject({
    url: '/graphql',
    method: 'POST',
    ...options,
    headers: { authorization: `Bearer ${token}`, ...options.headers },
  });
  let json: Reply['json'] = {};
  if (response.body !== '' && String(response.headers['content-type']).includes('json'))
    json = response.json<Reply['json']>();
  return { status: response.statusCode, body: response.body, json, headers: response.headers };
}

const code = ({ json }: Reply) => json.errors?.[0]?.extensions.code;
const post = (payload: unknown, headers = {}) =>
  send({
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });
const MODERN = { accept: 'application/graphql-response+json' };

describe('a call without a valid token', () => {
  it.each([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer obl_unknown_unknown_unknown' }],
    ['another scheme', { authorization: 'Basic YWJjOmRlZg==' }],
    ['an empty one', { authorization: 'Bearer ' }],
  ])('(%s) is refused before anything else is looked at', async (_what, headers) => {
    const bodies = [
      '{"query":"{__typename}"}',
      '{"query":"{ nope("}',
      'no JSON',
      '',
      '{"query":"{ __schema { types { name } } }"}',
    ];
    for (const payload of bodies) {
      const reply = await send({
        payload,
        headers: { authorization: '', 'content-type': 'application/json', ...headers },
      });
      expect([reply.status, code(reply)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(reply.json).not.toHaveProperty('data');
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer/);
    }
    const get = await send({
      method: 'GET',
      url: '/graphql?query={__typename}',
      headers: { authorization: '', ...headers },
    });
    expect(get.status).toBe(401);
  });

  it('is refused as the same, whatever was wrong with the token', async () => {
    const answers = await Promise.all(
      ['', 'Bearer x', 'Bearer obl_unknown_unknown_unknown'].map((authorization) =>
        post({ query: '{ __typename }' }, { authorization }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('is refused when the token was revoked or has expired', async () => {
    const viewer = await api.db.workspace('Another');
    for (const column of ['revoked_at', 'expires_at']) {
      const old = await api.token(viewer);
      await api.db.owner(`UPDATE api_token SET ${column} = now() - interval '1 s' WHERE workspace_id = $1`, [
        viewer.workspaceId,
      ]);
      expect((await post({ query: '{ __typename }' }, { authorization: `Bearer ${old}` })).status).toBe(401);
    }
  });
});

describe('the form of a request', () => {
  it('is refused with 405 for a mutation by GET, and for HEAD', async () => {
    const url = `/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    for (const headers of [{}, MODERN]) {
      const reply = await send({ method: 'GET', url, headers });
      expect([reply.status, code(reply)]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    }
    expect((await send({ method: 'HEAD', url })).status).toBe(405);
  });

  it('may have nulls in place of what is left out', async () => {
    const reply = await post({ query: '{ __typename }', variables: null, operationName: null, extensions: null });
    expect([reply.status, reply.json]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it.each([
    ['no JSON', '{"query":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['no query', {}],
    ['an empty query', { query: '' }],
    ['a query that is an object', { query: { a: 1 } }],
    ['variables in a list', { query: '{ __typename }', variables: [1] }],
    ['variables as text', { query: '{ __typename }', variables: 'x' }],
    ['extensions as text', { query: '{ __typename }', extensions: 'x' }],
    ['an operation name that is a number', { query: '{ __typename }', operationName: 1 }],
    ['several requests', [{ query: '{ __typename }' }, { query: '{ __typename }' }]],
    ['keys that reach for the prototype', '{"query":"{__typename}","variables":{"__proto__":{"x":1}}}'],
  ])('is refused with 400 for %s', async (_what, payload) => {
    const reply = await post(payload);
    expect([reply.status, code(reply)]).toEqual([400, 'BAD_REQUEST']);
    expect(reply.json).not.toHaveProperty('data');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    undefined,
  ])('is refused as %s, which a plain form of another site could send', async (type) => {
    const reply = await send({ payload: '{"query":"{__typename}"}', headers: { 'content-type': type ?? '' } });
    expect([reply.status, code(reply)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('may be a GET, for queries', async () => {
    const query = encodeURIComponent('query A($a: Boolean!) { __typename @include(if: $a) }');
    const reply = await send({
      method: 'GET',
      url: `/graphql?query=${query}&variables=${encodeURIComponent('{"a":true}')}&operationName=A`,
    });
    expect(reply.json).toEqual({ data: { __typename: 'Query' } });
    for (const variables of ['[1]', '{', '"x"']) {
      const bad = await send({
        method: 'GET',
        url: `/graphql?query=${query}&variables=${encodeURIComponent(variables)}`,
      });
      expect([bad.status, code(bad)]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  it('may be no HEAD, which would run what a GET may not', async () => {
    const reply = await send({ method: 'HEAD', url: '/graphql?query={__typename}' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, POST']);
  });

  it('runs the operation that is named, also when the document is asked for again and again', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    for (let i = 0; i < 8; i++) {
      for (const name of ['A', 'B']) {
        const reply = await post({ query, operationName: name });
        expect(reply.json.data).toEqual({ [name.toLowerCase()]: 'Query' });
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(code(await post({ query }, MODERN))).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('an answer', () => {
  it('is of the media type that the caller reads', async () => {
    expect((await post({ query: '{ __typename }' })).headers['content-type']).toBe('application/json; charset=utf-8');
    expect((await post({ query: '{ __typename }' }, MODERN)).headers['content-type']).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
  });

  it.each([
    ['{ nope', 'GRAPHQL_PARSE_FAILED'],
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($a: Boolean!) { __typename @include(if: $a) }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('to %s has no data, and a status for those who read it', async (query, expected) => {
    const [old, modern] = [await post({ query }), await post({ query }, MODERN)];
    expect([old.status, modern.status]).toEqual([200, 400]);
    for (const reply of [old, modern]) {
      expect(code(reply)).toBe(expected);
      expect(reply.json).not.toHaveProperty('data');
    }
  });

  it('names the place of an error with numbers as numbers', async () => {
    const { json } = await post({ query: '{ articles(first: 101) { edges { cursor } } }' });
    expect(json).toMatchObject({
      data: null,
      errors: [{ path: ['articles'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('cannot be framed, sniffed, kept or read by other sites', async () => {
    const { headers } = await post({ query: '{ __typename }' }, { origin: 'https://elsewhere.example' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('has the same headers whatever it answers, and wherever', async () => {
    const answers: [number, Reply][] = [
      [401, await send({ headers: { authorization: '' } })],
      [404, await send({ method: 'GET', url: '/nothing' })],
      [405, await send({ method: 'HEAD', url: '/graphql' })],
      [415, await send({ payload: 'x', headers: { 'content-type': 'text/plain' } })],
      [400, await post('no JSON')],
      [200, await send({ method: 'GET', url: '/healthz' })],
      [404, await send({ method: 'OPTIONS' })],
    ];
    for (const [status, { status: found, headers }] of answers) {
      expect([found, headers]).toEqual([
        status,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'same-origin',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        }),
      ]);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('pages beside the API', () => {
  it('say whether the server is up and ready, to anybody', async () => {
    for (const url of ['/healthz', '/readyz']) {
      const reply = await send({ method: 'GET', url, headers: { authorization: '' } });
      expect([reply.status, JSON.parse(reply.body)]).toEqual([
        200,
        { status: 'ok', ...(url === '/readyz' ? { rules: expect.stringMatching(/^[0-9a-f]{8}$/) } : {}) },
      ]);
    }
  });

  it('document each rule where the API says so', async () => {
    const { json } = await post({ query: '{ rules { id documentationUrl severity enabled } }' });
    const rules = (json.data as { rules: { id: string; documentationUrl: string }[] }).rules;
    expect(rules.length).toBeGreaterThan(20);
    for (const { id, documentationUrl } of rules) {
      const page = await send({ method: 'GET', url: new URL(documentationUrl).pathname });
      expect([page.status, page.body.includes(`# ${id}`)]).toEqual([200, true]);
    }
    expect((await send({ method: 'GET', url: '/docs/rules/..%2F..%2Fpackage.json' })).status).toBe(404);
  });

  it('let one try queries, with nothing loaded from elsewhere', async () => {
    const page = await send({ method: 'GET', headers: { authorization: '', accept: 'text/html,*/*' } });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).not.toMatch(/<(script|link|img)[^>]+(src|href)="?https?:/i);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self';.*connect-src 'self'/,
    );
    const files = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
    expect(files).toHaveLength(2);
    for (const url of [...files, '/graphiql/graphql.js']) {
      const file = await send({ method: 'GET', url, headers: { authorization: '' } });
      expect([url, file.status, file.body.length > 10_000]).toEqual([url, 200, true]);
    }
  });
});

describe('in production', () => {
  let production: TestApi;
  let own: string;
  beforeAll(async () => {
    production = await startApi({ NODE_ENV: 'production' });
    own = await production.token(await production.db.workspace());
  });
  afterAll(() => production.close());

  it('there is no introspection, no page, and no hint at names', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
      const { data, errors } = await production.ask(own, query);
      expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
    }
    const hint = await production.ask(own, '{ article(slugg: "x") { titel } }');
    expect(JSON.stringify(hint)).not.toMatch(/did you mean/i);
    expect(JSON.stringify(await api.ask(token, '{ articel { id } }'))).toMatch(/did you mean/i);
    const page = await production.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(401);
    expect((await production.app.inject({ url: '/graphiql/graphiql.js' })).statusCode).toBe(404);
  });
});
