import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes of other editors that stand on a claim in its article, as the reader found them: "[citation needed]". */
export class EditorTags1795593661000 implements MigrationInterface {
  name = 'EditorTags1795593661000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE claim_text ADD tags jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE claim_text DROP tags');
  }
}
