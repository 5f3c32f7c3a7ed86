import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What time alone changes is found by its date: a claim's `due_at`, and a waiver's end that is not yet accounted for. */
export class EndedWaivers1795568403000 implements MigrationInterface {
  name = 'EndedWaivers1795568403000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // When its article was judged again without it.
    await queryRunner.query('ALTER TABLE waiver ADD COLUMN ended_at timestamptz');
    await queryRunner.query(`CREATE INDEX waiver_due ON waiver (workspace_id, expires_at)
      WHERE expires_at IS NOT NULL AND lifted_at IS NULL AND ended_at IS NULL`);

    // Before it is known in which workspaces there is something to do, none can be set.
    await queryRunner.query(`CREATE FUNCTION due_workspaces(moment timestamptz) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT w.id FROM workspace w WHERE EXISTS (
        SELECT FROM claim c WHERE c.workspace_id = w.id AND c.due_at <= moment AND c.gone_in IS NULL
      ) OR EXISTS (
        SELECT FROM waiver v WHERE v.workspace_id = w.id AND v.expires_at <= moment
          AND v.expires_at IS NOT NULL AND v.lifted_at IS NULL AND v.ended_at IS NULL
      ) ORDER BY w.id
    $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION due_workspaces(timestamptz)');
    await queryRunner.query('DROP INDEX waiver_due');
    await queryRunner.query('ALTER TABLE waiver DROP COLUMN ended_at');
  }
}
