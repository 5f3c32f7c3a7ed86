import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waivers by the time at which they end. */
export class Marks1795579200000 implements MigrationInterface {
  name = 'Marks1795579200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX waiver_expiry ON waiver (workspace_id, expires_at)
        WHERE lifted_at IS NULL AND expires_at IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX waiver_expiry');
  }
}
