import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "obelus t" in ASCII, as a 64-bit key: one transaction at a time folds. */
const FOLD_LOCK = '0x6f62656c75732074';

/**
 * Totals of desks and workspaces whose reading costs the same for a million articles: each change of an article's tally
 * leaves its difference as a row of its own, for one hot row of sums would make writers wait for each other; now and then
 * the differences are folded into the sums. The totals are sums + differences at any time.
 */
export class TotalsByDesk1795568402000 implements MigrationInterface {
  name = 'TotalsByDesk1795568402000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
    for (const table of ['workspace_tally', 'tally_delta']) {
      const mine = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`CREATE POLICY workspace_wall ON ${table} USING (${mine}) WITH CHECK (${mine})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION fold_tallies(integer), tally_measures(article_tally)');
    await queryRunner.query('DROP TABLE tally_delta, workspace_tally');
    await queryRunner.query('ALTER TABLE article_tally DROP COLUMN counted_in');
  }
}

const STATEMENTS = [
  // The desk in whose totals the row is counted, '' for none; null: it is not counted, its article is archived.
  'ALTER TABLE article_tally ADD COLUMN counted_in text',
  `UPDATE article_tally t SET counted_in = coalesce(a.desk, '') FROM article a
    WHERE a.workspace_id = t.workspace_id AND a.id = t.article_id AND a.archived_at IS NULL`,

  `CREATE TABLE workspace_tally (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    -- '' for articles without one.
    desk text NOT NULL,
    -- See tally_measures.
    measure text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (workspace_id, desk, measure)
  )`,
  // Without a foreign key: its check would make all writers share a lock on the workspace's row.
  `CREATE TABLE tally_delta (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    desk text NOT NULL,
    -- {"measure": difference}
    changes jsonb NOT NULL,
    PRIMARY KEY (workspace_id, id)
  )`,

  // What is added up: each column of counts under its name, each rule's open findings under "rule:" and its id, and
  // the article itself.
  `CREATE FUNCTION tally_measures(tally article_tally) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('articles', 1)
      || (to_jsonb(tally) - '{workspace_id,article_id,counted_in,by_rule}'::text[])
      || coalesce((SELECT jsonb_object_agg('rule:' || key, value) FROM jsonb_each(tally.by_rule)), '{}')
  $$`,

  // Folds differences of whatever workspace, at most so many. Answers how many there were; null when another
  // transaction is at it.
  `CREATE FUNCTION fold_tallies(at_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE folded integer;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${BigInt(FOLD_LOCK)}) THEN RETURN NULL; END IF;
      WITH batch AS MATERIALIZED (
        SELECT workspace_id, id FROM tally_delta ORDER BY workspace_id, id LIMIT at_most
      ), taken AS (
        DELETE FROM tally_delta d USING batch b WHERE d.workspace_id = b.workspace_id AND d.id = b.id
        RETURNING d.workspace_id, d.desk, d.changes
      ), added AS (
        INSERT INTO workspace_tally AS w (workspace_id, desk, measure, value)
        SELECT t.workspace_id, t.desk, c.key, sum(c.value::bigint) FROM taken t
        JOIN workspace s ON s.id = t.workspace_id CROSS JOIN jsonb_each_text(t.changes) c GROUP BY 1, 2, 3
        ON CONFLICT (workspace_id, desk, measure) DO UPDATE SET value = w.value + excluded.value
      )
      SELECT count(*) INTO folded FROM taken;
      RETURN folded;
    END
  $$`,

  `INSERT INTO workspace_tally (workspace_id, desk, measure, value)
    SELECT t.workspace_id, t.counted_in, m.key, sum(m.value::bigint)
    FROM article_tally t CROSS JOIN jsonb_each_text(tally_measures(t)) m
    WHERE t.counted_in IS NOT NULL GROUP BY 1, 2, 3`,
];
