import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open findings, the oldest first; with what they are counted by, so that counting reads nothing but the index. */
export class FindingsByAge1796010001000 implements MigrationInterface {
  name = 'FindingsByAge1796010001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX finding_age ON finding (workspace_id, first_seen_at, id)
      INCLUDE (severity, rule, article_id) WHERE state = 1`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX finding_age');
  }
}
