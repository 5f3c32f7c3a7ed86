/** What is secret is in no log, no event, no job, no kept answer and no table, whatever is done with it. */
import { jest } from '@jest/globals';
import { hashToken } from '../../src/auth/token.js';
import { FERRY, mutationOf } from '../editing/support/newsroom.js';
import { ENTITIES } from '../../src/entities.js';
import { startApi, type TestApi } from '../graphql/support/api.js';
import { connect, listen, open } from '../graphql/support/socket.js';
import { TestIssuer } from './support/issuer.js';

jest.setTimeout(120_000);

/** No other text has it. */
const MARK = 'Mark3dS3cr3tMark3dS3cr3tMark3dS3cr3t';
const MARKED = `obl_${MARK}`;
let api: TestApi;
let issuer: TestIssuer;
let written: string;

beforeAll(async () => {
  issuer = await TestIssuer.open();
  const workspace = crypto.randomUUID();
  written = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((chunk) => ((written += String(chunk)), true));
  }
  api = await startApi(
    {
      OBELUS_LOG_LEVEL: 'verbose',
      OBELUS_WEBHOOK_KEY: `${MARK}${MARK}`,
      OBELUS_OIDC_ISSUER: issuer.url,
      OBELUS_OIDC_AUDIENCE: 'obelus',
      OBELUS_OIDC_ROLES: 'editors=EDITOR',
      OBELUS_OIDC_WORKSPACE: workspace,
    },
    { entities: ENTITIES, poolSize: 8 },
  );
  await api.db.owner('INSERT INTO workspace (id, name) VALUES ($1, $2)', [workspace, 'Signed in']);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.close();
  await issuer.close();
});

/** Every text of every table, that of the queue's as well. */
async function stored(): Promise<string> {
  const tables = await api.db.admin<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgboss')`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => api.db.admin<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

it('secrets are nowhere but in the answer that shows them', async () => {
  const viewer = await api.db.workspace();
  const own = await api.token(viewer);
  await api.db.owner('UPDATE api_token SET hash = $1 WHERE hash = $2', [hashToken(MARKED), hashToken(own)]);
  const ask = async (authorization: string, payload: object, headers = {}): Promise<number> =>
    (await api.app.inject({ method: 'POST', url: '/graphql', headers: { authorization, ...headers }, payload }))
      .statusCode;
  const bearer = `Bearer ${MARKED}`;

  // What goes well, with a key and without; then what goes wrong in all ways.
  const change = (name: string, input: object) => ({
    query: mutationOf(name, 'userErrors { code message }'),
    variables: { input },
  });
  expect(
    await ask(bearer, change('importArticle', { slug: 'ferry', content: FERRY }), { 'idempotency-key': 'a' }),
  ).toBe(200);
  expect(await ask(bearer, change('addMember', { name: 'Ada', role: 'EDITOR' }), { 'idempotency-key': 'b' })).toBe(200);
  const made: string[] = [];
  for (const headers of [{}, { 'idempotency-key': 'c' }]) {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: bearer, ...headers },
      payload: { query: 'mutation { createToken(input: { name: "x" }) { secret } }' },
    });
    made.push(response.json<{ data: { createToken: { secret: string } } }>().data.createToken.secret);
  }
  for (const headers of [{}, { 'idempotency-key': 'e' }]) {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: bearer, ...headers },
      payload: { query: 'mutation { createWebhook(input: { name: "x", url: "https://hooks.example/x" }) { secret } }' },
    });
    const { secret } = response.json<{ data: { createWebhook: { secret: string } } }>().data.createWebhook;
    // In a table it would be bytes.
    made.push(secret, Buffer.from(secret.slice('whsec_'.length), 'base64').toString('hex'));
  }
  for (const query of [
    '{ nope',
    '{ nope }',
    '{ node(id: "x") { id } }',
    'mutation { revokeToken(input: { tokenId: "x" }) { userErrors { code } } }',
  ]) {
    await ask(bearer, { query });
    await ask(`Bearer ${MARKED}x`, { query });
    await ask(`Basic ${MARKED}`, { query });
  }
  await api.db.owner('ALTER TABLE claim RENAME TO claim_away');
  expect(await ask(bearer, { query: '{ claims { edges { node { id } } } }' })).toBe(200);
  await api.db.owner('ALTER TABLE claim_away RENAME TO claim');
  const signed = await issuer.token({ jti: MARK });
  expect(await ask(`Bearer ${signed}`, { query: '{ viewer { role } }' })).toBe(200);
  expect(await ask(`Bearer ${signed}x`, { query: '{ viewer { role } }' })).toBe(401);
  expect(await ask(`Bearer ${await issuer.token({ jti: MARK, roles: [] })}`, { query: '{ viewer { role } }' })).toBe(
    403,
  );
  const address = await listen(api.app);
  const socket = await connect(address, MARKED);
  await socket.ask({ ...change('addMember', { name: 'Bo', role: 'READER' }), extensions: { idempotencyKey: 'd' } });
  socket.send({ type: 'nonsense', authorization: bearer });
  await socket.closed;
  const stranger = await open(address, { headers: { authorization: `${bearer}x` } });
  stranger.send({ type: 'connection_init' });
  await stranger.closed;

  const [tables, log] = [await stored(), written];
  const [, claims] = signed.split('.');
  for (const secret of [MARK, ...made, claims!, signed.split('.')[2]!]) {
    expect([secret.slice(0, 8), tables.includes(secret), log.includes(secret)]).toEqual([
      secret.slice(0, 8),
      false,
      false,
    ]);
  }
  // It was looked at the right places: what is no secret is there.
  expect(log).toContain('sign-in from 127.0.0.1 failed');
  expect(log).toContain('claim');
  expect(tables).toContain('token.created');
  expect(tables).toContain('article.imported');
  expect(tables).toContain(hashToken(MARKED).toString('hex'));
});
