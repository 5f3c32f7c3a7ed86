import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "obelus t" in ASCII, as a 64-bit key: one transaction at a time folds. */
const FOLD_LOCK = '0x6f62656c75732074';

/**
 * How totals stood in the past. Each change of an article's tally writes, in its own transaction, the row of the hour
 * that it falls into: the last one of an hour is how the tally stood at its end. What it changes of its desk's totals
 * says its hour too, and is folded into the changes of that hour, day and month. No job copies anything, so nothing that
 * comes after an hour can get into it, and a server that was off has missed nothing.
 *
 * It begins with the tallies as they stand when this is run.
 */
export class TalliesOverTime1796010000000 implements MigrationInterface {
  name = 'TalliesOverTime1796010000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    for (const table of ['tally_hour', 'tally_period']) {
      const mine = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`CREATE POLICY workspace_wall ON ${table} USING (${mine}) WITH CHECK (${mine})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

/** @param more of what is taken, and what is done with it beside the totals */
const foldTallies = (more: { readonly taken: string; readonly also: string }): string =>
  `CREATE OR REPLACE FUNCTION fold_tallies(at_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE folded integer;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${BigInt(FOLD_LOCK)}) THEN RETURN NULL; END IF;
      WITH batch AS MATERIALIZED (
        SELECT workspace_id, id FROM tally_delta ORDER BY workspace_id, id LIMIT at_most
      ), taken AS (
        DELETE FROM tally_delta d USING batch b WHERE d.workspace_id = b.workspace_id AND d.id = b.id
        RETURNING d.workspace_id, d.desk, d.changes${more.taken}
      ), added AS (
        INSERT INTO workspace_tally AS w (workspace_id, desk, measure, value)
        SELECT t.workspace_id, t.desk, c.key, sum(c.value::bigint) FROM taken t
        JOIN workspace s ON s.id = t.workspace_id CROSS JOIN jsonb_each_text(t.changes) c GROUP BY 1, 2, 3
        ON CONFLICT (workspace_id, desk, measure) DO UPDATE SET value = w.value + excluded.value
      )${more.also}
      SELECT count(*) INTO folded FROM taken;
      RETURN folded;
    END
  $$`;

const LENGTHS = `(VALUES (1::smallint, 'hour'), (2::smallint, 'day'), (3::smallint, 'month')) l (length, unit)`;

const UP = [
  // Sums of the numbers of several objects by their keys; what comes to 0 is left out.
  `CREATE FUNCTION sum_measures(objects jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(s.key, s.total) FILTER (WHERE s.total <> 0), '{}') FROM (
      SELECT m.key, sum(m.value::bigint) AS total
      FROM jsonb_array_elements(objects) o CROSS JOIN jsonb_each_text(o) m GROUP BY m.key
    ) s
  $$`,

  // When the hour began that it is now, in UTC: by the clock, for a transaction can begin in one and write in the next.
  `CREATE FUNCTION this_hour() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
    SELECT date_trunc('hour', clock_timestamp(), 'UTC')
  $$`,

  `CREATE TABLE tally_hour (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- When it began. Only hours in which the tally changed.
    hour timestamptz NOT NULL,
    -- How the tally stood at its end: see tally_measures. What is 0 is left out.
    measures jsonb NOT NULL,
    -- How many findings came and went in it.
    opened integer NOT NULL,
    fixed integer NOT NULL,
    PRIMARY KEY (workspace_id, article_id, hour),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE tally_period (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    -- 1 an hour, 2 a day, 3 a month: each change is in one of each.
    length smallint NOT NULL,
    -- In UTC.
    begins_at timestamptz NOT NULL,
    -- '' for articles without one.
    desk text NOT NULL,
    -- By how much the totals of the desk changed: see tally_measures.
    changes jsonb NOT NULL,
    opened bigint NOT NULL,
    fixed bigint NOT NULL,
    PRIMARY KEY (workspace_id, length, begins_at, desk)
  )`,

  `ALTER TABLE tally_delta
    -- The hour of the change; null: it mends the totals, and is no change in time.
    ADD hour timestamptz,
    ADD opened integer NOT NULL DEFAULT 0,
    ADD fixed integer NOT NULL DEFAULT 0`,

  `INSERT INTO tally_hour (workspace_id, article_id, hour, measures, opened, fixed)
    SELECT t.workspace_id, t.article_id, this_hour(), sum_measures(jsonb_build_array(tally_measures(t))), 0, 0
    FROM article_tally t`,
  `INSERT INTO tally_period (workspace_id, length, begins_at, desk, changes, opened, fixed)
    SELECT t.workspace_id, l.length, date_trunc(l.unit, this_hour(), 'UTC'), t.counted_in,
      sum_measures(jsonb_agg(tally_measures(t))), 0, 0
    FROM article_tally t CROSS JOIN ${LENGTHS} WHERE t.counted_in IS NOT NULL GROUP BY 1, 2, 3, 4`,

  foldTallies({
    taken: ', d.hour, d.opened, d.fixed',
    also: `, remembered AS (
        INSERT INTO tally_period AS p (workspace_id, length, begins_at, desk, changes, opened, fixed)
        SELECT t.workspace_id, l.length, date_trunc(l.unit, t.hour, 'UTC'), t.desk, sum_measures(jsonb_agg(t.changes)),
          sum(t.opened), sum(t.fixed)
        FROM taken t JOIN workspace s ON s.id = t.workspace_id CROSS JOIN ${LENGTHS}
        WHERE t.hour IS NOT NULL GROUP BY 1, 2, 3, 4
        ON CONFLICT (workspace_id, length, begins_at, desk) DO UPDATE SET
          changes = sum_measures(jsonb_build_array(p.changes, excluded.changes)),
          opened = p.opened + excluded.opened, fixed = p.fixed + excluded.fixed
      )`,
  }),
];

const DOWN = [
  foldTallies({ taken: '', also: '' }),
  'ALTER TABLE tally_delta DROP hour, DROP opened, DROP fixed',
  'DROP TABLE tally_period, tally_hour',
  'DROP FUNCTION this_hour()',
  'DROP FUNCTION sum_measures(jsonb)',
];
