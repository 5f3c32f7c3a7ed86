import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { id, openNewsroom, type ClaimRow, type Newsroom } from '../editing/support/newsroom.js';
import { orderEvents } from '../support/ordering.js';
import { until } from '../support/until.js';
import { connect, listen, type Subscribed, type TestSocket } from './support/socket.js';

jest.setTimeout(120_000);

interface Change {
  claimChanged: { claim: { text: string; assignee: { name: string; email: string | null } | null }; cursor: string };
}

let room: Newsroom;
let url: string;
let article: string;
let claim: ClaimRow;
let sockets: TestSocket[] = [];

beforeAll(async () => {
  room = await openNewsroom();
  article = await room.import('ferry');
  claim = await room.claim('Nobody was hurt', article);
  url = await listen(room.api.app);
});
afterAll(() => room.close());
afterEach(() => {
  for (const { ws } of sockets) ws.terminate();
  sockets = [];
});

async function socketOf(token: string): Promise<TestSocket> {
  const socket = await connect(url, token);
  sockets.push(socket);
  return socket;
}

/** All that was asked for on the socket before has begun. */
const begun = (socket: TestSocket): Promise<unknown> => socket.ask({ query: '{ viewer { role } }' });
const told = (subscriptions: readonly Subscribed<unknown>[], count: number): Promise<void> =>
  until('all are told', () => Promise.resolve(subscriptions.every(({ results }) => results.length >= count)));
const comment = (text: string): Promise<unknown> =>
  room.change('addComment', { claimId: claim.id, text }, 'comment { id } userErrors { code }');

describe('subscribers who ask for the same', () => {
  it('are told what was read once, whoever they are and whatever else they listen to', async () => {
    const query = `subscription ($article: ID, $after: String, $standings: [Standing!]) {
      claimChanged(articleId: $article, after: $after, standings: $standings) { claim { text } cursor } }`;
    const { viewer } = await room.ask<{ viewer: { workspace: { historyCursor: string } } }>(
      '{ viewer { workspace { historyCursor } } }',
    );
    const ofComment = await room.api.statements(() => comment('Nobody listens'));
    const tokens = [room.token, await room.api.token(room.viewer, 'READER')];
    const subscriptions: Subscribed<Change>[] = [];
    const another = await room.import('another');
    await orderEvents(room.api.db.database);
    const elsewhere: Subscribed<Change>[] = [];
    for (let i = 0; i < 30; i++) {
      const socket = await socketOf(tokens[i % 2]!);
      const [from, where, how] = [
        [{}, { after: viewer.workspace.historyCursor }],
        [{}, { article: id('Article', article) }],
        [{}, { standings: ['MISSING', 'WEAK', 'CITED'] }],
      ].map((choice, c) => choice[(i >> c) % 2]);
      subscriptions.push(socket.subscribe<Change>(query, { ...from, ...where, ...how }));
      elsewhere.push(socket.subscribe<Change>(query, { article: id('Article', another) }));
      await begun(socket);
    }
    // Who began earlier is told of the import.
    await until('what was before is told', () =>
      Promise.resolve(
        subscriptions.every(({ results }, i) => (i % 2 === 1 && (i >> 1) % 2 === 0 ? results.length > 0 : true)),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = subscriptions.map(({ results }) => results.length);
    const statements = await room.api.statements(async () => {
      await comment('Seen');
      await until('all are told', () =>
        Promise.resolve(subscriptions.every(({ results }, i) => results.length === before[i]! + 1)),
      );
    });
    const ofClaims = (all: readonly string[]): string[] => all.filter((sql) => sql.includes('c.id = ANY($2::uuid[])'));
    expect(ofClaims(statements)).toHaveLength(ofClaims(ofComment).length + 1);
    const last = subscriptions.map(({ results }) => results.at(-1));
    expect(new Set(last.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(last[0]!.claimChanged.claim.text).toBe('Nobody was hurt.');
    expect(elsewhere.flatMap(({ results }) => results)).toEqual([]);
    expect(elsewhere.every(({ error }) => error() === undefined)).toBe(true);
  });

  it('are each shown what they may see, as over HTTP', async () => {
    const { member } = await room.change<{ member: { id: string } }>(
      'addMember',
      { name: 'Ada', email: 'ada@example.org', role: 'CHECKER' },
      'member { id } userErrors { code }',
    );
    const { secret } = await room.change<{ secret: string }>(
      'createToken',
      { memberId: member.id, name: 'hers' },
      'secret userErrors { code }',
    );
    const tokens = [room.token, secret, await room.api.token(room.viewer, 'READER'), secret, room.token];
    const subscriptions: Subscribed<Change>[] = [];
    for (const token of tokens) {
      const socket = await socketOf(token);
      subscriptions.push(
        socket.subscribe<Change>('subscription { claimChanged { claim { text assignee { name email } } cursor } }'),
      );
      await begun(socket);
    }
    // Nobody has the claim yet, so there is nothing to hide.
    await comment('Whose is it?');
    await told(subscriptions, 1);
    const { version } = await room.claim('Nobody was hurt', article);
    await room.change(
      'assignClaim',
      { claimId: claim.id, memberId: member.id, expectedVersion: version },
      'claim { id } userErrors { code message }',
    );
    await until('all are told whose it is', () =>
      Promise.resolve(subscriptions.every(({ results }) => results.at(-1)!.claimChanged.claim.assignee)),
    );
    const emails = subscriptions.map(({ results }) => results.at(-1)!.claimChanged.claim.assignee!.email);
    expect(emails).toEqual(['ada@example.org', 'ada@example.org', null, 'ada@example.org', 'ada@example.org']);
    const asked = await Promise.all(
      tokens.map(async (token) => {
        const { data } = await room.api.ask<{ node: Change['claimChanged']['claim'] }>(
          token,
          'query ($id: ID!) { node(id: $id) { ... on Claim { text assignee { name email } } } }',
          { id: claim.id },
        );
        return data!.node;
      }),
    );
    expect(subscriptions.map(({ results }) => results.at(-1)!.claimChanged.claim)).toEqual(asked);
  });

  it('are told until they end, by the names that they gave', async () => {
    const [staying, leaving] = [await socketOf(room.token), await socketOf(room.token)];
    const name = '"}\\u0000 ü';
    for (const socket of [staying, leaving]) {
      socket.send({
        type: 'subscribe',
        id: name,
        payload: {
          query: 'subscription { claimChanged { claim { text comments(last: 1) { edges { node { text } } } } } }',
        },
      });
      await begun(socket);
    }
    const results = ({ messages }: TestSocket): unknown[] => messages.filter((each) => each.id === name);
    const resultOf = (text: string): unknown => ({
      ...{ type: 'next', id: name },
      payload: {
        data: { claimChanged: { claim: { text: 'Nobody was hurt.', comments: { edges: [{ node: { text } }] } } } },
      },
    });
    await comment('One');
    // What happened before they began may be told, too, when it has no place in the order yet.
    await until('both are told', () =>
      Promise.resolve([staying, leaving].every((each) => isDeepStrictEqual(results(each).at(-1), resultOf('One')))),
    );
    leaving.send({ type: 'complete', id: name });
    await begun(leaving);
    const heard = results(leaving).length;
    await comment('Two');
    await until('the other is told', () =>
      Promise.resolve(isDeepStrictEqual(results(staying).at(-1), resultOf('Two'))),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(results(leaving)).toHaveLength(heard);
  });
});
