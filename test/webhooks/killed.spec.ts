import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { jest } from '@jest/globals';
import { until } from '../support/until.js';
import { openDesk, type Desk } from './support/desk.js';
import { status } from './support/receiver.js';

jest.setTimeout(120_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('a worker that is killed loses no message, and what is sent twice has one id', async () => {
  const webhook = await desk.webhook('/a');
  const content = `Trams\n\n${Array.from({ length: 40 }, (_, i) => `Tram ${i} carried ${i + 2} people in 2031.`).join(' ')}`;
  await desk.room.import('trams', content);
  await desk.order();
  const claims = await desk.room.rows('SELECT FROM claim');
  const seen = (): string[] => desk.receiver.at('/a').map(({ id }) => id);

  // Killed while messages are under way, again and again: at first before any answer, then after some.
  for (const [round, takes] of [0, 7, 12].entries()) {
    const before = seen().length;
    desk.receiver.reply('/a', (response, message) => {
      if (seen().length - before <= takes) status(204)(response, message);
    });
    const child = spawn(process.execPath, [
      '--import',
      './test/support/typescript.mjs',
      'test/support/webhook-child.ts',
      desk.room.api.db.appUrl,
    ]);
    try {
      await until('one message more is under way', () => Promise.resolve(seen().length - before > takes), 60_000);
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'exit');
    const [held] = await desk.room.rows<{ lease: string | null; seconds: number }>(
      'SELECT lease, extract(epoch FROM leased_until - now())::integer AS seconds FROM webhook',
    );
    expect([round, held!.lease]).toEqual([round, expect.any(String)]);
    expect(held!.seconds).toBeLessThanOrEqual(30);
    // Nobody waits for that here.
    await desk.room.api.db.owner('UPDATE webhook SET leased_until = now()');
  }

  desk.receiver.reply('/a', null);
  desk.deliver();
  await desk.told(webhook.id);
  const [all, first] = [seen(), [...new Set(seen())]];
  expect(first).toHaveLength(claims.length);
  expect(all.length - first.length).toBe(3);
  // In order, but for the one message that was under way each time.
  const cursors = new Map(desk.receiver.at('/a').map(({ id, event }) => [id, event.data.claim.id]));
  const order = await desk.room.rows<{ id: string }>('SELECT id FROM claim ORDER BY id');
  expect([...cursors.values()]).toEqual(
    order.map(({ id }) => Buffer.from(`05${id.replaceAll('-', '')}`, 'hex').toString('base64url')),
  );
});
