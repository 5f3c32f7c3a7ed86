import { randomUUID } from 'node:crypto';
/** What webhooks are told, and what becomes of messages that do not come through. */
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { id } from '../editing/support/newsroom.js';
import { KeyStore } from '../../src/webhooks/key-store.js';
import { until } from '../support/until.js';
import { openDesk, type Desk, type Shown } from './support/desk.js';
import { signaturesBy, status, type Received } from './support/receiver.js';

jest.setTimeout(120_000);
// What fails here is meant to.
Logger.overrideLogger(false);

let desk: Desk;
let articleId: string;

beforeAll(async () => {
  desk = await openDesk();
  articleId = await desk.room.import('ferry');
  await desk.order();
});
afterEach(async () => {
  await desk.stop();
  await desk.room.api.db.owner('DELETE FROM webhook');
  desk.receiver.received.length = 0;
  for (const path of ['/a', '/b', '/c'] as const) desk.receiver.reply(path, null);
});
afterAll(() => desk.close());

const comment = async (words: string, text = 'Seen'): Promise<void> =>
  await desk.change('addComment', { claimId: (await desk.room.claim(words, articleId)).id, text });

const attempts = ({ deliveries }: Shown) => deliveries.edges.map(({ node }) => node).reverse();
const received = (path: '/a' | '/b' | '/c', count: number): Promise<void> =>
  until(`${count} came to ${path}`, () => Promise.resolve(desk.receiver.at(path).length >= count));
const textsOf = (messages: readonly Received[]): string[] => messages.map(({ event }) => event.data.claim.text);

describe('a webhook', () => {
  it('is told what changed, signed, with what is needed to act on it', async () => {
    const webhook = await desk.webhook('/a');
    desk.deliver();
    const claim = await desk.room.claim('Nobody was hurt', articleId);
    const source = { title: 'Report', url: 'https://reports.example/1' };
    await desk.change('attachSource', { claimId: claim.id, source });
    await desk.told(webhook.id);
    const messages = desk.receiver.at('/a');
    for (const message of messages) expect(signaturesBy(webhook.secret, message)).toEqual([0]);
    const about = messages.filter(({ event }) => event.data.claim.id === claim.id);
    expect(about).toHaveLength(1);
    expect(about[0]!.event).toEqual({
      type: 'claim.changed',
      timestamp: expect.stringMatching(/^\d{4}-.+Z$/) as string,
      data: {
        claim: { id: claim.id, text: 'Nobody was hurt.', section: 'Crossings', line: 7 },
        previousStanding: 'WEAK',
        standing: 'CITED',
        opened: [expect.objectContaining({ rule: 'single-source', message: expect.any(String) as string })],
        fixed: [expect.objectContaining({ rule: 'uncited-claim', remedy: expect.any(String) as string })],
        article: { id: id('Article', articleId), slug: 'ferry', title: 'The Sandvik ferry', url: null },
        omitted: 0,
        cursor: expect.any(String) as string,
      },
    });
    const shown = await desk.show(webhook.id);
    expect(shown).toMatchObject({ enabled: true, behind: 0, behindSince: null, failures: 0, failingSince: null });
    expect(shown.lastDeliveredAt).not.toBeNull();
    expect(attempts(shown).map((each) => [each.messageId, each.state, each.status, each.attempt])).toEqual(
      messages.map((message) => [message.id, 'DELIVERED', 204, 1]),
    );
  });

  it('is told all of an import in the order of the workspace, each once, by several processes', async () => {
    const webhook = await desk.webhook('/a');
    const content = `Trams\n\n${Array.from({ length: 130 }, (_, i) => `Tram ${i} carried ${i + 2} people in 2031.`).join(' ')}`;
    await desk.room.import('trams', content);
    await desk.order();
    desk.deliver();
    desk.deliver();
    await desk.told(webhook.id);
    const messages = desk.receiver.at('/a');
    const ids = await desk.room.rows<{ id: string }>(
      `SELECT c.id FROM claim c JOIN article a ON a.workspace_id = c.workspace_id AND a.id = c.article_id WHERE a.slug = 'trams' ORDER BY c.id`,
    );
    expect(ids.length).toBeGreaterThan(120);
    expect(messages.map(({ event }) => event.data.claim.id)).toEqual(ids.map((row) => id('Claim', row.id)));
    expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length);
    expect(messages.every(({ event }) => event.data.previousStanding === null)).toBe(true);
  });

  it('is told of one article, or of claims that stand so, and of no other workspace', async () => {
    const [here, weak] = [
      await desk.webhook('/a', { articleId: id('Article', articleId) }),
      await desk.webhook('/b', { standings: ['MISSING', 'WEAK'] }),
    ];
    desk.deliver();
    await desk.room.import('buses', 'Buses\n\nBuses run at night. They cost 3 crowns.\n');
    const stranger = await desk.room.api.db.workspace('Elsewhere');
    await desk.room.import('elsewhere', undefined, stranger);
    await comment('The county owns the ferry');
    await desk.told(here.id);
    await desk.told(weak.id);
    expect(textsOf(desk.receiver.at('/a'))).toEqual(['The county owns the ferry.']);
    const standings = desk.receiver.at('/b').map(({ event }) => event.data.standing);
    expect(standings.length).toBeGreaterThan(1);
    expect(standings.filter((standing) => standing !== 'MISSING' && standing !== 'WEAK')).toEqual([]);
    expect(desk.receiver.received.some(({ event }) => event.data.article.slug === 'elsewhere')).toBe(false);
  });
});

describe('a message that does not come through', () => {
  it('is tried again until it does, and what follows waits for it', async () => {
    const webhook = await desk.webhook('/a');
    const replies = [
      status(500),
      status(302, { location: '/b' }),
      (response: { destroy(): unknown }) => response.destroy(),
      status(401),
      status(200),
    ];
    desk.receiver.reply('/a', (response, message) => (replies.shift() ?? status(204))(response, message));
    desk.deliver();
    await comment('Nobody was hurt', 'first');
    await comment('The county owns the ferry', 'second');
    for (let count = 1; count <= 5; count++) {
      await received('/a', count);
      await until('it is written down', async () => attempts(await desk.show(webhook.id)).length >= count);
      if (count < 5) expect((await desk.show(webhook.id)).failures).toBe(count);
      await desk.hurry();
    }
    await desk.told(webhook.id);
    const [first, second] = ['Nobody was hurt.', 'The county owns the ferry.'];
    expect(textsOf(desk.receiver.at('/a'))).toEqual([first, first, first, first, first, second]);
    expect(new Set(desk.receiver.at('/a').map((message) => message.id)).size).toBe(2);
    expect(desk.receiver.at('/b')).toEqual([]);
    const shown = attempts(await desk.show(webhook.id));
    expect(shown.map((each) => [each.attempt, each.state, each.status])).toEqual([
      [1, 'FAILED', 500],
      [2, 'FAILED', 302],
      [3, 'FAILED', null],
      [4, 'FAILED', 401],
      [5, 'DELIVERED', 200],
      [1, 'DELIVERED', 204],
    ]);
    expect(shown[0]!.error).toBe('answered 500: said the receiver');
    expect(shown[2]!.error).toMatch(/site\.example/);
  });

  it('waits as long as the receiver asks', async () => {
    const webhook = await desk.webhook('/a');
    desk.receiver.reply('/a', status(429, { 'retry-after': '3600' }));
    desk.deliver();
    // Past the event that it was made by itself.
    await desk.told(webhook.id);
    await comment('Nobody was hurt');
    await until('it failed', async () => (await desk.show(webhook.id)).failures === 1);
    const { nextAttemptAt, failingSince, behind, behindSince } = await desk.show(webhook.id);
    expect(Date.parse(nextAttemptAt!) - Date.parse(failingSince!)).toBeGreaterThanOrEqual(3_600_000);
    expect([behind, behindSince]).toEqual([1, expect.any(String)]);
  });

  it('is given up when the receiver says four times that it is wrong', async () => {
    const webhook = await desk.webhook('/a');
    desk.receiver.reply('/a', (response, { event }) =>
      response.writeHead(event.data.claim.text.startsWith('Nobody') ? 422 : 204).end(),
    );
    desk.deliver();
    await comment('Nobody was hurt');
    await comment('The county owns the ferry');
    await until('the other one came', async () => {
      await desk.hurry();
      return (await desk.show(webhook.id)).behind === 0;
    });
    expect(attempts(await desk.show(webhook.id)).map(({ state }) => state)).toEqual([
      'FAILED',
      'FAILED',
      'FAILED',
      'GIVEN_UP',
      'DELIVERED',
    ]);
  });

  it.each(['410', 'three days'])('disables the webhook: %s', async (why) => {
    const webhook = await desk.webhook('/a');
    desk.receiver.reply('/a', status(why === '410' ? 410 : 500));
    desk.deliver();
    await comment('Nobody was hurt');
    if (why !== '410') {
      await until('it failed', async () => (await desk.show(webhook.id)).failures === 1);
      await desk.room.api.db.owner(`UPDATE webhook SET failing_since = now() - interval '73 hours'`);
      await desk.hurry();
    }
    await until('it is disabled', async () => !(await desk.show(webhook.id)).enabled);
    const { disabledReason, behind } = await desk.show(webhook.id);
    expect(disabledReason).toMatch(why === '410' ? /410 Gone/ : /since .*answered 500/);
    expect(behind).toBeGreaterThan(0);
    const [event] = await desk.room.rows(`SELECT kind, actor_id, after FROM event ORDER BY at DESC, seq DESC LIMIT 1`);
    expect(event).toEqual({ kind: 'webhook.disabled', actor_id: null, after: { name: 'tells /a', enabled: false } });

    // Nothing was missed: it goes on with the message that failed.
    desk.receiver.reply('/a', null);
    await desk.change('updateWebhook', { webhookId: webhook.id, enabled: true });
    await desk.told(webhook.id);
    const ids = desk.receiver.at('/a').map((message) => message.id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
    expect(await desk.show(webhook.id)).toMatchObject({ enabled: true, disabledReason: null, failingSince: null });
  });

  it('holds up no other webhook', async () => {
    const hung = await Promise.all([desk.webhook('/a'), desk.webhook('/a'), desk.webhook('/a')]);
    const quick = await desk.webhook('/b');
    // Answers never.
    desk.receiver.reply('/a', () => undefined);
    desk.deliver();
    await comment('Nobody was hurt');
    await received('/a', 3);
    for (let i = 0; i < 5; i++) await comment('The county owns the ferry', `number ${i}`);
    await desk.told(quick.id);
    expect(desk.receiver.at('/b')).toHaveLength(6);
    for (const { id: each } of hung) expect(attempts(await desk.show(each))).toEqual([]);
    await until('it is seen that nobody answers', async () => (await desk.show(hung[0]!.id)).failures === 1);
    expect(attempts(await desk.show(hung[0]!.id))[0]).toMatchObject({ status: null, error: /not done within 10 s/ });
  });
});

describe('a process that delivers', () => {
  it('hands back at its end what nobody has answered, and another one sends it', async () => {
    const webhook = await desk.webhook('/a');
    desk.receiver.reply('/a', () => undefined);
    desk.deliver();
    await comment('Nobody was hurt');
    await received('/a', 1);
    await desk.stop();
    expect(await desk.room.rows('SELECT lease, failures FROM webhook')).toEqual([{ lease: null, failures: 0 }]);
    desk.receiver.reply('/a', null);
    desk.deliver();
    await desk.told(webhook.id);
    expect(new Set(desk.receiver.at('/a').map((message) => message.id)).size).toBe(1);
    expect(attempts(await desk.show(webhook.id)).map(({ state }) => state)).toEqual(['DELIVERED']);
  });

  it('sends nothing unsigned when it cannot read the secret, and says why', async () => {
    const webhook = await desk.webhook('/a');
    const sealed = new KeyStore('the setting of another process, long').toStored(Buffer.alloc(32), webhook.id);
    await desk.room.api.db.owner('UPDATE webhook SET key = $1', [sealed]);
    desk.deliver();
    await comment('Nobody was hurt');
    await until('it is disabled', async () => !(await desk.show(webhook.id)).enabled);
    const shown = await desk.show(webhook.id);
    expect(shown.disabledReason).toMatch(/OBELUS_WEBHOOK_KEY is another one/);
    expect(attempts(shown)).toMatchObject([{ state: 'FAILED', status: null, error: shown.disabledReason }]);
    expect(desk.receiver.received).toEqual([]);
  });

  it('leaves a webhook alone for a while after a fault of its own', async () => {
    const webhook = await desk.webhook('/a');
    await comment('Nobody was hurt');
    const { owner } = desk.room.api.db;
    await owner('ALTER TABLE claim_text RENAME TO claim_text_away');
    try {
      desk.deliver();
      const leases = (): Promise<unknown[]> => owner('SELECT lease FROM webhook WHERE leased_until > now()');
      await until('it was taken', async () => (await leases()).length > 0);
      const before = await leases();
      // Time enough to take it some twenty times more.
      await sleep(500);
      expect(await leases()).toEqual(before);
    } finally {
      await owner('ALTER TABLE claim_text_away RENAME TO claim_text');
    }
    await owner('UPDATE webhook SET leased_until = now()');
    await desk.told(webhook.id);
    expect(desk.receiver.at('/a')).toHaveLength(1);
  });

  it('does not deliver on behalf of one that took over', async () => {
    const webhook = await desk.webhook('/a');
    let answer = (): void => undefined;
    desk.receiver.reply('/a', (response) => void (answer = () => response.writeHead(204).end()));
    desk.deliver();
    await comment('Nobody was hurt');
    await received('/a', 1);
    await desk.room.api.db.owner(`UPDATE webhook SET lease = $1, leased_until = now() + interval '1 hour'`, [
      randomUUID(),
    ]);
    answer();
    await until('it is written down', async () => attempts(await desk.show(webhook.id)).length === 1);
    await desk.stop();
    const shown = await desk.show(webhook.id);
    expect([shown.behind, shown.lastDeliveredAt]).toEqual([1, null]);
  });
});

describe('people', () => {
  it('try a webhook, also one that is disabled', async () => {
    const webhook = await desk.webhook('/a');
    await desk.change('updateWebhook', { webhookId: webhook.id, enabled: false });
    desk.deliver();
    await comment('Nobody was hurt');
    desk.receiver.reply('/a', status(500));
    await desk.change('pingWebhook', { webhookId: webhook.id });
    await received('/a', 1);
    await until('it is written down', async () => attempts(await desk.show(webhook.id)).length === 1);
    desk.receiver.reply('/a', null);
    await desk.change('pingWebhook', { webhookId: webhook.id });
    await until('it is written down', async () => attempts(await desk.show(webhook.id)).length === 2);
    const [failed, done] = desk.receiver.at('/a');
    expect(done!.event).toMatchObject({ type: 'ping', data: { webhook: { id: webhook.id } } });
    expect(signaturesBy(webhook.secret, done!)).toEqual([0]);
    expect(failed!.id).not.toBe(done!.id);
    const shown = await desk.show(webhook.id);
    expect(attempts(shown)).toMatchObject([
      { type: 'ping', state: 'FAILED', status: 500, cursor: null },
      { type: 'ping', state: 'DELIVERED', status: 204, cursor: null },
    ]);
    expect(shown).toMatchObject({ enabled: false, failures: 0 });
    expect(shown.behind).toBeGreaterThan(0);
  });

  it('change the secret, and the former one holds for a while', async () => {
    const webhook = await desk.webhook('/a');
    const rotate = async (input: object): Promise<string> =>
      (await desk.room.change<{ secret: string }>('rotateWebhookSecret', { webhookId: webhook.id, ...input }, 'secret'))
        .secret;
    const second = await rotate({});
    desk.deliver();
    await comment('Nobody was hurt');
    await received('/a', 1);
    expect(signaturesBy(second, desk.receiver.at('/a')[0]!)).toEqual([0]);
    expect(signaturesBy(webhook.secret, desk.receiver.at('/a')[0]!)).toEqual([1]);
    const third = await rotate({ formerForHours: 0 });
    await comment('Nobody was hurt', 'again');
    await received('/a', 2);
    const last = desk.receiver.at('/a')[1]!;
    expect([third, second, webhook.secret].map((secret) => signaturesBy(secret, last))).toEqual([[0], [], []]);
  });

  it('have it told again, with the same ids, or leave out what waits', async () => {
    const webhook = await desk.webhook('/a');
    desk.deliver();
    for (const words of ['Nobody was hurt', 'The county owns the ferry', 'The county pays half']) await comment(words);
    await desk.told(webhook.id);
    const before = desk.receiver.at('/a').map((message) => message.id);
    expect(before).toHaveLength(3);
    const [, second] = attempts(await desk.show(webhook.id));
    await desk.change('resumeWebhook', { webhookId: webhook.id, after: second!.cursor });
    await desk.told(webhook.id);
    await received('/a', 5);
    expect(desk.receiver.at('/a').map((message) => message.id)).toEqual([...before, ...before.slice(1)]);

    const cursor = desk.receiver.at('/a')[1]!.event.data.cursor;
    await desk.change('resumeWebhook', { webhookId: webhook.id, after: cursor });
    await received('/a', 6);
    expect(desk.receiver.at('/a')[5]!.id).toBe(before[2]);
    await desk.stop();

    await comment('Nobody was hurt', 'left out');
    await desk.change('resumeWebhook', { webhookId: webhook.id });
    desk.deliver();
    await comment('The county pays half', 'told');
    await desk.told(webhook.id);
    expect(textsOf(desk.receiver.at('/a')).slice(6)).toEqual(['The county pays half of it.']);
  });
});

it('attempts are forgotten but for the last 200', async () => {
  const webhook = await desk.webhook('/a');
  await desk.room.api.db.owner(
    `INSERT INTO webhook_delivery (workspace_id, webhook_id, id, message_id, type, attempt, state, at, duration_ms)
     SELECT workspace_id, id, gen_random_uuid(), 'msg_1', 'ping', 1, 1, now(), 1
     FROM webhook, generate_series(1, 300)`,
  );
  desk.deliver();
  await desk.change('pingWebhook', { webhookId: webhook.id });
  await until('old ones are gone', async () => {
    const [row] = await desk.room.rows<{ count: number }>('SELECT count(*) AS count FROM webhook_delivery');
    return row!.count === 200;
  });
});
