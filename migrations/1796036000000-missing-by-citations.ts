import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References that lead nowhere, the most cited first: none of them clears more findings than it has citations. */
export class MissingByCitations1796036000000 implements MigrationInterface {
  name = 'MissingByCitations1796036000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX reference_most_cited ON reference (workspace_id, citation_count DESC, id)
      WHERE source_id IS NULL AND gone_in IS NULL AND citation_count > 0`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX reference_most_cited');
  }
}
