import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { jest } from '@jest/globals';
import { until } from '../support/until.js';
import { openConsulted, type ConsultedRoom } from './support/consulted.js';
import { says } from './support/fake-judge.js';

jest.setTimeout(120_000);

let room: ConsultedRoom;
beforeAll(async () => (room = await openConsulted()));
afterAll(() => room.close());

it('a process that is killed between question and answer loses nothing: the question counts, and is asked again', async () => {
  // It gets no answer.
  room.judge.next.push(() => undefined);
  const child = spawn(process.execPath, [
    '--import',
    './test/support/typescript.mjs',
    'test/support/judge-child.ts',
    room.api.db.appUrl,
    room.judge.url,
  ]);
  try {
    await until('it is asked', () => Promise.resolve(room.judge.asked.length === 1), 60_000);
  } finally {
    child.kill('SIGKILL');
  }
  await once(child, 'exit');
  const left = () =>
    room.rows<{ open: boolean; seconds: number }>(
      `SELECT ended_at IS NULL AS open, extract(epoch FROM held_until - now())::integer AS seconds FROM judge_question ORDER BY asked_at`,
    );
  expect(await left()).toEqual([{ open: true, seconds: expect.any(Number) }]);
  expect((await left())[0]!.seconds).toBeLessThanOrEqual(125);
  const citation = await room.citation('It carried 90,000');
  expect(await room.opinions(citation)).toEqual([]);

  // Nobody asks the same before the question's time is over.
  await room.api.db.owner('UPDATE citation_comparison SET judge_due_at = now() WHERE judge_due_at IS NOT NULL');
  await room.round();
  expect(room.judge.asked).toHaveLength(1);
  await room.api.db.owner('UPDATE judge_question SET held_until = now()');
  await room.api.db.owner('UPDATE citation_comparison SET judge_due_at = now() WHERE judge_due_at IS NOT NULL');
  room.judge.next.push(says({ label: 'NOT_FOUND' }));
  await room.round();
  expect(await room.opinions(citation)).toMatchObject([{ label: 'NOT_FOUND', askedBy: null }]);
  expect((await left()).map(({ open }) => open)).toEqual([true, false]);
});
