import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readConfig } from '../../src/config/config.js';
import { askedCitations } from '../../src/consulting/asked-citation.js';
import { Consulting } from '../../src/consulting/consulting.js';
import { settleDoubt } from '../../src/consulting/doubtful.repository.js';
import { beginQuestion } from '../../src/consulting/opinion.repository.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { judge as instruments } from '../../src/telemetry/instruments.js';
import { CROSSINGS } from '../capturing/support/captures.js';
import { FERRY } from '../editing/support/newsroom.js';
import { until } from '../support/until.js';
import { openConsulted, type ConsultedRoom } from './support/consulted.js';
import { after, fails, says } from './support/fake-judge.js';

jest.setTimeout(60_000);

let room: ConsultedRoom;
let logged: string[] = [];
const stopped = new AbortController();
beforeAll(async () => {
  room = await openConsulted({ OBELUS_JUDGE_DAILY_LIMIT: '6', OBELUS_JUDGE_AT_ONCE: '2' });
  // After the server, which has its own.
  Logger.overrideLogger({
    log: (line: string) => logged.push(line),
    warn: (line: string) => logged.push(line),
    error: (line: string) => logged.push(line),
  });
});
beforeEach(() => {
  room.judge.reset();
  logged = [];
});
afterAll(() => room.close());

/** Another process's, which knows of no pause. */
const consulting = (more: Record<string, string> = {}): Consulting =>
  new Consulting(
    room.api.db.database,
    new Jobs(room.api.db.database, { jobs: 'off' }),
    readConfig({
      OBELUS_JUDGE_URL: room.judge.url,
      OBELUS_JUDGE_MODEL: 'judge-1',
      OBELUS_JUDGE_DAILY_LIMIT: '6',
      OBELUS_JUDGE_AT_ONCE: '2',
      ...more,
    }),
  );
const soon = (ms = 1_000) => new Date(Date.now() + ms);
const due = () =>
  room.rows<{ id: string; attempts: number; wait: number }>(
    `SELECT citation_id AS id, judge_attempts::integer AS attempts, extract(epoch FROM judge_due_at - now())::float8 AS wait
     FROM citation_comparison WHERE judge_due_at IS NOT NULL ORDER BY citation_id`,
  );
/** Has all citations of the ferry's first source compared with another text. */
const changed = async (what: string): Promise<void> => {
  await room.done((await room.capture(room.sourceId, { content: `${CROSSINGS}\n\n${what}` })).job);
};
const failed = async (): Promise<number> =>
  (await instruments.questions.get()).values.find(({ labels }) => labels['outcome'] === 'failed')?.value ?? 0;

it('what a comparison leaves in doubt is asked about, once, and by nobody’s wish', async () => {
  // One claim is found for sure; of the other, the number is not.
  expect(await due()).toHaveLength(1);
  await room.round();
  await room.round();
  expect(room.judge.asked).toHaveLength(1);
  expect(room.judge.told).toContain('It carried 90,000 people');
  const [opinion] = await room.opinions(await room.citation('It carried 90,000'));
  expect(opinion).toMatchObject({ label: 'NOT_FOUND', askedBy: null });
  expect(await due()).toEqual([]);
});

it('an endpoint in trouble is left alone for a while, told once, and harms nothing else', async () => {
  await changed('Second edition.');
  const before = await failed();
  room.judge.always = fails(401, {}, 'wrong key sk-very-secret-key');
  const own = consulting();
  expect(await own.round(soon(), stopped.signal)).toBe('later');
  expect(await own.round(soon(2_000), stopped.signal)).toBe('later');
  expect(room.judge.asked).toHaveLength(1);
  expect(logged).toEqual([expect.stringMatching(/refuses the question \(401\).*asked again in 30 s/)]);
  expect(logged.join()).not.toContain('sk-very');
  expect(await failed()).toBe(before + 1);
  expect(await due()).toEqual([{ id: expect.any(String), attempts: 1, wait: expect.closeTo(120, -1) }]);
  // Other work goes on.
  const { job } = await room.capture(room.sourceId, { content: `${CROSSINGS}\n\nSecond edition, revised.` });
  expect(await room.done(job)).toEqual({ state: 'DONE', error: null });

  room.judge.always = says({ label: 'NOT_FOUND' });
  logged = [];
  expect(await own.round(soon(10 * 60_000), stopped.signal)).not.toBe('now');
  expect(logged).toEqual(['the second judge answers again']);
});

/** So many that a round asks about two at once; all are due, and nobody ran out of questions. */
const severalDue = async (name: string): Promise<void> => {
  await room.api.db.owner("UPDATE judge_question SET asked_at = now() - interval '2 days'");
  const claims = Array.from(
    { length: 4 },
    (_, i) => `The ${name} ${i} carried ${i + 20},000 people across the sound [1].`,
  );
  const references = FERRY.slice(FERRY.indexOf('References'));
  await room.import(name, `Of the ${name} in Sandvik\n\n${claims.join(' ')}\n\n${references}`);
  await until('they are compared', async () => (await due()).length >= 4);
};
const allDue = () =>
  room.api.db.owner('UPDATE citation_comparison SET judge_due_at = now() WHERE judge_due_at IS NOT NULL');

it('what is asked in vain five times is given up', async () => {
  await changed('Third edition.');
  await room.api.db.owner('UPDATE citation_comparison SET judge_attempts = 4 WHERE judge_due_at IS NOT NULL');
  const [open] = await due();
  room.judge.always = fails(400);
  await consulting().round(soon(), stopped.signal);
  room.judge.always = says({ label: 'NOT_FOUND' });
  expect((await due()).map(({ id }) => id)).not.toContain(open!.id);
});

it('what a person reviewed is left alone', async () => {
  await changed('Fourth edition.');
  const [open] = await due();
  expect(open).toBeDefined();
  const state = await room.rows('SELECT id, state FROM citation');
  expect(state.length).toBeGreaterThan(1);
  await room.api.db.owner('UPDATE citation SET state = 2');
  while ((await due()).length > 0) await consulting().round(soon(), stopped.signal);
  await room.api.db.owner('UPDATE citation SET state = 1');
  expect(room.judge.asked).toEqual([]);
});

it('a process that ends puts back what it was asking, at once', async () => {
  await changed('Fifth edition.');
  const open = (await due()).length;
  expect(open).toBeGreaterThan(0);
  room.judge.next.push(after(5_000, says({})), after(5_000, says({})));
  const before = await failed();
  const ending = new AbortController();
  const round = consulting().round(soon(), ending.signal);
  await until('it is asked', () => Promise.resolve(room.judge.asked.length > 0));
  ending.abort();
  const start = Date.now();
  await round;
  // It is no failure.
  expect(await failed()).toBe(before);
  expect(Date.now() - start).toBeLessThan(3_000);
  const back = await due();
  expect([back.length, back.every(({ wait, attempts }) => wait <= 0 && attempts === 0)]).toEqual([open, true]);
});

it('when the day has no more questions, what is in doubt waits, and that is told once', async () => {
  await room.api.db.owner('UPDATE judge_question SET asked_at = now()');
  const [{ n }] = (await room.rows<{ n: number }>('SELECT count(*)::integer AS n FROM judge_question')) as [
    { n: number },
  ];
  expect(n).toBeGreaterThan(0);
  const limit = String(n);
  const own = consulting({ OBELUS_JUDGE_DAILY_LIMIT: limit });
  const open = (await due()).length;
  expect(await own.round(soon(), stopped.signal)).toBe('later');
  expect(await own.round(soon(2_000), stopped.signal)).toBe('later');
  expect(await own.round(soon(6 * 60_000), stopped.signal)).toBe('later');
  expect(room.judge.asked).toEqual([]);
  expect(logged.filter((line) => line.includes('OBELUS_JUDGE_DAILY_LIMIT'))).toHaveLength(1);
  expect(await due()).toHaveLength(open);
});

it('two processes ask about different citations', async () => {
  await severalDue('tram');
  room.judge.always = after(300, says({ label: 'NOT_FOUND' }));
  await Promise.all([consulting().round(soon(), stopped.signal), consulting().round(soon(), stopped.signal)]);
  expect(room.judge.asked).toHaveLength(4);
  expect(new Set(room.judge.asked.map(({ body }) => /CLAIM\n(.*)/.exec(body.messages[1]!.content)![1])).size).toBe(4);
});

it('two failures of one round are one, and the pause has an end whatever the endpoint asks for', async () => {
  await severalDue('barge');
  const own = consulting({ OBELUS_JUDGE_DAILY_LIMIT: '0' });
  room.judge.always = fails(401);
  await own.round(soon(), stopped.signal);
  expect(room.judge.asked).toHaveLength(2);
  expect(logged).toEqual([expect.stringContaining('asked again in 30 s')]);
  await allDue();
  room.judge.always = fails(429, { 'retry-after': '999999' });
  await own.round(soon(31_000), stopped.signal);
  expect(room.judge.asked).toHaveLength(4);
  await allDue();
  room.judge.always = says({ label: 'NOT_FOUND' });
  await own.round(soon(29 * 60_000), stopped.signal);
  expect(room.judge.asked).toHaveLength(4);
  await own.round(soon(31 * 60_000), stopped.signal);
  expect(room.judge.asked).toHaveLength(6);
  while ((await due()).length > 0) await own.round(soon(31 * 60_000), stopped.signal);
});

it('a citation that another asks about keeps none behind it from being asked', async () => {
  await severalDue('raft');
  const { database } = room.api.db;
  const { workspaceId } = room.viewer;
  const [first, second, third] = (await due()).map(({ id }) => id) as [string, string, string];
  const asked = await database.readWorkspace(room.viewer, (c) => askedCitations(c, workspaceId, [first, second]));
  for (const { id, about } of [asked.get(first)!, asked.get(second)!]) {
    await database.withWorkspace(room.viewer, (c) =>
      beginQuestion(
        c,
        workspaceId,
        { citationId: id, about, model: 'judge-1' },
        { limit: 0, heldMs: 60_000, at: new Date(), wishedAt: null },
      ),
    );
  }
  const { job } = await room.wish(...[first, second, third].map((id) => toGlobalId('Citation', id)));
  await until('the third is asked', () => Promise.resolve(room.judge.asked.length === 1));
  await room.api.db.owner('UPDATE judge_question SET held_until = now() WHERE ended_at IS NULL');
  expect(await room.done(job)).toEqual({ state: 'DONE', error: null });
  expect(room.judge.asked).toHaveLength(3);
  while ((await due()).length > 0) await consulting({ OBELUS_JUDGE_DAILY_LIMIT: '0' }).round(soon(), stopped.signal);
});

it('a citation that leads nowhere any more is not in doubt', async () => {
  await severalDue('dinghy');
  const [open] = await due();
  await room.api.db.owner(`UPDATE reference SET source_id = NULL
    WHERE id = (SELECT reference_id FROM citation WHERE id = '${open!.id}')`);
  while ((await due()).length > 0) await consulting({ OBELUS_JUDGE_DAILY_LIMIT: '0' }).round(soon(), stopped.signal);
  expect(room.judge.asked).toEqual([]);
});

it('a comparison that is made while it is looked whether there is one keeps its doubt', async () => {
  await severalDue('kayak');
  const [open] = await due();
  const { database } = room.api.db;
  await database.withWorkspace(room.viewer, (c) =>
    settleDoubt(c, { workspaceId: room.viewer.workspaceId, citationId: open!.id }, null),
  );
  expect((await due()).map(({ id }) => id)).toContain(open!.id);
});
