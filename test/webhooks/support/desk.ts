import type { Database } from '../../../src/database/database.js';
import type { Jobs } from '../../../src/jobs/jobs.js';
import { Rounds } from '../../../src/jobs/rounds.js';
import { Courier } from '../../../src/webhooks/courier.js';
import { KeyStore } from '../../../src/webhooks/key-store.js';
import { openNewsroom, type Newsroom } from '../../editing/support/newsroom.js';
import { fetcherFor, HOST } from '../../fetching/support/site.js';
import { orderEvents } from '../../support/ordering.js';
import { until } from '../../support/until.js';
import { Receiver } from './receiver.js';

const PATHS = ['/a', '/b', '/c'] as const;
export type Path = (typeof PATHS)[number];

/** How a webhook is, as the API shows it. */
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly enabled: boolean;
  readonly disabledReason: string | null;
  readonly behind: number;
  readonly behindSince: string | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly nextAttemptAt: string | null;
  readonly lastDeliveredAt: string | null;
  readonly deliveries: {
    readonly edges: readonly {
      readonly node: {
        readonly messageId: string;
        readonly type: string;
        readonly attempt: number;
        readonly state: string;
        readonly status: number | null;
        readonly error: string | null;
        readonly cursor: string | null;
      };
    }[];
  };
}

export const SHOWN = `id version enabled disabledReason behind behindSince failures failingSince nextAttemptAt lastDeliveredAt
  deliveries(first: 50) { edges { node { messageId type attempt state status error cursor } } }`;

/** A newsroom whose webhooks lead to a receiver on this machine. */
export interface Desk {
  readonly room: Newsroom;
  readonly receiver: Receiver;
  /** Delivers in this process until the test ends. */
  deliver(): Courier;
  /** Ends what `deliver` began. */
  stop(): Promise<void>;
  /** Makes a webhook to a path. */
  webhook(path: Path, more?: object): Promise<{ readonly id: string; readonly secret: string }>;
  show(webhookId: string): Promise<Shown>;
  change(mutation: string, input: object): Promise<void>;
  /** Gives what happened its place in the order. */
  order(): Promise<void>;
  /** Whatever waits to be tried again is due. */
  hurry(): Promise<void>;
  /** Waits until a webhook was told of all. */
  told(webhookId: string): Promise<void>;
  close(): Promise<void>;
}

export const courierOn = (database: Database, key: string | null = null): Courier =>
  new Courier(database, {} as Jobs, fetcherFor(), new KeyStore(key));

export async function openDesk(): Promise<Desk> {
  const room = await openNewsroom({ OBELUS_FETCH_ALLOW: HOST });
  const receiver = await Receiver.open(PATHS);
  let running: { readonly courier: Courier; readonly rounds: Rounds }[] = [];
  const { owner } = room.api.db;
  const desk: Desk = {
    room,
    receiver,
    deliver() {
      const courier = courierOn(room.api.db.database);
      const rounds = new Rounds('delivering', () => courier.round(), { soonMs: 10, laterMs: 20 });
      rounds.start();
      running.push({ courier, rounds });
      return courier;
    },
    async stop() {
      await Promise.all(running.map(({ rounds }) => rounds.stop()));
      await Promise.all(running.map(({ courier }) => courier.onModuleDestroy()));
      running = [];
    },
    async webhook(path, more = {}) {
      const input = { name: `tells ${path}`, url: receiver.url(path), ...more };
      await desk.order();
      const made = await room.change<{ webhook: { id: string }; secret: string; userErrors: unknown[] }>(
        'createWebhook',
        input,
        'webhook { id } secret userErrors { code message }',
      );
      expect(made.userErrors).toEqual([]);
      await desk.order();
      return { id: made.webhook.id, secret: made.secret };
    },
    async show(webhookId) {
      const query = `query ($id: ID!) { node(id: $id) { ... on Webhook { ${SHOWN} } } }`;
      return (await room.ask<{ node: Shown }>(query, { id: webhookId })).node;
    },
    async change(mutation, input) {
      const { userErrors } = await room.change<{ userErrors: unknown[] }>(mutation, input, 'userErrors { message }');
      expect([mutation, userErrors]).toEqual([mutation, []]);
      await desk.order();
    },
    order: () => orderEvents(room.api.db.database),
    hurry: async () => void (await owner('UPDATE webhook SET next_at = now()')),
    told: (webhookId) => until('the webhook was told of all', async () => (await desk.show(webhookId)).behind === 0),
    async close() {
      await desk.stop();
      await receiver.site.close();
      await room.close();
    },
  };
  return desk;
}
