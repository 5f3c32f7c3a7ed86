import { jest } from '@jest/globals';
import type { Role } from '../../src/database/codes.js';
import { id, mutationOf, openNewsroom, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
const tokens = new Map<Role, string>();
const ROLES: readonly Role[] = ['READER', 'CHECKER', 'EDITOR', 'ADMIN'];

beforeAll(async () => {
  room = await openNewsroom();
  for (const role of ROLES) tokens.set(role, await room.api.token(room.viewer, role));
});
afterAll(() => room.close());

const some = (type: Parameters<typeof id>[0]): string => id(type, crypto.randomUUID());
const assignment = { claimId: some('Claim'), memberId: null };
const review = { citationId: some('Citation'), state: 'ACCEPTED' };
const attachment = { claimId: some('Claim'), source: { title: 'A', url: 'https://a.example' } };
const waiver = { findingId: some('Finding'), reason: 'Known.' };

it.each<[string, Role, object]>([
  ['assignClaim', 'CHECKER', assignment],
  ['assignClaims', 'CHECKER', { items: [assignment] }],
  ['setVerdict', 'CHECKER', { claimId: some('Claim'), value: 'TRUE', text: 'So it is.' }],
  ['addComment', 'CHECKER', { claimId: some('Claim'), text: 'Seen.' }],
  ['reviewCitations', 'CHECKER', { items: [review] }],
  ['proposeSource', 'CHECKER', attachment],
  ['attachSources', 'EDITOR', { items: [attachment] }],
  ['waiveFinding', 'EDITOR', waiver],
  ['waiveFindings', 'EDITOR', { items: [waiver] }],
  ['liftWaiver', 'EDITOR', { waiverId: some('Waiver') }],
  ['mergeSources', 'EDITOR', { sourceId: some('Source'), merged: [{ sourceId: some('Source') }] }],
])('%s needs %s', async (name, needed, input) => {
  for (const role of ROLES) {
    const { data, errors } = await room.api.ask(tokens.get(role)!, mutationOf(name, 'userErrors { code message }'), {
      input,
    });
    const may = ROLES.indexOf(role) >= ROLES.indexOf(needed);
    expect([role, errors?.[0]?.extensions.code]).toEqual([role, may ? undefined : 'FORBIDDEN']);
    expect(data?.[name] === null).toBe(!may);
  }
});

it('members are listed to readers', async () => {
  const { errors } = await room.api.ask(tokens.get('READER')!, '{ members { edges { node { name } } } }');
  expect(errors).toBeUndefined();
});

it("another workspace's things are not there", async () => {
  const stranger = await room.api.db.workspace('Elsewhere');
  const token = await room.api.token(stranger);
  await room.import('ferry');
  const { id: claimId } = await room.claim('Nobody was hurt');
  const [finding] = await room.rows<{ id: string }>('SELECT id FROM finding LIMIT 1');
  for (const [name, input] of [
    ['assignClaim', { claimId }],
    ['addComment', { claimId, text: 'Seen.' }],
    ['setVerdict', { claimId, value: 'TRUE', text: 'So.' }],
    ['waiveFinding', { findingId: id('Finding', finding!.id), reason: 'Known.' }],
  ] as const) {
    const { data } = await room.api.ask(token, mutationOf(name, 'userErrors { code }'), { input });
    expect(data).toEqual({ [name]: { userErrors: [{ code: 'NOT_FOUND' }] } });
  }
});
