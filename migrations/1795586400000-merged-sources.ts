import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A source that was merged into another one keeps its row: its id and its key lead to the one that was kept. */
export class MergedSources1795586400000 implements MigrationInterface {
  name = 'MergedSources1795586400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  `ALTER TABLE source
    -- Never one that was merged itself: ways are one step long.
    ADD merged_into uuid,
    ADD CONSTRAINT source_workspace_id_merged_into_fkey
      FOREIGN KEY (workspace_id, merged_into) REFERENCES source (workspace_id, id)`,
  'CREATE INDEX source_merged ON source (workspace_id, merged_into) WHERE merged_into IS NOT NULL',
];

const DOWN = ['DROP INDEX source_merged', 'ALTER TABLE source DROP merged_into'];
