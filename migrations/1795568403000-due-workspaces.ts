import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What time alone changes is found by its date: a claim's `due_at`, and a waiver's end. */
export class DueWorkspaces1795568403000 implements MigrationInterface {
  name = 'DueWorkspaces1795568403000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX waiver_expiry ON waiver (workspace_id, expires_at)
      WHERE lifted_at IS NULL AND expires_at IS NOT NULL`);

    // Before it is known in which workspaces there is something to do, none can be set.
    await queryRunner.query(`CREATE FUNCTION due_workspaces(moment timestamptz) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT w.id FROM workspace w WHERE EXISTS (
        SELECT FROM claim c WHERE c.workspace_id = w.id AND c.due_at <= moment AND c.gone_in IS NULL
      ) OR EXISTS (
        SELECT FROM waiver v WHERE v.workspace_id = w.id AND v.expires_at <= moment
          AND v.expires_at IS NOT NULL AND v.lifted_at IS NULL
      ) ORDER BY w.id
    $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION due_workspaces(timestamptz)');
    await queryRunner.query('DROP INDEX waiver_expiry');
  }
}
