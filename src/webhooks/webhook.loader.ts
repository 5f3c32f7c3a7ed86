import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayDo } from '../auth/roles.js';
import { DELIVERY_STATE, STANDING } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { identity } from '../graphql/ids.js';
import { sqlOrder, timeKey, uuidKey } from '../graphql/keyset.js';
import { readPageOf, readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import { toChangeCursor } from '../querying/live/claim-change.js';
import { causeOf } from './disabled-cause.js';
import type { Webhook, WebhookDelivery } from './webhook.type.js';

interface WebhookRow {
  id: string;
  name: string;
  url: string;
  article_id: string | null;
  standings: number[] | null;
  version: number;
  created_at: Date;
  disabled_at: Date | null;
  disabled_reason: string | null;
  former_until: Date | null;
  behind: number;
  behind_since: Date | null;
  last_delivered_at: Date | null;
  failing_since: Date | null;
  failures: number;
  next_at: Date;
}

/** All but the secrets. */
const WEBHOOK_COLUMNS = new Columns<WebhookRow>('w_', {
  id: 'w.id',
  name: 'w.name',
  url: 'w.url',
  article_id: 'w.article_id',
  standings: 'w.standings',
  version: 'w.version',
  created_at: 'w.created_at',
  disabled_at: 'w.disabled_at',
  disabled_reason: 'w.disabled_reason',
  former_until: 'CASE WHEN w.former_key_until > now() THEN w.former_key_until END',
  behind: 'coalesce((SELECT ec.last FROM event_counter ec WHERE ec.workspace_id = w.workspace_id), 0) - w.place_seq',
  behind_since:
    '(SELECT e.at FROM event e WHERE e.workspace_id = w.workspace_id AND e.workspace_seq = w.place_seq + 1)',
  last_delivered_at: 'w.last_delivered_at',
  failing_since: 'w.failing_since',
  failures: 'w.failures',
  next_at: 'w.next_at',
});

/** The oldest first. */
export const WEBHOOK_ORDER = sqlOrder('webhooks', [timeKey('w.created_at'), uuidKey('w.id')]);

const toWebhook = (row: WebhookRow): Webhook => ({
  ...identity('Webhook', row.id),
  name: row.name,
  url: row.url,
  standings: row.standings?.map((code) => named(STANDING, code)) ?? null,
  enabled: row.disabled_at === null,
  disabledAt: row.disabled_at,
  disabledReason: row.disabled_reason,
  disabledCause: causeOf(row.disabled_reason),
  version: row.version,
  createdAt: row.created_at,
  formerSecretUntil: row.former_until,
  behind: row.behind,
  behindSince: row.behind_since,
  lastDeliveredAt: row.last_delivered_at,
  failingSince: row.failing_since,
  failures: row.failures,
  nextAttemptAt: row.failures > 0 && row.disabled_at === null ? row.next_at : null,
  articleUuid: row.article_id,
});

interface DeliveryRow {
  message_id: string;
  type: string;
  attempt: number;
  state: number;
  at: Date;
  duration_ms: number;
  status: number | null;
  error: string | null;
  place_seq: number | null;
  place_claim: string | null;
}

const DELIVERY_COLUMNS = new Columns<DeliveryRow>('d_', {
  message_id: 'd.message_id',
  type: 'd.type',
  attempt: 'd.attempt',
  state: 'd.state',
  at: 'd.at',
  duration_ms: 'd.duration_ms',
  status: 'd.status',
  error: 'd.error',
  place_seq: 'd.place_seq',
  place_claim: 'd.place_claim',
});

/** The newest first. */
export const DELIVERY_ORDER = sqlOrder('webhook deliveries', [uuidKey('d.id')], true);

const toDelivery = (row: DeliveryRow): WebhookDelivery => ({
  messageId: row.message_id,
  type: row.type,
  attempt: row.attempt,
  state: named(DELIVERY_STATE, row.state),
  at: row.at,
  durationMs: row.duration_ms,
  status: row.status,
  error: row.error,
  cursor: row.place_seq === null ? null : toChangeCursor({ seq: row.place_seq, claim: row.place_claim }),
});

/** Reads webhooks, without their secrets. */
@Injectable()
export class WebhookLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Webhook', (context, uuid) => this.byId(context, uuid));
  }

  /** Null for who may not see it, too. */
  byId(context: RequestContext, uuid: string): Promise<Webhook | null> {
    if (!mayDo(context.viewer, 'readWebhooks')) return Promise.resolve(null);
    return batched<string, Webhook | null>(context, 'webhook', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, WEBHOOK_COLUMNS, 'webhook w', 'w', ids);
      return rows.map((row) => row && toWebhook(row));
    }).load(uuid);
  }

  page({ viewer }: RequestContext, page: Page): Promise<Connection<Webhook>> {
    return readPageOf(
      this.database,
      viewer,
      () => ({ alias: 'w', from: 'webhook w', columns: WEBHOOK_COLUMNS.list(), where: ['w.workspace_id = $1'] }),
      WEBHOOK_ORDER,
      page,
      (row) => toWebhook(WEBHOOK_COLUMNS.read(row)),
    );
  }

  deliveriesOf(
    context: RequestContext,
    webhookUuid: string,
    page: Page,
    place: string,
  ): Promise<Connection<WebhookDelivery>> {
    return batched<string, Connection<WebhookDelivery>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'd.webhook_id',
        () => ({
          alias: 'd',
          from: 'webhook_delivery d',
          columns: DELIVERY_COLUMNS.list(),
          where: ['d.workspace_id = $1'],
        }),
        DELIVERY_ORDER,
        page,
        (row) => toDelivery(DELIVERY_COLUMNS.read(row)),
      ),
    ).load(webhookUuid);
  }
}
