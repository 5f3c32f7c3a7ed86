import { FINDING_STATE } from '../../src/database/codes.js';
import { passTime } from '../../src/editing/pass-time.js';
import { id, openNewsroom, type Newsroom } from './support/newsroom.js';

/** What time, verdicts and ratings change of what the rules find. */

let room: Newsroom;
let articles = 0;
let articleId: string;

const DAY = 86_400_000;
const NEXT_YEAR = new Date().getUTCFullYear() + 1;
const TEXT = `The Sandvik bridge

The bridge will open in May ${NEXT_YEAR} [1].

Toll: Not yet disclosed
Owner: The county [1]
Length: 400 metres [1]

References

[1] Port office, "The bridge", 2024. https://port.example/bridge
`;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
beforeEach(async () => {
  articleId = await room.import(`bridge-${++articles}`, TEXT);
});

const open = async (rule: string): Promise<string[]> => {
  const rows = await room.rows<{ message: string }>(
    'SELECT message FROM finding WHERE article_id = $1 AND rule = $2 AND state = $3 ORDER BY id',
    [articleId, rule, FINDING_STATE.toCode.OPEN],
  );
  return rows.map(({ message }) => message);
};
const pass = (at: Date): Promise<number> =>
  room.api.db.database.withWorkspace(room.viewer, (connection) =>
    passTime(connection, room.viewer.workspaceId, articleId, at),
  );
const events = async (): Promise<string[]> =>
  (await room.rows<{ kind: string }>('SELECT kind FROM event WHERE article_id = $1 ORDER BY seq', [articleId])).map(
    ({ kind }) => kind,
  );
/** Lets the article be as old as if it had been imported, and judged, so many days ago. */
const age = (days: number): Promise<unknown> =>
  room.api.db.owner(
    `WITH r AS (UPDATE revision SET created_at = (created_at AT TIME ZONE 'UTC' - make_interval(days => $2)) AT TIME ZONE 'UTC' WHERE article_id = $1)
     UPDATE claim SET judged_at = (judged_at AT TIME ZONE 'UTC' - make_interval(days => $2)) AT TIME ZONE 'UTC', due_at = (due_at AT TIME ZONE 'UTC' - make_interval(days => $2)) AT TIME ZONE 'UTC'
     WHERE article_id = $1`,
    [articleId, days],
  );

it('a value that stays undisclosed is due, and then stale', async () => {
  const toll = () => room.claim('Toll', articleId);
  const [revision] = await room.rows<{ at: Date }>('SELECT created_at AS at FROM revision WHERE article_id = $1', [
    articleId,
  ]);
  const due = new Date(revision!.at.getTime() + 90 * DAY);
  expect((await toll()).dueAt).toEqual(due);
  expect([(await open('undisclosed-value')).length, (await open('stale-undisclosed')).length]).toEqual([1, 0]);

  await pass(new Date(due.getTime() - 1));
  expect(await events()).toEqual(['article.imported']);
  await pass(due);
  expect([(await open('undisclosed-value')).length, (await open('stale-undisclosed')).length]).toEqual([0, 1]);
  expect((await toll()).dueAt).toBeNull();
  expect(await events()).toEqual(['article.imported', 'article.due']);
  await pass(due);
  expect((await events()).length).toBe(2);
  expect(await room.drift(articleId)).toEqual([]);
});

it('what is due and not judged yet is no drift', async () => {
  await age(100);
  expect(await room.drift(articleId)).toEqual([]);
  await pass(new Date());
  expect((await open('stale-undisclosed')).length).toBe(1);
  expect(await room.drift(articleId)).toEqual([]);
});

it('the same text imported again is as old as before, and another one is new', async () => {
  await age(100);
  await room.import(`bridge-${articles}`, TEXT);
  expect((await open('stale-undisclosed')).length).toBe(1);
  await room.import(`bridge-${articles}`, TEXT.replace('Not yet disclosed', 'TBD'));
  expect([(await open('undisclosed-value')).length, (await open('stale-undisclosed')).length]).toEqual([1, 0]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('a claim about the future expires, and a verdict takes note of it', async () => {
  const claim = await room.claim('will open', articleId);
  const over = new Date(Date.UTC(NEXT_YEAR, 5, 1));
  expect(claim.dueAt).toEqual(over);
  await pass(over);
  expect(await open('expired-claim')).toEqual([expect.stringContaining(`“May ${NEXT_YEAR}” has passed`)]);
  expect((await room.claim('will open', articleId)).dueAt).toBeNull();

  const { userErrors } = await room.change<{ userErrors: unknown[] }>(
    'setVerdict',
    { claimId: claim.id, value: 'FALSE', text: 'It did not.' },
    'userErrors { code }',
  );
  expect(userErrors).toEqual([]);
  // The verdict is of today, and May is yet to come.
  expect(await open('expired-claim')).toEqual([]);
  expect((await room.claim('will open', articleId)).dueAt).toEqual(over);
  expect(await room.drift(articleId)).toEqual([]);
});

it('a waiver and a rule share one time at which a claim is due', async () => {
  const [finding] = await room.rows<{ id: string }>(
    "SELECT id FROM finding WHERE article_id = $1 AND rule = 'undisclosed-value'",
    [articleId],
  );
  const { dueAt } = await room.claim('Toll', articleId);
  const until = new Date(Date.now() + DAY).toISOString();
  const waive = await room.change<{ waiver: { id: string }; userErrors: unknown[] }>(
    'waiveFinding',
    { findingId: id('Finding', finding!.id), reason: 'Asked.', expiresAt: until },
    'waiver { id } userErrors { code }',
  );
  expect(waive.userErrors).toEqual([]);
  expect((await room.claim('Toll', articleId)).dueAt).toEqual(new Date(until));
  await room.change('liftWaiver', { waiverId: waive.waiver.id }, 'userErrors { code }');
  expect((await room.claim('Toll', articleId)).dueAt).toEqual(dueAt);
  expect(await room.drift(articleId)).toEqual([]);
});

it('quotes on three claims are seen from each of them', async () => {
  const text = `The pier\n\nThe pier leans [1].\n\nBarges moor in the basin [1].\n\nPilots board at dawn [1].\n\nReferences\n\n[1] Port office, "The pier", 2024. https://pier.example/1\n`;
  articleId = await room.import(`pier-${articles}`, text);
  const citations = await room.rows<{ id: string }>('SELECT id FROM citation WHERE article_id = $1', [articleId]);
  for (const each of citations) {
    expect(await open('reused-quote')).toEqual([]);
    await room.change(
      'updateCitation',
      { citationId: id('Citation', each.id), quote: 'Everything is as it was.' },
      'userErrors { code }',
    );
  }
  expect(await open('reused-quote')).toEqual([expect.stringContaining('3 different claims, on lines 3, 5 and 7')]);
  expect(await room.drift(articleId)).toEqual([]);
});
