import { jest } from '@jest/globals';
import { id, openNewsroom, type ClaimRow, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
let articleId: string;
let claim: ClaimRow;
let findingId: string;

beforeAll(async () => {
  room = await openNewsroom();
  articleId = await room.import('ferry');
  await room.import('other');
  claim = await room.claim('Nobody was hurt', articleId);
  const [finding] = await room.rows<{ id: string }>(
    `SELECT id FROM finding WHERE claim_id = $1 AND rule = 'uncited-claim'`,
    [claim.uuid],
  );
  findingId = id('Finding', finding!.id);
  const memberId = id('Member', room.viewer.memberId);
  await room.change('assignClaim', { claimId: claim.id, memberId }, 'claim { id }');
  await room.change('waiveFinding', { findingId, reason: 'Seen.' }, 'claim { id }');
  await room.change('addComment', { claimId: claim.id, text: 'Why?' }, 'claim { id }');
  await room.change('liftWaiver', { findingId }, 'claim { id }');
  const source = { title: 'Accounts', url: 'https://county.example/a' };
  await room.change('defineReference', { articleId: id('Article', articleId), number: 7, source }, 'reference { id }');
});
afterAll(() => room.close());

interface Page {
  edges: { cursor: string; node: Record<string, unknown> & { kind: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}
const history = async (subjectId: string, page: object = {}): Promise<Page> =>
  (
    await room.ask<{ history: Page }>(
      `query ($subjectId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
        history(subjectId: $subjectId, first: $first, after: $after, last: $last, before: $before) {
          edges { cursor node { kind at seq subjectType subjectId actor { name } article { slug } before after } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { subjectId, ...page },
    )
  ).history;
const kinds = ({ edges }: Page): string[] => edges.map(({ node }) => node.kind);

const ALL = [
  'article.imported',
  'claim.assigned',
  'finding.waived',
  'comment.added',
  'waiver.lifted',
  'reference.defined',
];

it('of an article is all that happened in it', async () => {
  const page = await history(id('Article', articleId));
  expect(kinds(page)).toEqual(ALL);
  expect(page.edges.map(({ node }) => node.seq)).toEqual([1, 2, 3, 4, 5, 6]);
});

it('of a claim is what was done to it and to what is found about it, with ids of the API', async () => {
  const page = await history(claim.id);
  expect(kinds(page)).toEqual(ALL.slice(1, 5));
  expect(page.edges[0]!.node).toMatchObject({
    kind: 'claim.assigned',
    subjectType: 'Claim',
    subjectId: claim.id,
    actor: { name: 'A member' },
    article: { slug: 'ferry' },
    before: { assigneeId: null },
    after: { assigneeId: id('Member', room.viewer.memberId), opened: [], fixed: [], standings: [] },
  });
  expect(page.edges[1]!.node).toMatchObject({
    subjectType: 'Finding',
    subjectId: findingId,
    before: null,
    after: { claimId: claim.id, standings: [{ claimId: claim.id, from: 'WEAK', to: 'WAIVED' }] },
  });
  expect(JSON.stringify(page)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(kinds(await history(findingId))).toEqual(['finding.waived', 'waiver.lifted']);
});

describe('of what is asked for alone', () => {
  const filtered = (filter: object, page: object = {}): Promise<{ history: Page }> =>
    room.ask(
      `query ($subjectId: ID!, $filter: HistoryFilter, $last: Int, $before: String) {
        history(subjectId: $subjectId, filter: $filter, last: $last, before: $before) {
          edges { cursor node { kind } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { subjectId: id('Article', articleId), filter, ...page },
    );

  it.each([
    ['kinds', () => ({ kinds: ['comment.added', 'waiver.lifted', 'none.such'] }), ['comment.added', 'waiver.lifted']],
    ['a member', () => ({ actorId: id('Member', room.viewer.memberId) }), ALL],
    ['another member', () => ({ actorId: id('Member', crypto.randomUUID()) }), []],
    ['what happened by itself', () => ({ byItself: true }), []],
    ['what somebody did', () => ({ byItself: false, kinds: ['finding.waived'] }), ['finding.waived']],
    ['nothing, which is all', () => ({}), ALL],
  ])('%s', async (_, filter, expected) => expect(kinds((await filtered(filter())).history)).toEqual(expected));

  it('a page at a time', async () => {
    const filter = { kinds: ['claim.assigned', 'comment.added', 'reference.defined'] };
    const { history: last } = await filtered(filter, { last: 2 });
    expect([kinds(last), last.pageInfo.hasPreviousPage]).toEqual([['comment.added', 'reference.defined'], true]);
    const { history: first } = await filtered(filter, { last: 2, before: last.pageInfo.startCursor });
    expect([kinds(first), first.pageInfo.hasPreviousPage]).toEqual([['claim.assigned'], false]);
  });

  it.each([
    [{ kinds: [] }, 'the list is empty'],
    [{ kinds: ['a\0b'] }, 'NUL'],
    [{ actorId: 'Ada' }, 'not the id of a Member'],
  ])('%j cannot be asked for', async (filter, words) => {
    const { errors } = await room.api.ask(
      room.token,
      'query ($subjectId: ID!, $filter: HistoryFilter) { history(subjectId: $subjectId, filter: $filter) { edges { cursor } } }',
      { subjectId: claim.id, filter },
    );
    expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

it('of a reference is its own', async () => {
  const [reference] = await room.rows<{ id: string }>('SELECT id FROM reference WHERE article_id = $1 AND number = 7', [
    articleId,
  ]);
  expect(kinds(await history(id('Reference', reference!.id)))).toEqual(['reference.defined']);
});

it('is read a page at a time, from both ends', async () => {
  const subject = id('Article', articleId);
  const first = await history(subject, { first: 2 });
  const next = await history(subject, { first: 3, after: first.pageInfo.endCursor });
  const end = await history(subject, { first: 3, after: next.pageInfo.endCursor });
  expect([...kinds(first), ...kinds(next), ...kinds(end)]).toEqual(ALL);
  expect([first, next, end].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  const last = await history(subject, { last: 2 });
  const former = await history(subject, { last: 10, before: last.pageInfo.startCursor });
  expect([...kinds(former), ...kinds(last)]).toEqual(ALL);
  expect([last.pageInfo.hasPreviousPage, former.pageInfo.hasPreviousPage]).toEqual([true, false]);
});

it('of what several articles share has the order of the workspace', async () => {
  const sourceId = crypto.randomUUID();
  const others = await room.rows<{ id: string }>('SELECT id FROM article ORDER BY slug');
  const told: [string, number, number | null][] = [
    [others[0]!.id, 101, 9],
    [others[1]!.id, 101, 8],
    [others[0]!.id, 102, 12],
    [others[1]!.id, 102, null],
  ];
  for (const [article, seq, order] of told) {
    await room.api.db.owner(
      `INSERT INTO event (workspace_id, article_id, seq, workspace_seq, kind, subject_type, subject_id)
       VALUES ($1, $2, $3, $4, $5, 'Source', $6)`,
      [room.viewer.workspaceId, article, seq, order, `order ${order}`, sourceId],
    );
  }
  const first = await history(id('Source', sourceId), { first: 2 });
  expect(kinds(first)).toEqual(['order 8', 'order 9']);
  expect(kinds(await history(id('Source', sourceId), { after: first.pageInfo.endCursor }))).toEqual(['order 12']);
});

it('of what is not there is empty, and of no id is a mistake', async () => {
  expect((await history(id('Claim', crypto.randomUUID()))).edges).toEqual([]);
  const stranger = await room.api.token(await room.api.db.workspace('Elsewhere'));
  const query = 'query ($id: ID!) { history(subjectId: $id) { edges { cursor } } }';
  for (const subject of [id('Article', articleId), claim.id, findingId]) {
    expect((await room.api.ask(stranger, query, { id: subject })).data).toEqual({ history: { edges: [] } });
  }
  expect((await room.api.ask(room.token, query, { id: 'claim-1' })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});
