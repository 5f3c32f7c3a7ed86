import { Tokens } from '../../src/auth/tokens.js';
import { serverOn, startApi, type TestApi } from '../graphql/support/api.js';
import { listen, open } from '../graphql/support/socket.js';
import { until } from '../support/until.js';
import type { TestViewer } from '../support/test-database.js';

let api: TestApi;
let viewer: TestViewer;
let token: string;
let url: string;
let host: string;
/** The same behind a proxy. */
let behind: TestApi['app'] | null = null;

beforeAll(async () => {
  api = await startApi();
  viewer = await api.db.workspace('The desk');
  token = await api.token(viewer);
  url = await listen(api.app);
  host = new URL(url).host;
});
afterAll(async () => {
  await behind?.close();
  await api.close();
});

type Headers = Record<string, string>;
type Injected = Parameters<TestApi['app']['inject']>[0] & object;
const inject = (asked: Injected) => api.app.inject({ ...asked, headers: { host, ...asked.headers } });
const signIn = (headers: Headers = {}) =>
  inject({ method: 'POST', url: '/session', headers: { authorization: `Bearer ${token}`, ...headers } });
/** What a browser sends of it. */
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>): string => {
  const header = answer.headers['set-cookie'];
  return String(header).split(';')[0]!;
};
const cookie = async (): Promise<string> => cookieOf(await signIn());
const own = (): Headers => ({ origin: `http://${host}` });
const ask = (headers: Headers, query = '{ viewer { workspace { name } } }') =>
  inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
const THERE = { data: { viewer: { workspace: { name: 'The desk' } } } };

describe('a browser signs in', () => {
  it('and is given a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn();
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['cache-control']).toBe('no-store');
    const header = String(answer.headers['set-cookie']);
    expect(header).toMatch(/^obelus-session-\d+=obl_[\w-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask({ ...own(), cookie: cookieOf(answer) })).json()).toEqual(THERE);
  });

  it.each([
    ['without a token', {}],
    ['with one that is unknown', { authorization: 'Bearer obl_unknown' }],
  ])('not %s', async (_how, headers) => {
    const answer = await inject({ method: 'POST', url: '/session', headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('not by a cookie: a session does not make another', async () => {
    const answer = await inject({ method: 'POST', url: '/session', headers: { ...own(), cookie: await cookie() } });
    expect(answer.statusCode).toBe(401);
  });

  it('and out again', async () => {
    const answer = await inject({ method: 'DELETE', url: '/session', headers: { cookie: await cookie() } });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^obelus-session-\d+=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(/^__Host-obelus-session-\d+=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ]);
  });

  it('with a cookie for https alone where a proxy says that it is https', async () => {
    behind = await serverOn(api.db, { OBELUS_TRUSTED_PROXIES: '127.0.0.1' });
    await behind.init();
    const answer = await behind.inject({
      method: 'POST',
      url: '/session',
      headers: { authorization: `Bearer ${token}`, host: 'desk.example', 'x-forwarded-proto': 'https' },
    });
    const header = String(answer.headers['set-cookie']);
    expect(header).toMatch(/^__Host-obelus-session=.+; Secure$/);
    const there = await behind.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'desk.example', origin: 'https://desk.example', cookie: header.split(';')[0]! },
      payload: { query: '{ viewer { workspace { name } } }' },
    });
    expect(there.json()).toEqual(THERE);
  });
});

describe('behind a proxy that speaks https and is not trusted', () => {
  const https = { host: 'desk.example', origin: 'https://desk.example' };

  it('the cookie is for https alone, as the page itself says how it came', async () => {
    const answer = await signIn(https);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-obelus-session=.+; Secure$/);
    expect((await ask({ ...https, cookie: cookieOf(answer) })).json()).toEqual(THERE);
  });

  it('a page of elsewhere does not say so', async () => {
    expect((await signIn({ host: 'desk.example', origin: 'https://evil.example' })).statusCode).toBe(400);
  });

  it('a port that goes without saying may be named', async () => {
    const answer = await signIn({ ...https, host: 'desk.example:443' });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-obelus-session=/);
    expect((await ask({ ...https, host: 'desk.example:443', cookie: cookieOf(answer) })).json()).toEqual(THERE);
    const plain = { host: 'desk.example:80', origin: 'http://desk.example' };
    expect((await ask({ ...plain, cookie: cookieOf(await signIn(plain)) })).json()).toEqual(THERE);
    expect((await signIn({ ...https, host: 'desk.example:80' })).statusCode).toBe(400);
  });

  it.each<[string, Headers]>([
    ['a page that came over https', https],
    ['a download of which the proxy says so', { host: 'desk.example', 'x-forwarded-proto': 'https' }],
  ])('what a sibling of the host may have planted does not count for %s', async (_what, headers) => {
    const planted = `obelus-session=${token}`;
    expect((await ask({ ...headers, cookie: planted })).statusCode).toBe(401);
    expect((await ask({ ...headers, cookie: `${planted}; __Host-${planted}` })).json()).toEqual(THERE);
  });

  it('the sign-in tells when Host was not handed on, for the session would not count', async () => {
    const answer = await signIn({ origin: https.origin });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { errors } = answer.json<{ errors: { message: string }[] }>();
    expect(errors[0]!.message).toContain('https://desk.example');
    expect(errors[0]!.message).toContain(host);
    expect(errors[0]!.message).toContain('hand on the header Host');
  });
});

describe('a session counts', () => {
  it.each<[string, () => Headers]>([
    ['from a page of this server', () => own()],
    ['from a page of this server that names its kind', () => ({ ...own(), 'sec-fetch-site': 'same-origin' })],
    ['without either, as a browser reads over plain http', () => ({})],
  ])('%s', async (_from, headers) => {
    expect((await ask({ ...headers(), cookie: await cookie() })).json()).toEqual(THERE);
  });

  it.each<[string, () => Headers]>([
    ['from a page of another site', () => ({ origin: 'https://evil.example' })],
    ['from another port of this host', () => ({ origin: 'http://127.0.0.1:9' })],
    ['from a sibling, as the browser says', () => ({ 'sec-fetch-site': 'same-site' })],
    ['from elsewhere, as the browser says', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['from a page of no site', () => ({ origin: 'null' })],
  ])('not %s', async (_from, headers) => {
    const answer = await ask({ ...headers(), cookie: await cookie() });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('not of another port, where another server of ours may be', async () => {
    const other = (await cookie()).replace(/obelus-session-\d+/, 'obelus-session-1');
    expect((await ask({ ...own(), cookie: other })).statusCode).toBe(401);
  });

  it('only where no token is sent: that one alone is looked at', async () => {
    const answer = await ask({ ...own(), cookie: await cookie(), authorization: 'Bearer obl_unknown' });
    expect(answer.statusCode).toBe(401);
  });

  it('for downloads, which a link asks for', async () => {
    const headers = { cookie: await cookie(), 'sec-fetch-site': 'same-origin' };
    const answer = await inject({ method: 'GET', url: '/export/claims.csv', headers });
    expect(answer.statusCode).toBe(200);
    const elsewhere = await inject({
      method: 'GET',
      url: '/export/claims.csv',
      headers: { ...headers, 'sec-fetch-site': 'same-site' },
    });
    expect(elsewhere.statusCode).toBe(401);
  });

  it('for no change that is asked for by reading', async () => {
    const query = 'mutation { createToken(input: { name: "forged" }) { secret } }';
    const answer = await inject({
      method: 'GET',
      url: `/graphql?${new URLSearchParams({ query }).toString()}`,
      headers: { cookie: await cookie() },
    });
    expect(answer.json()).not.toHaveProperty('data.createToken.secret');
    expect(await api.db.owner("SELECT FROM api_token WHERE name = 'forged'")).toEqual([]);
  });

  it('until its token is revoked', async () => {
    const short = await api.token(viewer);
    const mine = cookieOf(await signIn({ authorization: `Bearer ${short}` }));
    await api.db.owner('UPDATE api_token SET revoked_at = now() WHERE hash = sha256($1::text::bytea)', [short]);
    // A token is believed for seconds after it was looked at.
    Object.assign(api.app.get(Tokens, { strict: false }), { answers: new Map() });
    expect((await ask({ ...own(), cookie: mine })).statusCode).toBe(401);
  });
});

describe('a socket', () => {
  const connect = async (headers: Headers) => {
    const socket = await open(url, { headers });
    socket.send({ type: 'connection_init' });
    return socket;
  };

  it('is opened for a page of this server by its session', async () => {
    const socket = await connect({ ...own(), cookie: await cookie() });
    await until('the connection is acknowledged', () =>
      Promise.resolve(socket.messages.some(({ type }) => type === 'connection_ack')),
    );
    expect(await socket.ask({ query: '{ viewer { workspace { name } } }' })).toEqual(THERE);
    socket.ws.close();
  });

  it('is refused to a page of another, and to a page of ours without a session', async () => {
    const evil = await open(url, { headers: { origin: 'https://evil.example', cookie: await cookie() } });
    expect((await evil.closed).code).toBe(403);
    expect((await (await connect(own())).closed).code).toBe(4403);
  });
});
