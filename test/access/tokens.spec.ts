import { jest } from '@jest/globals';
import type { Role } from '../../src/database/codes.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { mutationOf, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
/** A member of each role, and a token of each. */
const people = new Map<Role, { id: string; token: string }>();

interface Made {
  readonly token: { id: string; role: Role; expiresAt: string | null; lastUsedAt: string | null } | null;
  readonly secret: string | null;
  readonly userErrors: readonly { code: string; field: string[] }[];
}
const TOKEN = 'token { id name role expiresAt revokedAt lastUsedAt member { id } } secret userErrors { code field }';

async function make(token: string, input: object): Promise<Made> {
  const { data, errors } = await room.api.ask<{ createToken: Made }>(token, mutationOf('createToken', TOKEN), {
    input,
  });
  expect(errors).toBeUndefined();
  return data!.createToken;
}

const revoke = async (token: string, tokenId: string) => {
  const { data, errors } = await room.api.ask<{ revokeToken: Made }>(
    token,
    mutationOf('revokeToken', 'token { revokedAt } userErrors { code field }'),
    { input: { tokenId } },
  );
  expect(errors).toBeUndefined();
  return data!.revokeToken;
};

const listed = async (token: string, memberId?: string): Promise<string[]> => {
  const query = 'query ($of: ID) { tokens(memberId: $of, first: 100) { edges { node { id } } } }';
  const { data } = await room.api.ask<{ tokens: { edges: { node: { id: string } }[] } }>(token, query, {
    of: memberId,
  });
  return data!.tokens.edges.map(({ node }) => node.id);
};

beforeAll(async () => {
  room = await openNewsroom();
  for (const role of ['READER', 'CHECKER', 'EDITOR', 'ADMIN'] as const) {
    const { member } = await room.change<{ member: { id: string } }>(
      'addMember',
      { name: role, role },
      'member { id }',
    );
    const { secret } = await make(room.token, { memberId: member.id, name: 'first' });
    people.set(role, { id: member.id, token: secret! });
  }
});
afterAll(() => room.close());

describe('a token', () => {
  it('is shown once, works, and is stored as a hash', async () => {
    const editor = people.get('EDITOR')!;
    const { token, secret } = await make(editor.token, { name: 'dashboard', role: 'READER' });
    expect(token).toMatchObject({ name: 'dashboard', role: 'READER', member: { id: editor.id }, lastUsedAt: null });
    expect(Date.parse(token!.expiresAt!) - Date.now()).toBeGreaterThan(89 * 86_400_000);
    expect(secret).toMatch(/^obl_[\w-]{43}$/);
    const { data } = await room.api.ask<{ viewer: unknown }>(secret!, '{ viewer { role member { id } } }');
    expect(data!.viewer).toEqual({ role: 'READER', member: { id: editor.id } });
    expect(await room.api.db.owner('SELECT * FROM api_token')).not.toEqual([]);
    expect(JSON.stringify(await room.api.db.owner('SELECT t::text FROM api_token t'))).not.toContain(secret);
  });

  it('ends when that was said, and never when that was said', async () => {
    const editor = people.get('EDITOR')!;
    const soon = new Date(Date.now() + 700);
    const { secret } = await make(editor.token, { name: 'short', expiresAt: soon.toISOString() });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await room.api.ask(secret!, '{ __typename }')).status).toBe(401);
    expect((await make(editor.token, { name: 'long', expiresAt: null })).token!.expiresAt).toBeNull();
    const past = await make(editor.token, { name: 'past', expiresAt: '2020-01-01T00:00:00Z' });
    expect(past.userErrors).toEqual([{ code: 'INVALID_INPUT', field: ['expiresAt'] }]);
  });

  it('may do no more than its member, nor than who makes it', async () => {
    const [reader, editor, admin] = [people.get('READER')!, people.get('EDITOR')!, people.get('ADMIN')!];
    expect((await make(editor.token, { name: 'a', role: 'ADMIN' })).userErrors).toEqual([
      { code: 'NOT_POSSIBLE', field: ['role'] },
    ]);
    expect((await make(admin.token, { name: 'a', memberId: reader.id, role: 'EDITOR' })).userErrors).toEqual([
      { code: 'NOT_POSSIBLE', field: ['role'] },
    ]);
    expect((await make(editor.token, { name: 'a', memberId: reader.id })).userErrors).toEqual([
      { code: 'FORBIDDEN', field: ['memberId'] },
    ]);
    const narrow = await make(admin.token, { name: 'narrow', role: 'EDITOR' });
    expect((await make(narrow.secret!, { name: 'a', role: 'ADMIN' })).userErrors).toEqual([
      { code: 'FORBIDDEN', field: ['role'] },
    ]);
    expect((await make(narrow.secret!, { name: 'a' })).token!.role).toBe('EDITOR');
  });

  it('does less when its member may', async () => {
    const { member } = await room.change<{ member: { id: string } }>(
      'addMember',
      { name: 'Low', role: 'EDITOR' },
      'member { id }',
    );
    const { secret } = await make(room.token, { memberId: member.id, name: 'a' });
    await room.change('updateMember', { memberId: member.id, role: 'READER' }, 'userErrors { code }');
    const { data } = await room.api.ask<{ viewer: unknown }>(secret!, '{ viewer { role } }');
    expect(data!.viewer).toEqual({ role: 'READER' });
  });

  it('is seen and revoked by its member and by ADMIN; others are told of none', async () => {
    const [reader, editor, admin] = [people.get('READER')!, people.get('EDITOR')!, people.get('ADMIN')!];
    const { token } = await make(editor.token, { name: 'to revoke' });
    const id = token!.id;
    expect(await listed(editor.token)).toContain(id);
    expect(await listed(admin.token)).toContain(id);
    expect(await listed(admin.token, editor.id)).toContain(id);
    expect(await listed(admin.token, reader.id)).not.toContain(id);
    expect(await listed(reader.token)).not.toContain(id);
    expect(await listed(reader.token, editor.id)).toEqual([]);
    const node = 'query ($id: ID!) { node(id: $id) { id } history(subjectId: $id) { edges { node { kind } } } }';
    const unseen = await room.api.ask(reader.token, node, { id });
    expect(unseen.data).toEqual({ node: null, history: { edges: [] } });
    expect((await revoke(reader.token, id)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['tokenId'] }]);
    expect((await revoke(admin.token, id)).token).toEqual({ revokedAt: expect.any(String) });
    const { token: again } = await revoke(admin.token, id);
    expect(again).toEqual({ revokedAt: expect.any(String) });
    const events = await room.api.db.owner<{ kind: string }>(
      `SELECT kind FROM event WHERE subject_type = 'Token' AND after ->> 'name' = 'to revoke' ORDER BY seq`,
    );
    expect(events.map(({ kind }) => kind)).toEqual(['token.created', 'token.revoked']);
  });

  it('that may do less cannot end one that may do more', async () => {
    const admin = people.get('ADMIN')!;
    const [strong, weak] = [
      await make(admin.token, { name: 's' }),
      await make(admin.token, { name: 'w', role: 'READER' }),
    ];
    expect((await revoke(weak.secret!, strong.token!.id)).userErrors).toEqual([
      { code: 'FORBIDDEN', field: ['tokenId'] },
    ]);
    expect((await revoke(weak.secret!, weak.token!.id)).userErrors).toEqual([]);
  });

  it('is made at most a hundred times for a member', async () => {
    const { member } = await room.change<{ member: { id: string } }>(
      'addMember',
      { name: 'Many', role: 'READER' },
      'member { id }',
    );
    await room.api.db.owner(
      `INSERT INTO api_token (workspace_id, id, member_id, name, hash, role)
       SELECT $1, gen_random_uuid(), m.id, 'x', sha256(i::text::bytea), 1
       FROM member m, generate_series(1, 100) i WHERE m.workspace_id = $1 AND m.name = 'Many'`,
      [room.viewer.workspaceId],
    );
    const { userErrors } = await make(room.token, { memberId: member.id, name: 'one more' });
    expect(userErrors).toEqual([{ code: 'TOO_LARGE', field: ['memberId'] }]);
  });

  it('is not in the kept answer to a request with an Idempotency-Key, whatever its field is called', async () => {
    const query =
      'mutation ($input: CreateTokenInput!) { made: createToken(input: $input) { key: secret token { id } } }';
    const ask = async () =>
      await room.api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${room.token}`, 'idempotency-key': 'once' },
        payload: { query, variables: { input: { name: 'once' } } },
      });
    type Body = { data: { made: { key: string | null; token: { id: string } } } };
    const [first, second] = [await ask(), await ask()];
    const [one, two] = [first.json<Body>().data.made, second.json<Body>().data.made];
    expect(one.key).toMatch(/^obl_/);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(two).toEqual({ key: null, token: one.token });
    expect((await room.api.ask(one.key!, '{ __typename }')).status).toBe(200);
    expect(JSON.stringify(await room.api.db.owner('SELECT answer FROM kept_answer'))).not.toContain(one.key);
  });

  it('of no workspace that one may name is told apart from none', async () => {
    const stranger = await room.api.db.workspace('Elsewhere');
    const [foreign, none] = [stranger.memberId, crypto.randomUUID()].map((id) => toGlobalId('Member', id));
    for (const token of [room.token, people.get('EDITOR')!.token]) {
      const [one, other] = [
        await make(token, { name: 'a', memberId: foreign }),
        await make(token, { name: 'a', memberId: none }),
      ];
      expect(one).toEqual(other);
      expect(await listed(token, foreign)).toEqual([]);
    }
  });
});
