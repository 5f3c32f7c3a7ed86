/** What people do with webhooks, and what is refused. */
import { jest } from '@jest/globals';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { orderEvents } from '../support/ordering.js';

jest.setTimeout(60_000);

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom({ OBELUS_FETCH_ALLOW: 'chat.inner.example,10.1.2.0/24' });
});
afterEach(() => room.api.db.owner('DELETE FROM webhook'));
afterAll(() => room.close());

interface Payload {
  readonly webhook: { readonly id: string; readonly url: string; readonly version: number } | null;
  readonly secret?: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

const SELECTION = 'webhook { id url version } userErrors { code message field }';
const URL = 'https://hooks.example/obelus?key=hidden';
const create = (input: object): Promise<Payload> =>
  room.change('createWebhook', { name: 'Chat', url: URL, ...input }, `secret ${SELECTION}`);

it.each([
  ['nothing', '', 'EMPTY'],
  ['no address', 'hooks', 'INVALID_INPUT'],
  ['a file', 'file:///etc/passwd', 'INVALID_INPUT'],
  ['a password', 'https://ada:secret@hooks.example/', 'INVALID_INPUT'],
  ['the server itself', 'https://127.0.0.1/', 'REFUSED_ADDRESS'],
  ['the metadata of a cloud', 'https://169.254.169.254/latest', 'REFUSED_ADDRESS'],
  ['a private network', 'https://[fd00::1]/', 'REFUSED_ADDRESS'],
  ['a port of other services', 'https://hooks.example:5432/', 'REFUSED_ADDRESS'],
  ['no TLS', 'http://hooks.example/', 'INVALID_INPUT'],
])('does not lead to %s', async (_what, url, code) => {
  const { webhook, secret, userErrors } = await create({ url });
  expect([webhook, secret, userErrors]).toEqual([null, null, [expect.objectContaining({ code, field: ['url'] })]]);
});

it.each(['http://chat.inner.example:9000/a', 'http://10.1.2.9/', 'https://hooks.example:8443/a'])(
  'leads to %s',
  async (url) => {
    const { webhook, secret, userErrors } = await create({ url: `${url}#part` });
    expect(userErrors).toEqual([]);
    expect(webhook!.url).toBe(url);
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  },
);

it('tells all that is wrong at once', async () => {
  const { userErrors } = await create({ name: ' ', url: 'x', standings: [], articleId: 'x' });
  expect(userErrors.map(({ field }) => field)).toEqual([['name'], ['url'], ['articleId'], ['standings']]);
});

it('a workspace has twenty, and no twenty-first by two at once', async () => {
  for (let i = 0; i < 19; i++) expect((await create({})).userErrors).toEqual([]);
  const both = await Promise.all([create({}), create({})]);
  expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['TOO_LARGE']);
});

it('changes are by version, and what is left out stays', async () => {
  const { webhook } = await create({ standings: ['WEAK', 'MISSING', 'WEAK'] });
  const webhookId = webhook!.id;
  const update = (input: object) => room.change<Payload>('updateWebhook', { webhookId, ...input }, SELECTION);
  expect(await update({ name: 'Desk', expectedVersion: 1 })).toMatchObject({ webhook: { url: URL, version: 2 } });
  expect((await update({ enabled: false, expectedVersion: 1 })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  await update({ enabled: false });
  const { webhooks } = await room.ask<{ webhooks: { edges: { node: object }[] } }>(
    '{ webhooks { edges { node { name standings enabled disabledAt disabledReason version article { id } } } } }',
  );
  expect(webhooks.edges.map(({ node }) => node)).toEqual([
    {
      name: 'Desk',
      standings: ['MISSING', 'WEAK'],
      enabled: false,
      disabledAt: expect.any(String) as string,
      disabledReason: null,
      version: 3,
      article: null,
    },
  ]);
  const gone = await room.change<{ deletedWebhookId: string }>('deleteWebhook', { webhookId }, 'deletedWebhookId');
  expect(gone).toEqual({ deletedWebhookId: webhookId });
  expect((await update({ name: 'Again' })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['webhookId'] }]);
});

it.each([-1, 169])('a former secret does not hold for %i hours', async (formerForHours) => {
  const { webhook } = await create({});
  const { userErrors } = await room.change<Payload>(
    'rotateWebhookSecret',
    { webhookId: webhook!.id, formerForHours },
    SELECTION,
  );
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['formerForHours'] }]);
});

it('is told nothing from a place that is to come, and from none that is no place', async () => {
  const { webhook } = await create({});
  const resume = (after: string) => room.change<Payload>('resumeWebhook', { webhookId: webhook!.id, after }, SELECTION);
  expect((await resume('nonsense')).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['after'] }]);
  const { toChangeCursor } = await import('../../src/querying/live/claim-change.js');
  expect((await resume(toChangeCursor({ seq: 1_000_000, claim: null }))).userErrors).toEqual([]);
  await orderEvents(room.api.db.database);
  const [row] = await room.rows<{ place: number; last: number }>(
    'SELECT place_seq AS place, last FROM webhook JOIN event_counter USING (workspace_id)',
  );
  expect(row!.place).toBeLessThanOrEqual(row!.last);
});

it('history tells neither where messages go nor by which secret they are signed', async () => {
  const { webhook, secret } = await create({});
  const webhookId = webhook!.id;
  await room.change('updateWebhook', { webhookId, url: `${URL}2` }, SELECTION);
  const rotated = await room.change<Payload>('rotateWebhookSecret', { webhookId }, `secret ${SELECTION}`);
  await room.change('resumeWebhook', { webhookId }, SELECTION);
  await room.change('deleteWebhook', { webhookId }, 'deletedWebhookId');
  const events = await room.rows<{ kind: string; text: string }>(
    `SELECT kind, event::text AS text FROM event WHERE subject_type = 'Webhook' AND article_id = workspace_id
     ORDER BY seq DESC LIMIT 5`,
  );
  expect(events.map(({ kind }) => kind).reverse()).toEqual(
    ['created', 'updated', 'rotated', 'resumed', 'deleted'].map((each) => `webhook.${each}`),
  );
  const told = events.map(({ text }) => text).join('\n');
  expect(told).toContain('urlChanged');
  for (const hidden of ['hooks.example', 'hidden', secret!, rotated.secret!]) expect(told).not.toContain(hidden);
});
