import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Jobs that outlive their process: the queue's own tables stand in a schema of their own (src/database/queue-schema.ts)
 * and hold ids only; what a job works on stands here, behind the wall.
 */
export class JobsOnAQueue1795568400000 implements MigrationInterface {
  name = 'JobsOnAQueue1795568400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Jobs were bound to their process until now, and it has ended. States: 1 WAITING, 2 RUNNING, 4 FAILED.
    await queryRunner.query(`UPDATE job SET state = 4, updated_at = now(),
      error = 'the server ended before this was done, and nothing of it was stored; ask for it again'
      WHERE state IN (1, 2)`);
    await queryRunner.query(`ALTER TABLE job
      ADD COLUMN key text,
      ADD COLUMN run_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN attempt integer NOT NULL DEFAULT 0`);
    // One job of a kind and key waits for its beginning at most.
    await queryRunner.query(`CREATE UNIQUE INDEX job_key ON job (workspace_id, kind, key)
      WHERE state = 1 AND attempt = 0 AND key IS NOT NULL`);
    await queryRunner.query(`CREATE TABLE job_input (
      workspace_id uuid NOT NULL,
      job_id uuid NOT NULL,
      -- As it was given: json keeps texts of many megabytes without looking into them.
      payload json NOT NULL,
      PRIMARY KEY (workspace_id, job_id),
      FOREIGN KEY (workspace_id, job_id) REFERENCES job (workspace_id, id) ON DELETE CASCADE
    )`);
    const mine = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
    await queryRunner.query('ALTER TABLE job_input ENABLE ROW LEVEL SECURITY');
    await queryRunner.query(`CREATE POLICY workspace_wall ON job_input USING (${mine}) WITH CHECK (${mine})`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE job_input');
    await queryRunner.query('DROP INDEX job_key');
    await queryRunner.query('ALTER TABLE job DROP COLUMN key, DROP COLUMN run_at, DROP COLUMN attempt');
  }
}
