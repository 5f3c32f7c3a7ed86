import { jest } from '@jest/globals';
import type { Role } from '../../src/database/codes.js';
import { hashToken } from '../../src/auth/token.js';
import { SOCKET_LIMITS } from '../../src/graphql/socket/socket-limits.js';
import { id, mutationOf, openNewsroom, type ClaimRow, type Newsroom } from '../editing/support/newsroom.js';
import { until } from '../support/until.js';
import { connect, listen, open, type Result, type TestSocket } from './support/socket.js';
import { serverOn } from './support/api.js';

jest.setTimeout(120_000);

let room: Newsroom;
let url: string;
let claim: ClaimRow;

beforeAll(async () => {
  room = await openNewsroom();
  claim = await room.claim('Nobody was hurt', await room.import('ferry'));
  url = await listen(room.api.app);
});
afterAll(() => room.close());

const codes = ({ errors }: Result): string[] | undefined => errors?.map(({ extensions }) => extensions.code);
const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const comment = (text: string) => ({
  query: mutationOf('addComment', 'comment { id text } claim { version } userErrors { code }'),
  variables: { input: { claimId: claim.id, text } },
});
const keyed = (payload: object, idempotencyKey: unknown) => ({ ...payload, extensions: { idempotencyKey } });
const comments = async (text: string): Promise<number> =>
  (await room.rows('SELECT id FROM comment WHERE text = $1', [text])).length;

describe('who connects', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const host = (): string => new URL(url).host;

  it.each<[string, () => { headers?: Record<string, string>; payload?: object }, number | 'let in']>([
    ['with a token in connection_init', () => ({ payload: bearer(room.token) }), 'let in'],
    ['with a token in the request', () => ({ headers: bearer(room.token) }), 'let in'],
    ['with both', () => ({ headers: bearer('no-token'), payload: bearer(room.token) }), 'let in'],
    [
      'from a page of this server',
      () => ({ headers: { origin: `http://${host()}` }, payload: bearer(room.token) }),
      'let in',
    ],
    ['without a token', () => ({}), 4403],
    ['with one that is unknown', () => ({ payload: bearer('obl_no-token') }), 4403],
    ['with an unknown one before a good one', () => ({ headers: bearer(room.token), payload: bearer('x') }), 4403],
    ['with a token that is no text', () => ({ payload: { authorization: { $ne: '' } } }), 4403],
    [
      'from a page of another site',
      () => ({ headers: { origin: 'https://evil.example', ...bearer(room.token) } }),
      403,
    ],
    ['from a page of no site', () => ({ headers: { origin: 'null', ...bearer(room.token) } }), 403],
  ])('%s', async (_who, make, expected) => {
    const { headers = {}, payload } = make();
    const socket = await open(url, { headers });
    if (expected !== 403) socket.send({ type: 'connection_init', ...(payload ? { payload } : {}) });
    if (expected === 'let in') {
      await until('it is let in', () => Promise.resolve(socket.messages.length > 0));
      expect(await socket.ask({ query: '{ viewer { role } }' })).toEqual({ data: { viewer: { role: 'ADMIN' } } });
    } else expect((await socket.closed).code).toBe(expected);
    socket.ws.terminate();
  });

  it('elsewhere than at the path of the API, or in another protocol, is refused', async () => {
    expect((await (await open(url.replace('/graphql', '/healthz'))).closed).code).toBe(400);
    expect((await (await open(url, { protocol: 'graphql-ws' })).closed).code).toBe(1006);
  });

  it('and says nothing more is closed', async () => {
    const socket = await open(url);
    expect((await socket.closed).code).toBe(4408);
  });

  it('with much before the connection is known is closed', async () => {
    const socket = await open(url);
    socket.send({ type: 'connection_init', payload: { filler: 'x'.repeat(100_000) } });
    expect((await socket.closed).code).not.toBe(4403);
    expect(socket.messages).toEqual([]);
  });

  it.each<[Role, string | undefined]>([
    ['READER', 'FORBIDDEN'],
    ['CHECKER', undefined],
  ])('may do as a %s what that may', async (role, code) => {
    const socket = await connect(url, await room.api.token(room.viewer, role));
    expect(await socket.ask({ query: '{ viewer { role } }' })).toEqual({ data: { viewer: { role } } });
    expect(codes(await socket.ask(comment(`By a ${role}`)))?.[0]).toBe(code);
    socket.ws.close();
  });

  it.each(['revoked_at = now()', 'expires_at = now()'])('is closed once %s', async (what) => {
    const token = await room.api.token(room.viewer);
    const [idle, busy] = [await connect(url, token), await connect(url, token)];
    const { results } = idle.subscribe('subscription { summaryChanged { claims } }');
    await until('it is told', () => Promise.resolve(results.length > 0));
    await room.api.db.owner(`UPDATE api_token SET ${what} WHERE hash = $1`, [hashToken(token)]);
    const asking = setInterval(
      () => busy.send({ id: crypto.randomUUID(), type: 'subscribe', payload: { query: '{ rules { id } }' } }),
      100,
    );
    expect((await busy.closed).code).toBe(4403);
    clearInterval(asking);
    expect((await idle.closed).code).toBe(4403);
  });
});

describe('what holds over HTTP', () => {
  const page = (n: number): string => `(first: ${n}) { edges { node { __typename } } }`;
  const nested = `${'claims(first: 1) { edges { node { article { '.repeat(6)} id ${'} } } }'.repeat(6)}`;
  let socket: TestSocket;

  beforeAll(async () => {
    socket = await connect(url, room.token);
  });
  afterAll(() => socket.ws.close());

  it.each<[string, string, object]>([
    ['aliases', `{ ${times(101, (i) => `a${i}: __typename`)} }`, {}],
    ['pages', `{ ${times(80, (i) => `a${i}: claims${page(100)}`)} }`, {}],
    ['copies', `{ ${'__typename '.repeat(500)} }`, {}],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(50)} }`, {}],
    ['depth', `{ node(id: "x") { ... on Article { ${nested} } } }`, {}],
    ['cost', '{ articles(first: 100) { edges { node { claims(first: 100) { edges { node { id } } } } } } }', {}],
    ['tokens', `{${'a '.repeat(10_000)}}`, {}],
    ['length', `{ rules { id } } #${'x'.repeat(200_000)}`, {}],
    ['nesting', `{ node(id: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`, {}],
    [
      'doubling',
      `{ ...F0 } ${times(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { a: rules { id } }`,
      {},
    ],
    ['circles', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', {}],
    ['unknown fields', `{ ${times(15, (i) => `zz${i}`)} }`, {}],
    ['syntax', '{ rules { id }', {}],
    ['a tree for a document', '{"kind": "Document"}', {}],
    ['no document', '', {}],
    ['two operations', 'query A { rules { id } } query B { rules { id } }', {}],
    ['variables of the wrong type', 'query ($n: Int) { claims(first: $n) { pageInfo { endCursor } } }', { n: 'x' }],
    [
      'variables that are deep',
      'query ($v: JSON) { rules { id } }',
      { v: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) as object },
    ],
  ])('holds on the socket: %s', async (_what, query, variables) => {
    const http = await room.api.ask(room.token, query, variables as Record<string, unknown>);
    const result = await socket.ask({ query, variables });
    expect(http.errors).toBeDefined();
    expect(result.data).toBeUndefined();
    expect(result.errors).toEqual(http.errors);
  });

  it.each([
    ['depth', `subscription { claimChanged { claim { article { ${nested} } } } }`, 'QUERY_TOO_LARGE'],
    [
      'cost',
      'subscription { claimChanged { claim { article { claims(first: 100) { edges { node { restatements(first: 100) { edges { node { id } } } } } } } } } }',
      'QUERY_TOO_LARGE',
    ],
    ['aliases', `subscription { claimChanged { ${times(31, (i) => `a${i}: at`)} } }`, 'QUERY_TOO_LARGE'],
    ['tokens', `subscription {${'a '.repeat(10_000)}}`, 'GRAPHQL_PARSE_FAILED'],
    ['two fields', 'subscription { claimChanged { at } summaryChanged { claims } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['unknown fields', 'subscription { nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong argument', 'subscription { claimChanged(articleId: "x") { at } }', 'BAD_USER_INPUT'],
    ['a wrong cursor', 'subscription { claimChanged(after: "x") { at } }', 'BAD_USER_INPUT'],
  ])('holds for subscriptions: %s', async (_what, query, code) => {
    expect(codes(await socket.ask({ query }))?.[0]).toBe(code);
  });

  it('values may not name what they inherit from', async () => {
    const payload = '{"query": "{ rules { id } }", "variables": {"a": [{"__proto__": {"b": 1}}]}}';
    expect(codes(await socket.ask(JSON.parse(payload) as object))).toEqual(['BAD_REQUEST']);
    const response = await room.api.app.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('{ rules { id } }')}&variables=${encodeURIComponent('{"a": {"__proto__": {}}}')}`,
      headers: { authorization: `Bearer ${room.token}` },
    });
    expect(response.statusCode).toBe(400);
  });

  it('errors inside are masked, and told in the same form', async () => {
    const query = `{ rules { id } claims(first: 1) { edges { node { text } } } }`;
    await room.api.db.owner('REVOKE SELECT ON claim FROM obelus_app');
    const [http, result] = [await room.api.ask(room.token, query), await socket.ask<{ claims: null }>({ query })];
    await room.api.db.owner('GRANT SELECT ON claim TO obelus_app');
    expect(codes(result)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(result)).not.toMatch(/permission|claim_|SELECT/);
    const shape = ({ data, errors }: Result) => [data, errors?.map(({ path, extensions }) => [path, extensions.code])];
    expect(shape(result)).toEqual(shape(http));
  });

  it('a document that is asked for often is answered as before', async () => {
    const query = 'query ($n: Int!) { claims(first: $n) { edges { node { text } } } }';
    const first = await socket.ask({ query, variables: { n: 3 } });
    for (let i = 0; i < 10; i++) expect(await socket.ask({ query, variables: { n: 3 } })).toEqual(first);
  });

  it('in production, nobody looks into the schema', async () => {
    const app = await serverOn(room.api.db, { NODE_ENV: 'production' });
    const there = await connect(await listen(app), room.token);
    for (const query of [
      '{ __schema { types { name } } }',
      'subscription { summaryChanged { byStandin { count } } }',
    ]) {
      const { errors } = await there.ask({ query });
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(errors?.[0]?.message).not.toMatch(/did you mean/i);
    }
    await app.close();
    expect((await there.closed).code).toBe(1001);
  });

  it('is not turned round: a subscription needs a socket', async () => {
    const answer = await room.api.ask(room.token, 'subscription { claimChanged { at } }');
    expect([answer.data, codes(answer)]).toEqual([undefined, ['BAD_REQUEST']]);
    expect(answer.errors?.[0]?.message).toContain('WebSocket');
  });
});

describe('a mutation with a key, on sockets', () => {
  let socket: TestSocket;
  beforeAll(async () => {
    socket = await connect(url, room.token);
  });
  afterAll(() => socket.ws.close());

  const overHttp = async (payload: object, key: string) =>
    await room.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${room.token}`, accept: 'application/json', 'idempotency-key': key },
      payload,
    });

  it('that is sent 50 times at once has one effect, and one answer', async () => {
    const sockets = await Promise.all([1, 2, 3, 4, 5].map(() => connect(url, room.token)));
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        for (;;) {
          const { data, errors } = await sockets[i % 5]!.ask(keyed(comment('Fifty'), 'fifty'));
          if (!errors) return JSON.stringify(data);
          expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_IN_USE', retryAfterSeconds: 1 } }]);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
    expect([new Set(answers).size, await comments('Fifty')]).toEqual([1, 1]);
    for (const each of sockets) each.ws.close();
  });

  it('is answered again as it was, over either way', async () => {
    const first = await socket.ask(keyed(comment('Once'), 'once'));
    expect([first.errors, first.extensions]).toEqual([undefined, undefined]);
    const second = await socket.ask(keyed(comment('Once'), 'once'));
    expect(second).toEqual({ ...first, extensions: { idempotencyReplayed: true } });
    const http = await overHttp(comment('Once'), 'once');
    expect([http.headers['idempotency-replayed'], http.json()]).toEqual(['true', first]);

    const other = (await overHttp(comment('Twice'), 'twice')).json<object>();
    expect(await socket.ask(keyed(comment('Twice'), 'twice'))).toEqual({
      ...other,
      extensions: { idempotencyReplayed: true },
    });
    expect([await comments('Once'), await comments('Twice')]).toEqual([1, 1]);
  });

  it('is refused when it is another one, and when the key is none', async () => {
    await socket.ask(keyed(comment('The first'), 'reused'));
    expect(codes(await socket.ask(keyed(comment('The second'), 'reused')))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    for (const key of ['', 'with space', 7, null]) {
      expect(codes(await socket.ask(keyed(comment('No key'), key)))).toEqual(['BAD_REQUEST']);
    }
    expect([await comments('The second'), await comments('No key')]).toEqual([0, 0]);
  });

  it('is tried again when nothing was done', async () => {
    const reader = await connect(url, await room.api.token(room.viewer, 'READER'));
    expect(codes(await reader.ask(keyed(comment('Forbidden'), 'forbidden')))).toEqual(['FORBIDDEN']);
    expect((await socket.ask(keyed(comment('Forbidden'), 'forbidden'))).errors).toBeUndefined();
    reader.ws.close();
  });

  it('queries pay it no heed', async () => {
    for (const key of ['query', 'query', 'not a key']) {
      expect(await socket.ask(keyed({ query: '{ viewer { role } }' }, key))).toEqual({
        data: { viewer: { role: 'ADMIN' } },
      });
    }
  });
});

describe('a connection', () => {
  it('has so many operations at once', async () => {
    const socket = await connect(url, room.token);
    const subscription = 'subscription { claimChanged { at } }';
    for (let i = 0; i < SOCKET_LIMITS.operations; i++) socket.subscribe(subscription);
    expect(codes(await socket.ask({ query: subscription }))).toEqual(['TOO_MANY_REQUESTS']);
    socket.send({ id: 'subscription-0', type: 'complete' });
    expect(await socket.ask({ query: '{ viewer { role } }' })).toEqual({ data: { viewer: { role: 'ADMIN' } } });
    socket.ws.close();
  });

  it('takes an article of those who may import, and from others no more than 1 MiB', async () => {
    const content = `Trams\n\n${'Trams run at night. '.repeat(100)}\n${' '.repeat(2_000_000)}\n`;
    const importing = {
      query: mutationOf('importArticle', 'userErrors { code }'),
      variables: { input: { slug: 'long', content, format: 'TEXT' } },
    };
    const editor = await connect(url, await room.api.token(room.viewer, 'EDITOR'));
    expect(await editor.ask(importing)).toEqual({
      data: { importArticle: { userErrors: [] } },
    });
    const reader = await connect(url, await room.api.token(room.viewer, 'READER'));
    reader.send({ id: 'big', type: 'subscribe', payload: importing });
    expect((await reader.closed).code).not.toBe(1000);
    expect(reader.messages.some(({ id: of }) => of === 'big')).toBe(false);
    editor.ws.close();
  });

  it('that does not read is closed, and leaves nothing behind', async () => {
    const [sourceId, big] = [crypto.randomUUID(), 'x'.repeat(1_000_000)];
    await room.api.db.owner(
      `INSERT INTO source (workspace_id, id, key, title, title_start, csl) VALUES ($1, $2, 'big', 'Big', 'Big', jsonb_build_object('note', $3::text))`,
      [room.viewer.workspaceId, sourceId, big],
    );
    const query = `query ($id: ID!) { ${times(10, (i) => `a${i}: node(id: $id) { ... on Source { csl } }`)} }`;
    const socket = await connect(url, room.token);
    socket.ws.pause();
    for (let i = 0; i < 10; i++) {
      socket.send({ id: `big-${i}`, type: 'subscribe', payload: { query, variables: { id: id('Source', sourceId) } } });
    }
    // The server gives it up though it hears nothing; what the network held already can still be read.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    socket.ws.resume();
    expect([1006, 1013]).toContain((await socket.closed).code);
    expect(socket.messages.filter(({ type }) => type === 'next').length).toBeLessThan(10);
  });

  it('answers pings of both kinds', async () => {
    const socket = await connect(url, room.token);
    const pong = new Promise((resolve) => socket.ws.once('pong', (data: Buffer) => resolve(data.toString())));
    socket.ws.ping('there?');
    expect(await pong).toBe('there?');
    socket.send({ type: 'ping', payload: { n: 1 } });
    await until('it answers', () =>
      Promise.resolve(
        socket.messages.some(({ type, payload }) => type === 'pong' && JSON.stringify(payload) === '{"n":1}'),
      ),
    );
    socket.ws.close();
  });

  it('at the end of the server hears its last answer, then goodbye', async () => {
    const app = await serverOn(room.api.db);
    const there = await listen(app);
    const [socket, silent] = [await connect(there, room.token), await connect(there, room.token)];
    silent.ws.pause();
    socket.subscribe('subscription { claimChanged { at } }');
    const answered = socket.ask(comment('The last'));
    await until('it has begun', async () => (await comments('The last')) > 0);
    await app.close();
    expect((await answered).errors).toBeUndefined();
    expect(await socket.closed).toEqual({ code: 1001, reason: 'The server is shutting down' });
    silent.ws.terminate();
  });
});
