import { jest } from '@jest/globals';
import { id, openNewsroom, type ClaimRow, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
let articleId: string;
let claim: ClaimRow;
let articles = 0;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
beforeEach(async () => {
  articleId = await room.import(`ferry-${++articles}`);
  claim = await room.claim('Nobody was hurt', articleId);
});

interface Marked {
  claim: { version: number; assignee: { name: string } | null; verdict: { value: string; text: string } | null } | null;
  userErrors: { code: string; field: string[] }[];
}
const SHOWN = 'claim { version assignee { name } verdict { value text } } userErrors { code field message }';
const assign = (input: object): Promise<Marked> => room.change('assignClaim', input, SHOWN);
const judge = (input: object): Promise<Marked & { verdict: { id: string; createdBy: { name: string } } | null }> =>
  room.change('setVerdict', input, `${SHOWN} verdict { id createdBy { name } }`);
const comment = (input: object): Promise<Marked & { comment: { id: string; text: string } | null }> =>
  room.change('addComment', input, `${SHOWN} comment { id text createdAt createdBy { name } claim { id } }`);

const kinds = async (): Promise<string[]> =>
  (await room.rows<{ kind: string }>('SELECT kind FROM event WHERE article_id = $1 ORDER BY seq', [articleId])).map(
    ({ kind }) => kind,
  );

describe('a claim', () => {
  it('is assigned to a member, and to nobody again', async () => {
    const memberId = id('Member', room.viewer.memberId);
    const assigned = await assign({ claimId: claim.id, memberId, expectedVersion: claim.version });
    expect(assigned).toMatchObject({
      claim: { version: claim.version + 1, assignee: { name: 'A member' } },
      userErrors: [],
    });
    // To the same again: nothing changes, and nothing is told.
    expect((await assign({ claimId: claim.id, memberId })).claim!.version).toBe(claim.version + 1);
    expect((await assign({ claimId: claim.id, memberId: null, expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['expectedVersion'] },
    ]);
    expect(await assign({ claimId: claim.id })).toMatchObject({ claim: { assignee: null }, userErrors: [] });
    expect(await kinds()).toEqual(['article.imported', 'claim.assigned', 'claim.assigned']);
  });

  it('has one verdict that counts, the newest', async () => {
    const first = await judge({ claimId: claim.id, value: 'MIXED', text: 'One reporter was.' });
    expect(first).toMatchObject({
      verdict: { createdBy: { name: 'A member' } },
      claim: { version: claim.version + 1, verdict: { value: 'MIXED', text: 'One reporter was.' } },
    });
    const stale = { claimId: claim.id, value: 'TRUE', text: 'None was.', expectedVersion: claim.version };
    expect((await judge(stale)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const second = await judge({ claimId: claim.id, value: 'TRUE', text: 'None was.' });
    expect(second.claim!.verdict).toEqual({ value: 'TRUE', text: 'None was.' });
    expect(
      await room.rows(
        'SELECT value, outdated_at IS NULL AS counts FROM verdict WHERE claim_id = $1 ORDER BY created_at',
        [claim.uuid],
      ),
    ).toEqual([
      { value: 3, counts: false },
      { value: 1, counts: true },
    ]);
    // Rules never look at it.
    expect((await room.claim('Nobody was hurt', articleId)).standing).toBe(claim.standing);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('has comments, a page at a time and each by its id', async () => {
    for (const text of ['Who says so?', 'The port does.\n\nSee its log.', 'Then cite it.']) {
      expect((await comment({ claimId: claim.id, text })).userErrors).toEqual([]);
    }
    const query = `query ($id: ID!, $after: String) { node(id: $id) { ... on Claim {
      comments(first: 2, after: $after) { edges { node { id text createdBy { name } claim { id } } } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = { edges: { node: { id: string; text: string } }[]; pageInfo: { endCursor: string } };
    const page = async (after: string | null): Promise<Page> =>
      (await room.ask<{ node: { comments: Page } }>(query, { id: claim.id, after })).node.comments;
    const first = await page(null);
    expect(first).toMatchObject({
      edges: [
        { node: { text: 'Who says so?', createdBy: { name: 'A member' }, claim: { id: claim.id } } },
        { node: { text: 'The port does.\n\nSee its log.' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({
      edges: [{ node: { text: 'Then cite it.' } }],
      pageInfo: { hasNextPage: false },
    });
    const { node } = await room.ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Comment { text } } }',
      {
        id: first.edges[0]!.node.id,
      },
    );
    expect(node).toEqual({ text: 'Who says so?' });
    expect((await room.claim('Nobody was hurt', articleId)).version).toBe(claim.version + 3);
  });

  it('that somebody else has changed comes with the conflict, as it is now', async () => {
    const verdict = { claimId: claim.id, value: 'TRUE', text: 'So it is.' };
    expect((await judge(verdict)).userErrors).toEqual([]);
    const { setVerdict } = await room.ask<{ setVerdict: { userErrors: unknown[] } }>(
      `mutation ($input: SetVerdictInput!) { setVerdict(input: $input) { userErrors { __typename code field
        ... on ConflictError { version current { id ... on Claim { version verdict { value } } } } } } }`,
      { input: { ...verdict, expectedVersion: claim.version } },
    );
    const version = claim.version + 1;
    expect(setVerdict.userErrors).toEqual([
      {
        __typename: 'ConflictError',
        code: 'CONFLICT',
        field: ['expectedVersion'],
        version,
        current: { id: claim.id, version, verdict: { value: 'TRUE' } },
      },
    ]);
  });

  it('is marked in few statements, and judged by none of them', async () => {
    const memberId = id('Member', room.viewer.memberId);
    // Judging would read the rules, and write the totals.
    const writes = /ruleset|article_tally|claim_part/;
    for (const mark of [
      () => assign({ claimId: claim.id, memberId }),
      () => judge({ claimId: claim.id, value: 'TRUE', text: 'So it is.' }),
      () => comment({ claimId: claim.id, text: 'Seen.' }),
    ]) {
      const seen = await room.api.statements(mark);
      const changing = seen.slice(0, seen.findLastIndex((sql) => /^(INSERT|UPDATE)/.test(sql)) + 1);
      expect(changing.filter((sql) => writes.test(sql))).toEqual([]);
      expect(changing.length).toBeLessThanOrEqual(10);
    }
  });
});

it.each<[string, (claimId: string) => Promise<Marked>, string, string[]]>([
  [
    'an unknown member',
    (claimId) => assign({ claimId, memberId: id('Member', crypto.randomUUID()) }),
    'NOT_FOUND',
    ['memberId'],
  ],
  ['a claim for a member', (claimId) => assign({ claimId, memberId: claimId }), 'INVALID_INPUT', ['memberId']],
  ['an unknown claim', () => assign({ claimId: id('Claim', crypto.randomUUID()) }), 'NOT_FOUND', ['claimId']],
  ['a verdict without a reason', (claimId) => judge({ claimId, value: 'TRUE', text: '' }), 'EMPTY', ['text']],
  ['an empty comment', (claimId) => comment({ claimId, text: ' \n' }), 'EMPTY', ['text']],
  ['too long a comment', (claimId) => comment({ claimId, text: 'x'.repeat(10_001) }), 'INVALID_INPUT', ['text']],
])('%s is refused', async (_what, mark, code, field) => {
  const { claim: shown, userErrors } = await mark(claim.id);
  expect([shown, userErrors]).toMatchObject([null, [{ code, field }]]);
  expect(await kinds()).toEqual(['article.imported']);
});

it('a claim that went with an earlier revision is not marked any more', async () => {
  await room.import(`ferry-${articles}`, 'The Sandvik ferry\n\nIt was sold.\n');
  expect((await comment({ claimId: claim.id, text: 'Still so?' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

it('an archived article is left alone', async () => {
  await room.api.db.owner('UPDATE article SET archived_at = now() WHERE id = $1', [articleId]);
  expect((await assign({ claimId: claim.id })).userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', field: ['claimId'] },
  ]);
});

it('members are listed by name, those of the workspace alone', async () => {
  for (const name of ['Brita', 'Åke', 'Abel']) {
    await room.api.db.owner('INSERT INTO member (workspace_id, id, name, role) VALUES ($1, $2, $3, 2)', [
      room.viewer.workspaceId,
      crypto.randomUUID(),
      name,
    ]);
  }
  await room.api.db.workspace('Elsewhere');
  const query = `query ($first: Int, $after: String) { members(first: $first, after: $after) {
    edges { node { id name role } } pageInfo { hasNextPage endCursor } } }`;
  type Page = { members: { edges: { node: { name: string } }[]; pageInfo: { endCursor: string } } };
  const { members: first } = await room.ask<Page>(query, { first: 2 });
  const { members: rest } = await room.ask<Page>(query, { after: first.pageInfo.endCursor });
  const names = [...first.edges, ...rest.edges].map(({ node }) => node.name);
  expect(names.toSorted()).toEqual(['A member', 'Abel', 'Brita', 'Åke'].toSorted());
  expect(rest.edges).toHaveLength(2);
});
