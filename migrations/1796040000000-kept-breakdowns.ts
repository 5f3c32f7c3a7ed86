import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Totals by publisher, rule and heading whose reading costs the same for a million claims. Each article has its share of them, and
 * the totals are the sums of the shares. A change leaves no differences: it says that its article is due, and what is due is
 * counted from its claims, by whoever reads, until its share is counted anew.
 *
 * All articles that are there are due: they are counted in the background, some at a time.
 */
export class KeptBreakdowns1796040000000 implements MigrationInterface {
  name = 'KeptBreakdowns1796040000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    for (const table of TABLES) {
      const mine = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`CREATE POLICY workspace_wall ON ${table} USING (${mine}) WITH CHECK (${mine})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION workspaces_with_due_breakdowns(integer)');
    await queryRunner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

const TABLES = ['breakdown_due', 'breakdown_share', 'breakdown_total'];

const UP = [
  `CREATE TABLE breakdown_total (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    -- By what: 1 publisher, 2 rule, 3 heading.
    breakdown smallint NOT NULL,
    -- SHA-256 of the key: headings can be longer than what an index takes.
    hash bytea NOT NULL,
    key text NOT NULL,
    -- Unsupported claims, below 0: the most come first.
    supported bigint NOT NULL,
    -- What is 0 is left out.
    measures jsonb NOT NULL,
    PRIMARY KEY (workspace_id, breakdown, hash)
  )`,

  `CREATE TABLE breakdown_share (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- {"breakdown": {"key": measures}}
    shares jsonb NOT NULL,
    PRIMARY KEY (workspace_id, article_id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,

  // A row a change, for a row that several changes had in common could be taken away with the last of them not counted. Without a
  // foreign key, as with differences of totals.
  `CREATE TABLE breakdown_due (
    workspace_id uuid NOT NULL,
    -- 1 an article, 2 a source: then all articles that cite it are due.
    kind smallint NOT NULL,
    subject_id uuid NOT NULL,
    id uuid NOT NULL,
    PRIMARY KEY (workspace_id, kind, subject_id, id)
  )`,

  `INSERT INTO breakdown_due (workspace_id, kind, subject_id, id)
    SELECT workspace_id, 1, id, gen_random_uuid() FROM article WHERE archived_at IS NULL`,

  // Of so many that are due, the workspaces. What belongs to no workspace any more goes.
  `CREATE FUNCTION workspaces_with_due_breakdowns(at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE due uuid;
    BEGIN
      FOR due IN SELECT DISTINCT d.workspace_id FROM (SELECT workspace_id FROM breakdown_due LIMIT at_most) d LOOP
        IF EXISTS (SELECT FROM workspace w WHERE w.id = due) THEN
          RETURN NEXT due;
        ELSE
          DELETE FROM breakdown_due b WHERE b.workspace_id = due;
        END IF;
      END LOOP;
    END
  $$`,
];
