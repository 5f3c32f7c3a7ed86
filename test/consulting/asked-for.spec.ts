import { jest } from '@jest/globals';
import { beginQuestion } from '../../src/consulting/opinion.repository.js';
import type { Role } from '../../src/database/codes.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { FERRY, mutationOf, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { openConsulted, type ConsultedRoom, type Wished } from './support/consulted.js';
import { says } from './support/fake-judge.js';

jest.setTimeout(60_000);

const WISHED = 'citations { id } job { id } userErrors { code message field }';

let room: ConsultedRoom;
let citation: string;
beforeAll(async () => {
  room = await openConsulted({ OBELUS_JUDGE_DAILY_LIMIT: '2' });
  citation = await room.citation('crossed the sound 412');
});
afterAll(() => room.close());

const as = async (role: Role, citationIds: string[]) =>
  room.api.ask<{ askSecondJudge: Wished }>(
    await room.api.token(room.viewer, role),
    mutationOf('askSecondJudge', WISHED),
    { input: { citationIds } },
  );

describe('a wish', () => {
  it('is a checker’s to have', async () => {
    const { errors } = await as('READER', [citation]);
    expect(errors![0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('must name citations of the workspace, and says which it does not', async () => {
    const none = toGlobalId('Citation', crypto.randomUUID());
    expect((await room.wish(citation, none)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['citationIds', '1'] },
    ]);
    expect((await room.wish()).userErrors).toMatchObject([{ code: 'EMPTY', field: ['citationIds'] }]);
    expect((await room.wish(citation, 'x')).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['citationIds', '1'] },
    ]);
    const many = Array.from({ length: 101 }, () => none);
    expect((await room.wish(...many)).userErrors).toMatchObject([{ code: 'TOO_LARGE', field: ['citationIds'] }]);
    expect(room.judge.asked).toEqual([]);
  });

  it('needs a text to hold the claim beside, and says where one lacks', async () => {
    const [without, dangling] = [await room.citation('at night'), await room.citation('Repairs cost')];
    const { userErrors, job } = await room.wish(citation, without, dangling);
    expect(userErrors).toMatchObject([
      { code: 'NOT_POSSIBLE', field: ['citationIds', '1'], message: expect.stringContaining('no snapshot') },
      { code: 'NOT_POSSIBLE', field: ['citationIds', '2'], message: expect.stringContaining('no snapshot') },
    ]);
    expect(job).toBeNull();
  });

  it('is not for a proposal, which is not compared', async () => {
    const { id: claimId } = await room.claim('Nobody was hurt', room.articleId);
    const proposed = await room.change<{ citation: { id: string } }>(
      'proposeSource',
      { claimId, sourceId: room.sourceId, program: 'Writing assistant' },
      'citation { id } userErrors { message }',
    );
    expect((await room.wish(citation, proposed.citation.id)).userErrors).toMatchObject([
      { code: 'NOT_POSSIBLE', field: ['citationIds', '1'], message: expect.stringContaining('accept it first') },
    ]);
    expect(room.judge.asked).toEqual([]);
  });

  it('may name one twice', async () => {
    room.judge.next.push(says({ label: 'NOT_FOUND' }));
    const { citations, job } = await room.wish(citation, citation);
    expect(citations).toEqual([{ id: citation }]);
    expect((await room.done(job)).state).toBe('DONE');
    expect(room.judge.asked).toHaveLength(1);
  });

  it('is refused when the day has no more questions, and told by when it has', async () => {
    const other = await room.citation('It carried 90,000');
    expect((await room.asked(other)).state).toBe('DONE');
    await room.import('ferry', FERRY.replace('90,000', '91,000'));
    await room.comparing.round(new Date(Date.now() + 1_000));
    const { userErrors, job } = await room.wish(await room.citation('It carried 91,000'));
    expect([userErrors, job]).toMatchObject([
      [{ code: 'NOT_POSSIBLE', message: expect.stringMatching(/today's 2 questions .* midnight UTC/) }],
      null,
    ]);
    // What is known costs nothing.
    expect((await room.wish(citation)).userErrors).toEqual([]);
    // A day later there are more.
    await room.api.db.owner("UPDATE judge_question SET asked_at = now() - interval '2 days'");
    expect((await room.asked(await room.citation('It carried 91,000'))).state).toBe('DONE');
  });

  it('is the day’s last for one of several that ask at once, whatever workspaces they are of', async () => {
    await room.api.db.owner("UPDATE judge_question SET asked_at = now() - interval '2 days'");
    const ask = async (i: number): Promise<string> => {
      const viewer = await room.api.db.workspace(`Desk ${i}`);
      const begun = await room.api.db.database.withWorkspace(viewer, (connection) =>
        beginQuestion(
          connection,
          viewer.workspaceId,
          { citationId: crypto.randomUUID(), about: 'a', model: 'judge-1' },
          { limit: 2, heldMs: 1_000, at: new Date(), wishedAt: null },
        ),
      );
      return typeof begun === 'string' ? begun : 'BEGUN';
    };
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => ask(i)));
    expect(all.sort()).toEqual(['BEGUN', 'BEGUN', 'LIMITED', 'LIMITED', 'LIMITED', 'LIMITED']);
  });
});

describe('another workspace', () => {
  it('sees no opinion, and can ask for none', async () => {
    const strange = await room.api.db.workspace('Another desk');
    const token = await room.api.token(strange);
    const { data } = await room.api.ask<{ node: null; askSecondJudge: Wished }>(
      token,
      `mutation ($c: ID!) { askSecondJudge(input: { citationIds: [$c] }) { ${WISHED} } }`,
      { c: citation },
    );
    expect(data!.askSecondJudge).toMatchObject({ citations: null, job: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const read = await room.api.ask(
      token,
      'query ($c: ID!) { node(id: $c) { ... on Citation { opinions { label } } } }',
      {
        c: citation,
      },
    );
    expect(read.data).toEqual({ node: null });
    for (const table of ['second_opinion', 'judge_question']) {
      const rows = await room.api.db.database.readWorkspace(strange, (c) => c.query(`SELECT * FROM ${table}`));
      expect([table, rows]).toEqual([table, []]);
      expect((await room.rows(`SELECT 1 FROM ${table}`)).length).toBeGreaterThan(0);
    }
  });
});

describe('an opinion', () => {
  it('is never changed and never taken back by the program', async () => {
    const write = (sql: string) => room.api.db.database.withWorkspace(room.viewer, (c) => c.query(sql));
    await expect(write("UPDATE second_opinion SET rationale = 'other'")).rejects.toThrow(/permission denied/);
    await expect(write('DELETE FROM second_opinion')).rejects.toThrow(/permission denied/);
    await expect(write('DELETE FROM judge_question')).rejects.toThrow(/permission denied/);
  });

  it('is read with those of all other citations by one statement', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Article { claims(first: 50) { edges { node {
      citations { opinions { label askedBy { name } } } } } } } } }`;
    const statements = await room.api.statements(() => room.ask(query, { id: toGlobalId('Article', room.articleId) }));
    expect(statements.filter((sql) => sql.includes('second_opinion'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes('FROM member'))).toHaveLength(1);
  });
});

describe('a server without a second judge', () => {
  let plain: Newsroom;
  beforeAll(async () => (plain = await openNewsroom()));
  afterAll(() => plain.close());

  it('says so, and has no opinions', async () => {
    const articleId = await plain.import('ferry');
    const [row] = await plain.rows<{ id: string }>('SELECT id FROM citation WHERE article_id = $1 LIMIT 1', [
      articleId,
    ]);
    const citationIds = [toGlobalId('Citation', row!.id)];
    const { userErrors } = await plain.change<Wished>('askSecondJudge', { citationIds }, WISHED);
    expect(userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', message: expect.stringContaining('OBELUS_JUDGE_URL') }]);
    const { node } = await plain.ask<{ node: unknown }>(
      'query ($id: ID!) { node(id: $id) { ... on Citation { opinions { label } } } }',
      { id: citationIds[0] },
    );
    expect(node).toEqual({ opinions: [] });
  });
});
