import { jest } from '@jest/globals';
import { passTime } from '../../src/editing/pass-time.js';
import { id, openNewsroom, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
let articleId: string;
let articles = 0;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
beforeEach(async () => {
  articleId = await room.import(`ferry-${++articles}`);
});

interface Waived {
  waiver: { id: string; reason: string; expiresAt: string | null } | null;
  finding: { id: string; state: string; waiver: { reason: string } | null } | null;
  claim: { standing: string; version: number } | null;
  fixed: unknown[];
  opened: unknown[];
  userErrors: { code: string; field: string[]; message: string }[];
}
const SHOWN = `finding { id state waiver { reason } } claim { standing version } fixed { id } opened { id }
  userErrors { code field message }`;

const waive = (input: unknown): Promise<Waived> =>
  room.change('waiveFinding', input, `waiver { id reason expiresAt } ${SHOWN}`);
const lift = (input: unknown): Promise<Waived> => room.change('liftWaiver', input, SHOWN);

async function finding(rule: string, words?: string): Promise<{ uuid: string; id: string; state: number }> {
  const claim = words === undefined ? null : await room.claim(words, articleId);
  const [row] = await room.rows<{ uuid: string; state: number }>(
    `SELECT id AS uuid, state FROM finding WHERE article_id = $1 AND rule = $2 AND claim_id IS NOT DISTINCT FROM $3`,
    [articleId, rule, claim?.uuid ?? null],
  );
  return { ...row!, id: id('Finding', row!.uuid) };
}
const tally = async (): Promise<Record<string, unknown>> =>
  (await room.rows('SELECT * FROM article_tally WHERE article_id = $1', [articleId]))[0]!;
const events = () =>
  room.rows<{ kind: string; subject_type: string; actor_id: string | null; after: Record<string, unknown> | null }>(
    'SELECT kind, subject_type, actor_id, after FROM event WHERE article_id = $1 AND seq > 1 ORDER BY seq',
    [articleId],
  );
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

it('accept a finding: its state, its claim and the totals change at once', async () => {
  const open = await finding('uncited-claim', 'Nobody was hurt');
  const [before, totals] = [await room.claim('Nobody was hurt', articleId), await tally()];
  expect(before.standing).toBe(4);

  const waived = await waive({ findingId: open.id, reason: '  Seen by our own reporter. ' });
  expect(waived).toMatchObject({
    waiver: { reason: 'Seen by our own reporter.', expiresAt: null },
    finding: { id: open.id, state: 'WAIVED', waiver: { reason: 'Seen by our own reporter.' } },
    claim: { standing: 'WAIVED', version: before.version + 1 },
    fixed: [],
    opened: [],
    userErrors: [],
  });
  const after = await room.claim('Nobody was hurt', articleId);
  expect([after.standing, after.rank > before.rank, after.dueAt]).toEqual([5, true, null]);
  expect(await tally()).toMatchObject({
    weak: Number(totals.weak) - 1,
    waived: Number(totals.waived) + 1,
    notes: Number(totals.notes) - 1,
  });
  const [event] = await events();
  expect(event).toMatchObject({ kind: 'finding.waived', subject_type: 'Finding', actor_id: room.viewer.memberId });
  expect(event!.after).toMatchObject({
    claimId: before.uuid,
    standings: [{ claimId: before.uuid, from: 'WEAK', to: 'WAIVED' }],
  });
  expect(await room.drift(articleId)).toEqual([]);

  expect(await lift({ waiverId: waived.waiver!.id })).toMatchObject({
    finding: { id: open.id, state: 'OPEN', waiver: null },
    claim: { standing: 'WEAK', version: before.version + 2 },
    userErrors: [],
  });
  expect(await tally()).toEqual(totals);
  expect((await lift({ findingId: open.id })).userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', field: ['findingId'] },
  ]);
  expect((await events()).map(({ kind }) => kind)).toEqual(['finding.waived', 'waiver.lifted']);
  expect(await room.drift(articleId)).toEqual([]);
});

it('accept a finding about the article, which changes no claim', async () => {
  const gap = await finding('numbering-gap');
  const totals = await tally();
  const ranks = (): Promise<unknown[]> =>
    room.rows('SELECT id, standing, rank, version, judged_at FROM claim WHERE article_id = $1 ORDER BY id', [
      articleId,
    ]);
  const before = await ranks();
  expect(await waive({ findingId: gap.id, reason: 'Four numbers were cut with a section.' })).toMatchObject({
    finding: { state: 'WAIVED' },
    claim: null,
    userErrors: [],
  });
  expect(await ranks()).toEqual(before);
  expect(await tally()).toMatchObject({ notes: Number(totals.notes) - 1 });
  expect(await room.drift(articleId)).toEqual([]);
  expect(await lift({ findingId: gap.id })).toMatchObject({ finding: { state: 'OPEN' }, userErrors: [] });
  expect(await tally()).toEqual(totals);
});

it('end by time, once, as lifting them would', async () => {
  const open = await finding('uncited-claim', 'Nobody was hurt');
  const gap = await finding('numbering-gap');
  const totals = await tally();
  const until = inAnHour();
  expect((await waive({ findingId: open.id, reason: 'For now.', expiresAt: until })).waiver).toMatchObject({
    expiresAt: until,
  });
  await waive({ findingId: gap.id, reason: 'For now.', expiresAt: until });
  expect((await room.claim('Nobody was hurt', articleId)).dueAt).toEqual(new Date(until));

  const expire = (at: Date): Promise<number> =>
    room.api.db.database.withWorkspace(room.viewer, (connection) =>
      passTime(connection, room.viewer.workspaceId, articleId, at),
    );
  expect(await expire(new Date())).toBe(0);
  const late = new Date(Date.parse(until) + 1);
  expect(await Promise.all([expire(late), expire(late)])).toEqual(expect.arrayContaining([0, 2]));
  expect([(await finding('numbering-gap')).state, (await finding('uncited-claim', 'Nobody was hurt')).state]).toEqual([
    1, 1,
  ]);
  expect(await room.claim('Nobody was hurt', articleId)).toMatchObject({ standing: 4, dueAt: null });
  expect(await tally()).toEqual(totals);
  expect((await events()).slice(2)).toMatchObject([
    { kind: 'waiver.expired', actor_id: null },
    { kind: 'waiver.expired', actor_id: null },
  ]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('are due at the earliest end of those on one claim', async () => {
  const [row] = await room.rows<{ claim: string; ids: string[] }>(
    `SELECT claim_id AS claim, array_agg(id::text) AS ids FROM finding WHERE article_id = $1 AND state = 1
     AND claim_id IS NOT NULL GROUP BY claim_id HAVING count(*) > 1 LIMIT 1`,
    [articleId],
  );
  const [first, second] = [inAnHour(), new Date(Date.now() + 7_200_000).toISOString()];
  await waive({ findingId: id('Finding', row!.ids[0]!), reason: 'Later.', expiresAt: second });
  const { waiver } = await waive({ findingId: id('Finding', row!.ids[1]!), reason: 'Sooner.', expiresAt: first });
  const due = () => room.rows('SELECT due_at FROM claim WHERE id = $1', [row!.claim]);
  expect(await due()).toEqual([{ due_at: new Date(first) }]);
  await lift({ waiverId: waiver!.id });
  expect(await due()).toEqual([{ due_at: new Date(second) }]);
});

it('hold when the article is judged again', async () => {
  const open = await finding('uncited-claim', 'Nobody was hurt');
  await waive({ findingId: open.id, reason: 'Seen.' });
  const { uuid } = await room.claim('Nobody was hurt', articleId);
  const attached = await room.change<{ claim: { standing: string }; citation: { id: string } }>(
    'attachSource',
    { claimId: id('Claim', uuid), source: { title: 'A', url: 'https://coast.example/r' } },
    'claim { standing } citation { id }',
  );
  expect(attached.claim.standing).not.toBe('WAIVED');
  expect((await waive({ findingId: open.id, reason: 'Again.' })).userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', field: ['findingId'] },
  ]);
  await room.change('detachSource', { citationId: attached.citation.id }, 'claim { standing }');
  expect((await room.claim('Nobody was hurt', articleId)).standing).toBe(5);
  expect(await room.drift(articleId)).toEqual([]);
});

it.each<[string, Record<string, unknown>, string, string[]]>([
  ['no reason', { reason: ' ' }, 'EMPTY', ['reason']],
  ['too long a reason', { reason: 'x'.repeat(2_001) }, 'INVALID_INPUT', ['reason']],
  ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT', ['expiresAt']],
  ['an id of another type', { findingId: id('Claim', crypto.randomUUID()) }, 'INVALID_INPUT', ['findingId']],
  ['an unknown finding', { findingId: id('Finding', crypto.randomUUID()) }, 'NOT_FOUND', ['findingId']],
])('are refused with %s', async (_what, wrong, code, field) => {
  const open = await finding('uncited-claim', 'Nobody was hurt');
  const { userErrors } = await waive({ findingId: open.id, reason: 'Seen.', ...wrong });
  expect(userErrors).toMatchObject([{ code, field }]);
  expect(userErrors[0]!.message.length).toBeGreaterThan(15);
  expect(await events()).toEqual([]);
});

it('are refused where there is one already, and lifted only when named once', async () => {
  const open = await finding('uncited-claim', 'Nobody was hurt');
  const { waiver } = await waive({ findingId: open.id, reason: 'Seen.' });
  expect((await waive({ findingId: open.id, reason: 'Twice.' })).userErrors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
  expect((await lift({})).userErrors).toMatchObject([{ code: 'EMPTY', field: ['waiverId'] }]);
  expect((await lift({ waiverId: waiver!.id, findingId: open.id })).userErrors).toMatchObject([
    { code: 'INVALID_INPUT', field: ['findingId'] },
  ]);
  expect((await lift({ waiverId: id('Waiver', crypto.randomUUID()) })).userErrors).toMatchObject([
    { code: 'NOT_FOUND', field: ['waiverId'] },
  ]);
});
