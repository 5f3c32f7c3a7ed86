import { jest } from '@jest/globals';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { Oidc } from '../../src/auth/oidc.js';
import { SignInRefusedError, SignInUnavailableError } from '../../src/auth/sign-in-error.js';
import { UnauthenticatedError } from '../../src/auth/unauthenticated-error.js';
import { readConfig } from '../../src/config/config.js';
import { ENTITIES } from '../../src/entities.js';
import { serverOn, startApi, type TestApi } from '../graphql/support/api.js';
import { connect, listen, open } from '../graphql/support/socket.js';
import type { TestViewer } from '../support/test-database.js';
import { newKey, TestIssuer } from './support/issuer.js';

jest.setTimeout(60_000);

let issuer: TestIssuer;
let api: TestApi;
let desk: TestViewer;
type Served = Awaited<ReturnType<typeof serverOn>>;
/** On which people sign in by the issuer. */
let served: Served;
const servers: Served[] = [];

const settings = (more: Record<string, string> = {}): Record<string, string> => ({
  OBELUS_OIDC_ISSUER: issuer.url,
  OBELUS_OIDC_AUDIENCE: 'obelus',
  OBELUS_OIDC_ROLES: 'editors=EDITOR,desk=CHECKER,chiefs=ADMIN',
  ...('OBELUS_OIDC_WORKSPACE_CLAIM' in more ? {} : { OBELUS_OIDC_WORKSPACE: desk.workspaceId }),
  ...more,
});
/** Another server, on the same database. */
async function serve(more: Record<string, string> = {}): Promise<Served> {
  const server = await serverOn(api.db, settings(more));
  servers.push(server);
  await server.init();
  await server.getHttpAdapter().getInstance().ready();
  return server;
}
const oidc = (more: Record<string, string> = {}, keysAgainMs?: number): Oidc =>
  new Oidc(readConfig(settings(more)).oidc!, keysAgainMs);

beforeAll(async () => {
  issuer = await TestIssuer.open();
  api = await startApi({}, { entities: ENTITIES });
  desk = await api.db.workspace('The desk');
  served = await serve();
});
afterAll(async () => {
  await issuer.close();
  for (const server of servers) await server.close();
  await api.close();
});
afterEach(() => {
  issuer.answers = 'well';
});

const WHO = '{ viewer { role member { id name email } workspace { name } } }';
const ask = async (token: string, query = WHO) => {
  const response = await served.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    payload: { query },
  });
  type Body = {
    data?: { viewer: { role: string; member: { id: string; name: string; email: string | null } } };
    errors?: { message: string; extensions: { code: string } }[];
  };
  return { status: response.statusCode, headers: response.headers, ...response.json<Body>() };
};
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

describe('a token of the provider', () => {
  it('lets its person in, who becomes a member once and is kept up to date', async () => {
    const first = await ask(await issuer.token({ email: 'ada@example.org' }));
    expect([first.status, first.data]).toEqual([
      200,
      {
        viewer: {
          role: 'EDITOR',
          member: { id: expect.any(String), name: 'Ada Okoro', email: 'ada@example.org' },
          workspace: { name: 'The desk' },
        },
      },
    ]);
    const { id } = first.data!.viewer.member;
    const twice = await Promise.all(
      [issuer.token({ exp: inSeconds(200) }), issuer.token({ exp: inSeconds(201) })].map(async (token) =>
        ask(await token),
      ),
    );
    for (const { data } of twice) expect(data!.viewer.member.id).toBe(id);
    const later = await ask(await issuer.token({ name: 'Ada O.', roles: ['desk', 'unknown'] }));
    expect(later.data!.viewer).toMatchObject({
      role: 'CHECKER',
      member: { id, name: 'Ada O.', email: 'ada@example.org' },
    });
    const events = await api.db.owner<{ kind: string; after: object }>(
      `SELECT kind, after FROM event WHERE workspace_id = $1 AND subject_type = 'Member' ORDER BY seq`,
      [desk.workspaceId],
    );
    expect(events).toEqual([
      { kind: 'member.joined', after: { name: 'Ada Okoro', role: 'EDITOR' } },
      { kind: 'member.updated', after: { name: 'Ada O.', role: 'CHECKER' } },
    ]);
  });

  it('of several people at once for the first time makes one member each', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 12 }, (_, i) => issuer.token({ sub: `many-${i % 2}`, jti: String(i) })),
    );
    const ids = await Promise.all(tokens.map(async (token) => (await ask(token)).data!.viewer.member.id));
    expect(new Set(ids).size).toBe(2);
  });

  it('may do what its role may, and make a token that may do no more', async () => {
    const token = await issuer.token({ sub: 'maker' });
    const make = (role: string) =>
      `mutation { createToken(input: { name: "x", role: ${role} }) { token { role } userErrors { code } } }`;
    expect((await ask(token, make('ADMIN'))).data).toEqual({
      createToken: { token: null, userErrors: [{ code: 'NOT_POSSIBLE' }] },
    });
    expect((await ask(token, make('EDITOR'))).data).toEqual({
      createToken: { token: { role: 'EDITOR' }, userErrors: [] },
    });
    expect(
      (await ask(token, 'mutation { addMember(input: { name: "x", role: READER }) { userErrors { code } } }')).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('of somebody who was removed lets nobody in, until they are brought back', async () => {
    const [token, again] = [await issuer.token({ sub: 'gone' }), await issuer.token({ sub: 'gone', jti: '2' })];
    await ask(token);
    await api.db.owner(`UPDATE member SET removed_at = now() WHERE subject = 'gone'`);
    const refused = await ask(again);
    expect([refused.status, refused.data, refused.errors![0]!.extensions.code]).toEqual([403, undefined, 'FORBIDDEN']);
    await api.db.owner(`UPDATE member SET removed_at = NULL WHERE subject = 'gone'`);
    expect((await ask(again)).status).toBe(200);
  });

  it('does not take the last ADMIN from a workspace, and does not let that one do what they may no more', async () => {
    const own = await api.db.workspace('Own', 'EDITOR');
    const server = await serve({ OBELUS_OIDC_WORKSPACE: own.workspaceId });
    const roleOf = async (roles: string[]): Promise<unknown> =>
      (
        await server.inject({
          method: 'POST',
          url: '/graphql',
          headers: { authorization: `Bearer ${await issuer.token({ sub: 'chief', roles })}` },
          payload: { query: '{ viewer { role member { role } } }' },
        })
      ).json();
    expect(await roleOf(['editors', 'chiefs'])).toEqual({
      data: { viewer: { role: 'ADMIN', member: { role: 'ADMIN' } } },
    });
    expect(await roleOf(['editors'])).toEqual({ data: { viewer: { role: 'EDITOR', member: { role: 'ADMIN' } } } });
  });
});

describe('a token that is not good', () => {
  const good = (claims = {}) => issuer.token(claims);

  it.each<[string, () => Promise<string>]>([
    ['from another issuer', () => good({ iss: 'https://elsewhere.example' })],
    ['for another audience', () => good({ aud: 'somebody-else' })],
    ['for nobody', () => good({ aud: undefined })],
    ['that has expired', () => good({ exp: inSeconds(-31) })],
    ['that never expires', () => good({ exp: undefined })],
    ['that is not valid yet', () => good({ nbf: inSeconds(120) })],
    ['of nobody', () => good({ sub: undefined })],
    ['of a subject that is no name', () => good({ sub: 'a\0b' })],
    [
      'signed by nobody',
      () =>
        Promise.resolve(
          new UnsecuredJWT({ sub: 'ada' }).setIssuer(issuer.url).setAudience('obelus').setExpirationTime('5m').encode(),
        ),
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const shown = (await importJWK(issuer.keys[0]!.shown, 'ES256', { extractable: true })) as CryptoKey;
        const secret = new TextEncoder().encode(await exportSPKI(shown));
        return new SignJWT({ sub: 'ada', roles: ['chiefs'] })
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .setIssuer(issuer.url)
          .setAudience('obelus')
          .setExpirationTime('5m')
          .sign(secret);
      },
    ],
    ['signed by a key of somebody else', async () => issuer.token({}, { key: await newKey('first') })],
    ['signed by a key that is unknown', () => issuer.token({}, { kid: 'unknown' })],
    [
      'that was changed',
      async () => {
        const [head, , signature] = (await good()).split('.');
        const claims = Buffer.from(
          JSON.stringify({ iss: issuer.url, aud: 'obelus', sub: 'ada', roles: ['chiefs'], exp: inSeconds(60) }),
        );
        return `${head}.${claims.toString('base64url')}.${signature}`;
      },
    ],
    ['in form alone', () => Promise.resolve('a.b.c')],
  ])('%s is refused as any other', async (_what, make) => {
    const { status, data, errors, headers } = await ask(await make());
    expect([status, data, errors![0]!.extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
    expect(errors![0]!.message).toBe((await ask('obl_unknown')).errors![0]!.message);
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('within the skew of clocks is good', async () => {
    expect((await ask(await good({ sub: 'skew', exp: inSeconds(-10) }))).status).toBe(200);
    expect((await ask(await good({ sub: 'skew', nbf: inSeconds(20) }))).status).toBe(200);
  });

  it.each<[string, object]>([
    ['no role', { roles: undefined }],
    ['roles of elsewhere', { roles: ['sports'] }],
    ['a role that is no text', { roles: [{ editors: true }] }],
  ])('with %s is refused with a reason', async (_what, claims) => {
    const { status, errors } = await ask(await good({ sub: 'roleless', ...claims }));
    expect([status, errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(errors![0]!.message).toContain('has no role here: its claim "roles"');
    expect(await api.db.owner(`SELECT 1 FROM member WHERE subject = 'roleless'`)).toEqual([]);
  });

  it('that leads to a workspace that is not there is refused', async () => {
    const lost = await serve({ OBELUS_OIDC_WORKSPACE: crypto.randomUUID() });
    const response = await lost.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${await good()}` },
      payload: { query: WHO },
    });
    expect([response.statusCode, response.body]).toEqual([
      403,
      expect.stringContaining('a workspace that is not there'),
    ]);
  });
});

describe('claims', () => {
  it('are found by their names, and by paths', async () => {
    const nested = {
      realm_access: { roles: ['desk', 'chiefs'] },
      'https://n.example/roles': 'editors',
      hd: 'example.org',
    };
    const token = await issuer.token({ ...nested, roles: undefined });
    const roleBy = async (claim: string, roles = 'editors=EDITOR,desk=CHECKER,chiefs=ADMIN'): Promise<string> =>
      (await oidc({ OBELUS_OIDC_ROLE_CLAIM: claim, OBELUS_OIDC_ROLES: roles }).verify(token)).role;
    expect(await roleBy('realm_access.roles')).toBe('ADMIN');
    expect(await roleBy('https://n.example/roles')).toBe('EDITOR');
    expect(await roleBy('hd', 'example.org=READER')).toBe('READER');
    await expect(roleBy('realm_access.roles.length')).rejects.toThrow(SignInRefusedError);
    await expect(roleBy('constructor.name')).rejects.toThrow(SignInRefusedError);
  });

  it('can name the workspace', async () => {
    const by = oidc({ OBELUS_OIDC_WORKSPACE_CLAIM: 'desk' });
    expect(await by.verify(await issuer.token({ desk: desk.workspaceId }))).toMatchObject({
      workspaceId: desk.workspaceId,
    });
    for (const each of [undefined, 'City', [desk.workspaceId, crypto.randomUUID()]])
      await expect(by.verify(await issuer.token({ desk: each }))).rejects.toThrow(SignInRefusedError);
  });

  it('are taken over as plain names', async () => {
    const by = oidc();
    expect(
      await by.verify(await issuer.token({ name: ' Ada\n\0 Okoro ', email: 'a@b.c', email_verified: false })),
    ).toMatchObject({
      name: 'Ada Okoro',
      email: null,
    });
    expect(await by.verify(await issuer.token({ name: undefined, preferred_username: 'ada' }))).toMatchObject({
      name: 'ada',
    });
  });
});

describe('keys', () => {
  it('are asked for once, and again when one is new; not for each that nobody knows', async () => {
    const [by, second] = [oidc({}, 2_000), await newKey('second', 'RS256')];
    const before = issuer.asked;
    for (let i = 0; i < 5; i++) await by.verify(await issuer.token());
    expect(issuer.asked - before).toBe(1);
    const [old] = issuer.keys;
    issuer.keys = [second];
    await expect(by.verify(await issuer.token())).rejects.toThrow(UnauthenticatedError);
    expect(issuer.asked - before).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await by.verify(await issuer.token())).toMatchObject({ subject: 'ada' });
    await expect(by.verify(await issuer.token({}, { key: old! }))).rejects.toThrow(UnauthenticatedError);
    for (let i = 0; i < 20; i++)
      await expect(by.verify(await issuer.token({}, { kid: `unknown-${i}` }))).rejects.toThrow(UnauthenticatedError);
    expect(issuer.asked - before).toBeLessThan(4);
    issuer.keys = [old!];
  });

  it.each(['badly', 'with nonsense'] as const)(
    'that the provider gives %s make it unavailable, and no longer than that',
    async (how) => {
      const by = oidc();
      issuer.answers = how;
      await expect(by.verify(await issuer.token())).rejects.toThrow(SignInUnavailableError);
      issuer.answers = 'well';
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      expect(await by.verify(await issuer.token())).toMatchObject({ subject: 'ada' });
    },
  );

  it('of a provider that hangs are waited for some seconds, and 503 is the answer', async () => {
    const hanging = await serve();
    issuer.answers = null;
    const before = performance.now();
    const request = async () =>
      hanging.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${await issuer.token()}` },
        payload: { query: WHO },
      });
    const answers = await Promise.all([request(), request(), request()]);
    expect(performance.now() - before).toBeLessThan(8_000);
    for (const { statusCode, body } of answers) {
      expect([statusCode, body]).toEqual([503, expect.stringContaining('UNAVAILABLE')]);
    }
    // Our own tokens need no provider.
    const { statusCode } = await hanging.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${await api.token(desk)}` },
      payload: { query: WHO },
    });
    expect(statusCode).toBe(200);
  });
});

describe('a socket', () => {
  it('ends with what the provider vouched for', async () => {
    const address = await listen(served);
    // Good for some seconds, by the skew that is allowed.
    const socket = await connect(address, await issuer.token({ sub: 'short', exp: inSeconds(-22) }));
    expect(await socket.ask({ query: '{ viewer { role } }' })).toEqual({ data: { viewer: { role: 'EDITOR' } } });
    await new Promise((resolve) => setTimeout(resolve, 9_500));
    await socket.ask({ query: '{ viewer { role } }' }).catch(() => undefined);
    expect((await socket.closed).code).toBe(4403);
    const refused = await open(address);
    refused.send({
      type: 'connection_init',
      payload: { authorization: `Bearer ${await issuer.token({ roles: [] })}` },
    });
    expect((await refused.closed).code).toBe(4403);
  });
});
