import { v7 as uuid } from 'uuid';
import { DELIVERY_STATE, STANDING, type DeliveryState } from '../database/codes.js';
import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Standing } from '../judging/evidence.js';
import type { ChangePlace } from '../querying/live/claim-change.js';

/** How long nobody else delivers to a webhook after one said that it does, in seconds: longer than one message takes. */
export const LEASE_S = 30;
/** Attempts of one webhook that are kept. */
export const KEPT_DELIVERIES = 200;

/** A webhook that is delivered to, and by whom. */
export interface Taken {
  readonly workspaceId: string;
  readonly webhookId: string;
  /** Whoever has another one may not write. */
  readonly lease: string;
}

/** A webhook as its deliverer sees it. */
export interface Held {
  readonly name: string;
  readonly url: string;
  readonly key: Buffer;
  /** Null when it signs no more. */
  readonly formerKey: Buffer | null;
  readonly articleUuid: string | null;
  readonly standings: ReadonlySet<Standing> | null;
  readonly isDisabled: boolean;
  /** All up to here was told. */
  readonly place: ChangePlace;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly nextAt: Date;
  readonly pingId: string | null;
  readonly version: number;
}

interface Row {
  name: string;
  url: string;
  key: Buffer;
  former_key: Buffer | null;
  article_id: string | null;
  standings: number[] | null;
  is_disabled: boolean;
  place_seq: number;
  place_claim: string | null;
  failures: number;
  failing_since: Date | null;
  next_at: Date;
  ping_id: string | null;
  version: number;
}

/** The former key is told while it is in use: \`leased_until\` is so much later than now, and Citus returns nothing that takes now. */
const ROW = `name, url, key,
  CASE WHEN former_key_until - leased_until > make_interval(secs => -${LEASE_S}) THEN former_key END AS former_key, article_id, standings,
  disabled_at IS NOT NULL AS is_disabled, place_seq, place_claim, failures, failing_since, next_at, ping_id, version`;

const toHeld = (row: Row): Held => ({
  name: row.name,
  url: row.url,
  key: row.key,
  formerKey: row.former_key,
  articleUuid: row.article_id,
  standings: row.standings && new Set(row.standings.map((code) => STANDING.fromCode(code))),
  isDisabled: row.is_disabled,
  place: { seq: row.place_seq, claim: row.place_claim },
  failures: row.failures,
  failingSince: row.failing_since,
  nextAt: row.next_at,
  pingId: row.ping_id,
  version: row.version,
});

/**
 * Takes webhooks that have something to be told, in whatever workspace.
 *
 * @param ofEach of one workspace, those in `underWay` counted
 * @param underWay the workspaces of those that the caller delivers to already, one for each
 */
export async function takeWebhooks(
  database: Database,
  { atMost, ofEach, underWay }: { atMost: number; ofEach: number; underWay: readonly string[] },
): Promise<Taken[]> {
  const lease = uuid();
  const rows = await database.outsideWorkspaces<{ workspace_id: string; webhook_id: string }>(
    'SELECT workspace_id, webhook_id FROM take_webhooks($1, $2, $3::uuid[], $4, $5)',
    [atMost, ofEach, underWay, lease, LEASE_S],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, webhookId: row.webhook_id, lease }));
}

/** What a change of a held webhook sets, by its columns. */
type Change = Readonly<Record<string, unknown>>;

/**
 * Changes a webhook, and goes on holding it.
 *
 * @returns it as it is now; null: it was deleted, or somebody else holds it since
 */
export async function changeHeld(
  connection: WorkspaceConnection,
  { workspaceId, webhookId, lease }: Taken,
  change: Change = {},
): Promise<Held | null> {
  const columns = Object.keys(change).map((column, i) => `, ${column} = $${i + 5}`);
  const [row] = await connection.query<Row>(
    `UPDATE webhook SET leased_until = now() + make_interval(secs => $4)${columns.join('')}
     WHERE workspace_id = $1 AND id = $2 AND lease = $3 RETURNING ${ROW}`,
    [workspaceId, webhookId, lease, LEASE_S, ...Object.values(change)],
  );
  return row ? toHeld(row) : null;
}

/** Lets others deliver, and forgets attempts that are old. */
export async function releaseHeld(
  connection: WorkspaceConnection,
  { workspaceId, webhookId, lease }: Taken,
): Promise<void> {
  await connection.query(
    'UPDATE webhook SET lease = NULL, leased_until = NULL WHERE workspace_id = $1 AND id = $2 AND lease = $3',
    [workspaceId, webhookId, lease],
  );
  await connection.query(
    `DELETE FROM webhook_delivery WHERE workspace_id = $1 AND webhook_id = $2 AND id <= (
       SELECT id FROM webhook_delivery WHERE workspace_id = $1 AND webhook_id = $2
       ORDER BY id DESC OFFSET $3 LIMIT 1)`,
    [workspaceId, webhookId, KEPT_DELIVERIES],
  );
}

/** An attempt that was made. */
export interface Attempted {
  readonly messageId: string;
  readonly type: string;
  readonly attempt: number;
  readonly state: DeliveryState;
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  /** All before the message; null for a test. */
  readonly before: ChangePlace | null;
}

/** Writes an attempt down, unless its webhook is gone. */
export async function recordAttempt(
  connection: WorkspaceConnection,
  { workspaceId, webhookId }: Taken,
  made: Attempted,
): Promise<void> {
  await connection.query(
    `INSERT INTO webhook_delivery (workspace_id, webhook_id, id, message_id, type, attempt, state, at, duration_ms, status,
       error, place_seq, place_claim)
     SELECT w.workspace_id, w.id, $3::uuid, $4, $5, $6::integer, $7::smallint, $8::timestamptz, $9::integer, $10::integer, $11, $12::bigint, $13::uuid
     FROM webhook w WHERE w.workspace_id = $1 AND w.id = $2 FOR NO KEY UPDATE`,
    [
      workspaceId,
      webhookId,
      uuid(),
      made.messageId,
      made.type,
      made.attempt,
      DELIVERY_STATE.toCode[made.state],
      made.at,
      made.durationMs,
      made.status,
      made.error,
      made.before?.seq ?? null,
      made.before?.claim ?? null,
    ],
  );
}
