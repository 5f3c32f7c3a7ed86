import { jest } from '@jest/globals';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { mutationOf, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

interface Changed {
  readonly member: { id: string; name: string; email: string | null; role: string; version: number } | null;
  readonly userErrors: readonly { code: string; field: string[] | null; message: string }[];
}
const MEMBER = 'member { id name email role version removedAt } userErrors { code field message }';
const change = (name: string, input: object): Promise<Changed> => room.change<Changed>(name, input, MEMBER);
const codes = ({ userErrors }: Pick<Changed, 'userErrors'>) => userErrors.map(({ code, field }) => [code, field]);
let people = 0;
const addMember = async (role = 'EDITOR') => {
  const { member } = await change('addMember', { name: `Ada ${++people}`, email: `ada${people}@example.org`, role });
  return member!;
};
const makeToken = async (memberId: string, role?: string): Promise<{ id: string; secret: string }> => {
  const { token, secret } = await room.change<{ token: { id: string }; secret: string }>(
    'createToken',
    { memberId, name: 'for a test', ...(role === undefined ? {} : { role }) },
    'token { id } secret userErrors { message }',
  );
  return { id: token.id, secret };
};
const members = async () =>
  (
    await room.ask<{ members: { edges: { node: { id: string } }[] } }>(
      '{ members(first: 100) { edges { node { id } } } }',
    )
  ).members.edges.map(({ node }) => node.id);
const historyOf = async (id: string) =>
  (
    await room.api.db.owner<{ kind: string; before: unknown; after: unknown }>(
      `SELECT kind, before, after FROM event WHERE workspace_id = $1 AND encode(uuid_send(subject_id), 'hex') = $2 ORDER BY seq`,
      [room.viewer.workspaceId, Buffer.from(id, 'base64url').toString('hex', 1)],
    )
  ).map(({ kind, before, after }) => ({ kind, before, after }));

describe('a member', () => {
  it('is added, changed and removed, each with its place in the history', async () => {
    const added = await change('addMember', { name: '  Ada   Okoro ', email: 'ada@example.org', role: 'CHECKER' });
    expect(added).toEqual({
      member: {
        id: added.member!.id,
        name: 'Ada Okoro',
        email: 'ada@example.org',
        role: 'CHECKER',
        version: 1,
        removedAt: null,
      },
      userErrors: [],
    });
    const memberId = added.member!.id;
    expect(await members()).toContain(memberId);
    const changed = await change('updateMember', { memberId, role: 'EDITOR', email: null, expectedVersion: 1 });
    expect(changed.member).toMatchObject({ name: 'Ada Okoro', email: null, role: 'EDITOR', version: 2 });
    const removed = await change('removeMember', { memberId, expectedVersion: 2 });
    expect(removed.member).toMatchObject({ name: 'Ada Okoro', removedAt: expect.any(String) });
    expect(await members()).not.toContain(memberId);
    expect(await historyOf(memberId)).toEqual([
      { kind: 'member.added', before: null, after: { name: 'Ada Okoro', role: 'CHECKER' } },
      {
        kind: 'member.updated',
        before: { name: 'Ada Okoro', role: 'CHECKER' },
        after: { name: 'Ada Okoro', role: 'EDITOR', emailChanged: true },
      },
      { kind: 'member.removed', before: { name: 'Ada Okoro', role: 'EDITOR' }, after: null },
    ]);
  });

  it.each([
    ['addMember', { name: ' ', role: 'READER' }, [['EMPTY', ['name']]]],
    ['addMember', { name: 'A', email: 'nobody', role: 'READER' }, [['INVALID_INPUT', ['email']]]],
    ['addMember', { name: 'x'.repeat(201), role: 'READER' }, [['INVALID_INPUT', ['name']]]],
    ['updateMember', { memberId: 'nobody', name: 'A' }, [['INVALID_INPUT', ['memberId']]]],
    ['updateMember', { memberId: toGlobalId('Member', crypto.randomUUID()), name: 'A' }, [['NOT_FOUND', ['memberId']]]],
    ['removeMember', { memberId: toGlobalId('Member', crypto.randomUUID()) }, [['NOT_FOUND', ['memberId']]]],
  ])('%s refuses %j', async (name, input, expected) => {
    expect(codes(await change(name, input))).toEqual(expected);
  });

  it('that somebody else changed is not changed unseen', async () => {
    const { id: memberId } = await addMember();
    await change('updateMember', { memberId, name: 'Another' });
    for (const name of ['updateMember', 'removeMember'])
      expect(codes(await change(name, { memberId, expectedVersion: 1 }))).toEqual([['CONFLICT', ['expectedVersion']]]);
  });

  it('who is the last ADMIN cannot be lowered or removed, whoever tries, and when two try at once', async () => {
    const own = toGlobalId('Member', room.viewer.memberId);
    expect(codes(await change('updateMember', { memberId: own, role: 'EDITOR' }))).toEqual([
      ['NOT_POSSIBLE', ['memberId']],
    ]);
    expect(codes(await change('removeMember', { memberId: own }))).toEqual([['NOT_POSSIBLE', ['memberId']]]);
    const others = [await addMember('ADMIN'), await addMember('ADMIN')];
    const secrets = await Promise.all(others.map(({ id }) => makeToken(id)));
    await change('removeMember', { memberId: others[0]!.id });
    // Each of the two that are left removes the other one.
    const answers = await Promise.all([
      room.api.ask<Record<string, Changed>>(secrets[1]!.secret, mutationOf('removeMember', MEMBER), {
        input: { memberId: own },
      }),
      room.api.ask<Record<string, Changed>>(room.token, mutationOf('removeMember', MEMBER), {
        input: { memberId: others[1]!.id },
      }),
    ]);
    // The other one is the last by then, or was removed before anybody looked at their token.
    expect(answers.filter(({ data }) => data?.['removeMember']?.userErrors.length === 0)).toHaveLength(1);
    const [left] = await room.api.db.owner<{ id: string }>(
      'SELECT id FROM member WHERE workspace_id = $1 AND role = 4 AND removed_at IS NULL',
      [room.viewer.workspaceId],
    );
    expect(left).toBeDefined();
    await room.api.db.owner('UPDATE member SET removed_at = NULL WHERE id = $1', [room.viewer.memberId]);
    await room.api.db.owner('UPDATE api_token SET revoked_at = NULL WHERE member_id = $1', [room.viewer.memberId]);
  });

  it('who was removed calls no more, is assigned nothing, and keeps their name in what they did', async () => {
    const { id: memberId, name } = await addMember();
    const { secret } = await makeToken(memberId);
    await room.import('ferry');
    const { id: claimId } = await room.claim('Nobody was hurt');
    const commented = await room.api.ask(secret, mutationOf('addComment', 'userErrors { code }'), {
      input: { claimId, text: 'Seen.' },
    });
    expect(commented.errors).toBeUndefined();
    await change('removeMember', { memberId });
    const { claim } = await room.change<{ claim: null }>(
      'assignClaim',
      { claimId, memberId },
      'claim { id } userErrors { code }',
    );
    expect(claim).toBeNull();
    const { node } = await room.ask<{ node: { comments: { edges: { node: { createdBy: { name: string } } }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Claim { comments { edges { node { createdBy { name removedAt } } } } } } }',
      { id: claimId },
    );
    expect(node.comments.edges[0]!.node.createdBy).toEqual({ name, removedAt: expect.any(String) });
    // What was asked before is believed for five seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect((await room.api.ask(secret, '{ viewer { role } }')).status).toBe(401);
    const back = await change('updateMember', { memberId, removed: false });
    expect(back).toMatchObject({ member: { removedAt: null }, userErrors: [] });
    expect((await room.api.ask(secret, '{ viewer { role } }')).status).toBe(401);
    expect((await historyOf(memberId)).map(({ kind }) => kind)).toEqual([
      'member.added',
      'member.removed',
      'member.returned',
    ]);
  });

  it('has an address for themselves and for ADMIN', async () => {
    const [one, other] = [await addMember('EDITOR'), await addMember('READER')];
    const { secret } = await makeToken(one.id);
    const query = '{ members(first: 100) { edges { node { id email } } } }';
    type Listed = { members: { edges: { node: { id: string; email: string | null } }[] } };
    const emails = async (token: string): Promise<Map<string, string | null>> => {
      const { data } = await room.api.ask<Listed>(token, query);
      return new Map(data!.members.edges.map(({ node }) => [node.id, node.email]));
    };
    const [own, all] = [await emails(secret), await emails(room.token)];
    expect([own.get(one.id), own.get(other.id)]).toEqual([one.email, null]);
    expect([all.get(one.id), all.get(other.id)]).toEqual([one.email, other.email]);
    const { data } = await room.api.ask(
      secret,
      'query ($id: ID!) { history(subjectId: $id, last: 100) { edges { node { before after } } } }',
      {
        id: toGlobalId('Workspace', room.viewer.workspaceId),
      },
    );
    expect(JSON.stringify(data)).not.toContain('@example.org');
  });
});
