import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs that are told of changes over HTTP. */
export class Webhooks1796013600000 implements MigrationInterface {
  name = 'Webhooks1796013600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;

const UP = [
  `CREATE TABLE webhook (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    -- What messages are signed with, sealed or not: its first byte says so.
    key bytea NOT NULL,
    former_key bytea,
    former_key_until timestamptz,
    article_id uuid,
    standings smallint[],
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz,
    disabled_reason text,
    -- How far it was told: all events up to this one, and of the next one the claims up to this one.
    place_seq bigint NOT NULL,
    place_claim uuid,
    failures integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    next_at timestamptz NOT NULL DEFAULT now(),
    last_delivered_at timestamptz,
    ping_id uuid,
    lease uuid,
    leased_until timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE TABLE webhook_delivery (
    workspace_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    id uuid NOT NULL,
    message_id text NOT NULL,
    type text NOT NULL,
    attempt integer NOT NULL,
    state smallint NOT NULL,
    at timestamptz NOT NULL,
    duration_ms integer NOT NULL,
    status integer,
    error text,
    place_seq bigint,
    place_claim uuid,
    PRIMARY KEY (workspace_id, webhook_id, id),
    FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook (workspace_id, id) ON DELETE CASCADE
  )`,
  ...['webhook', 'webhook_delivery'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY workspace_wall ON ${table} USING (${MINE}) WITH CHECK (${MINE})`,
  ]),

  // Takes webhooks that have something to be told, in whatever workspace, for one who delivers: nobody else gets them until
  // the lease ends. Those that wait longest come first, and of one workspace only so many at a time, counted with those
  // under way, which the caller names by their workspaces.
  `CREATE FUNCTION take_webhooks(at_most integer, of_each integer, under_way uuid[], taker uuid, lease_seconds integer)
    RETURNS TABLE (workspace_id uuid, webhook_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS MATERIALIZED (
      SELECT w.workspace_id, w.id, w.next_at,
        row_number() OVER (PARTITION BY w.workspace_id ORDER BY w.next_at, w.id)
          + (SELECT count(*) FROM unnest(under_way) u WHERE u = w.workspace_id) AS nth
      FROM webhook w LEFT JOIN event_counter c ON c.workspace_id = w.workspace_id
      WHERE (w.leased_until IS NULL OR w.leased_until <= now())
        AND (w.ping_id IS NOT NULL OR (w.disabled_at IS NULL AND w.next_at <= now() AND c.last > w.place_seq))
    ), chosen AS MATERIALIZED (
      SELECT w.workspace_id, w.id FROM webhook w JOIN due d ON d.workspace_id = w.workspace_id AND d.id = w.id
      WHERE d.nth <= of_each AND (w.leased_until IS NULL OR w.leased_until <= now())
      ORDER BY d.next_at LIMIT at_most FOR UPDATE OF w SKIP LOCKED
    )
    UPDATE webhook w SET lease = taker, leased_until = now() + make_interval(secs => lease_seconds)
    FROM chosen c WHERE w.workspace_id = c.workspace_id AND w.id = c.id
    RETURNING w.workspace_id, w.id
  $$`,
];

const DOWN = [
  'DROP FUNCTION take_webhooks(integer, integer, uuid[], uuid, integer)',
  'DROP TABLE webhook_delivery',
  'DROP TABLE webhook',
];
