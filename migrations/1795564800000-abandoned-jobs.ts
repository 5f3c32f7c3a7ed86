import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds and ends jobs whose process is gone. */
export class AbandonedJobs1795564800000 implements MigrationInterface {
  name = 'AbandonedJobs1795564800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX job_unfinished ON job (updated_at) WHERE state IN (1, 2)');
    // In whatever workspace they are. States: 1 WAITING, 2 RUNNING, 4 FAILED.
    await queryRunner.query(`CREATE FUNCTION fail_abandoned_jobs(silent_for interval, why text) RETURNS bigint
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      WITH failed AS (
        UPDATE job SET state = 4, error = why, updated_at = now()
        WHERE state IN (1, 2) AND updated_at <= now() - silent_for RETURNING 1)
      SELECT count(*) FROM failed
    $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION fail_abandoned_jobs(interval, text)');
    await queryRunner.query('DROP INDEX job_unfinished');
  }
}
