import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "obelus e" in ASCII, as a 64-bit key: one transaction at a time gives events their order. */
const ORDER_LOCK = '0x6f62656c75732065';
/** PostgreSQL takes 8,000 bytes a notification; a UUID and a comma are 37. */
const IDS_A_NOTIFICATION = 200;

/** The order of a workspace's events: given to committed ones, by one at a time, without a gap. */
export class EventOrder1795568401000 implements MigrationInterface {
  name = 'EventOrder1795568401000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX event_workspace');
    await queryRunner.query('CREATE UNIQUE INDEX event_workspace ON event (workspace_id, workspace_seq)');
    await queryRunner.query(`CREATE INDEX event_unordered ON event (workspace_id, article_id, seq)
      WHERE workspace_seq IS NULL`);
    // A table of its own: the workspace's row is held by every import that reads its rules.
    await queryRunner.query(`CREATE TABLE event_counter (
      workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
      last bigint NOT NULL
    )`);
    await queryRunner.query('ALTER TABLE event_counter ENABLE ROW LEVEL SECURITY');
    const mine = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
    await queryRunner.query(`CREATE POLICY workspace_wall ON event_counter USING (${mine}) WITH CHECK (${mine})`);

    // Numbers the oldest committed events of all workspaces, at most so many, and tells whom it concerns. Within an
    // article they keep their order: its lock makes them visible in it, and no later one is taken without the earlier.
    // Between articles it is about that of time. Answers how many there were; null when another transaction is at it.
    await queryRunner.query(`CREATE FUNCTION order_events(at_most integer) RETURNS integer
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        concerned uuid[];
        ordered integer;
      BEGIN
        IF NOT pg_try_advisory_xact_lock(${BigInt(ORDER_LOCK)}) THEN RETURN NULL; END IF;
        WITH batch AS MATERIALIZED (
          SELECT workspace_id, article_id, seq, at FROM event WHERE workspace_seq IS NULL
          ORDER BY workspace_id, article_id, seq LIMIT at_most
        ), counted AS (
          INSERT INTO event_counter AS c (workspace_id, last)
          SELECT workspace_id, count(*) FROM batch GROUP BY workspace_id ORDER BY workspace_id
          ON CONFLICT (workspace_id) DO UPDATE SET last = c.last + excluded.last
          RETURNING workspace_id, last
        ), reached AS (
          SELECT workspace_id, article_id, seq,
            max(at) OVER (PARTITION BY workspace_id, article_id ORDER BY seq) AS at,
            count(*) OVER (PARTITION BY workspace_id) AS size
          FROM batch
        ), placed AS (
          SELECT r.*, row_number() OVER (PARTITION BY workspace_id ORDER BY at, article_id, seq) AS place FROM reached r
        ), changed AS (
          UPDATE event e SET workspace_seq = c.last - p.size + p.place
          FROM placed p JOIN counted c ON c.workspace_id = p.workspace_id
          WHERE e.workspace_id = p.workspace_id AND e.article_id = p.article_id AND e.seq = p.seq
          RETURNING e.workspace_id
        )
        SELECT array_agg(DISTINCT workspace_id), count(*) INTO concerned, ordered FROM changed;
        FOR place IN 1 .. coalesce(array_length(concerned, 1), 0) BY ${IDS_A_NOTIFICATION} LOOP
          PERFORM pg_notify('obelus_events',
            array_to_string(concerned[place : place + ${IDS_A_NOTIFICATION - 1}], ','));
        END LOOP;
        RETURN ordered;
      END
    $$`);

    // For listeners, who hear of many workspaces over one connection.
    await queryRunner.query(`CREATE FUNCTION last_events(workspaces uuid[]) RETURNS TABLE (workspace_id uuid, last bigint)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.workspace_id, c.last FROM event_counter c WHERE c.workspace_id = ANY (workspaces)
    $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION order_events(integer), last_events(uuid[])');
    await queryRunner.query('DROP TABLE event_counter');
    await queryRunner.query('DROP INDEX event_workspace, event_unordered');
    await queryRunner.query('CREATE INDEX event_workspace ON event (workspace_id, workspace_seq)');
  }
}
