import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { startApi, type TestApi } from '../graphql/support/api.js';
import { connect, listen } from '../graphql/support/socket.js';

jest.setTimeout(60_000);

const QUERY = '{ articles(first: 50) { edges { node { id } } } }';
/** A request, and an object for each of its rows. */
const COST = 20 + 50;
let api: TestApi;

beforeAll(async () => {
  api = await startApi(
    { OBELUS_RATE_LIMIT_TOKEN: String(4 * COST), OBELUS_RATE_LIMIT_ADDRESS: String(1000 * COST) },
    { entities: ENTITIES },
  );
});
afterAll(() => api.close());

const ask = (token: string, query = QUERY, headers = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}`, ...headers },
    payload: { query },
  });
type Body = { data?: unknown; errors?: { extensions: { code: string; retryAfterSeconds: number } }[] };

it('a token asks for so much, is told what is left, and then when to ask again', async () => {
  const token = await api.token(await api.db.workspace());
  const lefts: number[] = [];
  for (let i = 0; i < 4; i++) {
    const { statusCode, headers } = await ask(token);
    expect([statusCode, headers['ratelimit-policy']]).toEqual([200, `"token";q=280;w=60, "address";q=70000;w=60`]);
    lefts.push(Number(/"token";r=(\d+);t=\d+/.exec(String(headers['ratelimit']))![1]));
  }
  // Some flows in while it asks.
  for (const [i, left] of lefts.entries()) expect(Math.abs(left - (3 - i) * COST)).toBeLessThan(20);
  const refused = await ask(token);
  const body = refused.json<Body>();
  expect([refused.statusCode, body.data, body.errors![0]!.extensions.code]).toEqual([
    429,
    undefined,
    'TOO_MANY_REQUESTS',
  ]);
  expect(Number(refused.headers['retry-after'])).toBe(body.errors![0]!.extensions.retryAfterSeconds);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(await api.token(await api.db.workspace()))).statusCode).toBe(200);
});

it('what a query may bring back is what it costs', async () => {
  const token = await api.token(await api.db.workspace());
  expect(
    (await ask(token, '{ articles(first: 100) { edges { node { id claims(first: 2) { edges { node { id } } } } } } }'))
      .statusCode,
  ).toBe(200);
  expect((await ask(token, QUERY)).statusCode).toBe(429);
});

it('a mutation that was refused for it is done when it is sent again with its key', async () => {
  const viewer = await api.db.workspace();
  const token = await api.token(viewer);
  for (let i = 0; i < 4; i++) await ask(token);
  const mutation = 'mutation { createToken(input: { name: "again" }) { token { id } } }';
  const key = { 'idempotency-key': 'again' };
  expect((await ask(token, mutation, key)).statusCode).toBe(429);
  await new Promise((resolve) => setTimeout(resolve, 7_000));
  const done = await ask(token, mutation, key);
  expect([done.statusCode, done.headers['idempotency-replayed']]).toEqual([200, undefined]);
});

it('holds for sockets, out of the same bucket', async () => {
  const token = await api.token(await api.db.workspace());
  const socket = await connect(await listen(api.app), token);
  for (let i = 0; i < 2; i++) expect((await socket.ask({ query: QUERY })).errors).toBeUndefined();
  for (let i = 0; i < 2; i++) expect((await ask(token)).statusCode).toBe(200);
  for (const query of [QUERY, 'subscription { summaryChanged { claims } }']) {
    const { errors } = await socket.ask({ query });
    expect(errors).toMatchObject([
      { extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: expect.any(Number) } },
    ]);
  }
  socket.ws.terminate();
});

describe('an address', () => {
  let small: TestApi;
  beforeAll(async () => {
    small = await startApi({
      OBELUS_RATE_LIMIT_TOKEN: '0',
      OBELUS_RATE_LIMIT_ADDRESS: '100',
      OBELUS_TRUSTED_PROXIES: '127.0.0.1',
      OBELUS_LOG_LEVEL: 'warn',
    });
  });
  afterAll(() => small.close());
  const from = (address: string, token: string | null) =>
    small.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-forwarded-for': address, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      payload: { query: '{ __typename }' },
    });

  it('is that which a trusted proxy names, and is limited before anybody is known', async () => {
    for (let i = 0; i < 5; i++) expect((await from('203.0.113.1', null)).statusCode).toBe(401);
    const refused = await from('203.0.113.1', null);
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await from('203.0.113.2', null)).statusCode).toBe(401);
  });

  it('that fails to sign in is in the log, with the reason and without what it sent', async () => {
    const written: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
    );
    await from('203.0.113.7', null);
    await from('203.0.113.7', 'obl_a-token-that-nobody-has');
    for (const spy of spies) spy.mockRestore();
    const log = written.join('');
    expect(log).toContain('sign-in from 203.0.113.7 failed: no token');
    expect(log).toContain('sign-in from 203.0.113.7 failed: a token that is unknown, revoked or expired');
    expect(log).not.toContain('obl_a-token');
  });
});
