import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A statement that is planned once for all workspaces is planned for one that PostgreSQL does not know. It expects that one to have as
 * many rows as the usual one: ten claims, where there are ten thousand small workspaces, though most who ask are in a large one. What
 * finds 50 claims of a million is as quick for a workspace of four; what is quick for four is not for a million.
 *
 * So it is told of fewer workspaces: of as many as there would be if all had as many claims as the workspace of a claim has in the middle
 * (1 / Σ share²). It expects of none more than what the most common one has in the same table.
 */
export class UnknownWorkspaces1796042000000 implements MigrationInterface {
  name = 'UnknownWorkspaces1796042000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(EXPECT_LARGE_WORKSPACES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION expect_large_workspaces()');
    const told = (await queryRunner.query(
      `SELECT attrelid::regclass::text AS name FROM pg_attribute
       WHERE attname = 'workspace_id' AND attoptions IS NOT NULL ORDER BY 1`,
    )) as { name: string }[];
    for (const { name } of told)
      await queryRunner.query(`ALTER TABLE ${name} ALTER COLUMN workspace_id RESET (n_distinct)`);
  }
}

/**
 * Tells PostgreSQL of one table how many workspaces to expect, where that is no longer what it expects by a factor of two. It looks at
 * nothing but statistics. The name of the table; NULL: all is as it should be.
 *
 * - Small tables are left alone: any plan is good enough.
 * - So are tables in which no workspace is common, for there an unknown one would be taken for all of the rows; and all of them where
 *   claims are in more than a thousand workspaces of about the same size, for then the usual one is what is asked.
 * - What is to change is first left to PostgreSQL, which counts anew, and told then.
 *
 * On a distributed database the coordinator's tables are empty, so it finds nothing: there, each statement is planned for the workspace that
 * it is about.
 */
const EXPECT_LARGE_WORKSPACES = `CREATE FUNCTION expect_large_workspaces() RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
  DECLARE
    due record;
  BEGIN
    WITH seen AS MATERIALIZED (
      SELECT c.oid, s.tablename AS name, s.most_common_freqs AS shares,
        CASE WHEN s.n_distinct < 0 THEN -s.n_distinct * c.reltuples ELSE s.n_distinct END AS expected,
        (SELECT o.option_value::real FROM pg_options_to_table(a.attoptions) o WHERE o.option_name = 'n_distinct') AS told
      FROM pg_stats s
      JOIN pg_class c ON c.relnamespace = 'public'::regnamespace AND c.relname = s.tablename AND c.relkind = 'r'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = s.attname
      WHERE s.schemaname = 'public' AND s.attname = 'workspace_id' AND c.reltuples >= 10000
    ), spread AS (
      SELECT ceil(1 / sum(share * share)) AS workspaces FROM seen CROSS JOIN unnest(shares) AS share WHERE name = 'claim'
    ), settings AS (
      SELECT seen.*, CASE WHEN shares IS NOT NULL AND workspaces <= 1000 THEN workspaces END AS wanted FROM seen CROSS JOIN spread
    )
    SELECT s.oid, s.name, s.told, s.wanted INTO due FROM settings s
    WHERE CASE
      WHEN s.told IS NULL THEN s.expected > 2 * s.wanted
      ELSE s.wanted IS NULL OR greatest(s.wanted / s.told, s.told / s.wanted) > 2
    END
    ORDER BY s.name LIMIT 1;
    IF NOT FOUND THEN RETURN NULL; END IF;
    EXECUTE format('ALTER TABLE %s ALTER COLUMN workspace_id %s', due.oid::regclass,
      CASE WHEN due.told IS NULL THEN format('SET (n_distinct = %s)', due.wanted) ELSE 'RESET (n_distinct)' END);
    EXECUTE format('ANALYZE %s (workspace_id)', due.oid::regclass);
    RETURN due.name;
  END
$$`;
