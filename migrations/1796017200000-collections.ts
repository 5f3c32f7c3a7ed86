import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each article of a collection that was imported as a whole. */
export class Collections1796017200000 implements MigrationInterface {
  name = 'Collections1796017200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE collection_item');
  }
}

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;

const UP = [
  `CREATE TABLE collection_item (
    workspace_id uuid NOT NULL,
    job_id uuid NOT NULL,
    -- Its place in the collection, from 1.
    ordinal integer NOT NULL,
    name text NOT NULL,
    slug text,
    -- 1 IMPORTED, 2 UNCHANGED, 3 REFUSED, 4 SKIPPED.
    outcome smallint NOT NULL,
    messages text[] NOT NULL,
    article_id uuid,
    PRIMARY KEY (workspace_id, job_id, ordinal),
    FOREIGN KEY (workspace_id, job_id) REFERENCES job (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX collection_item_article ON collection_item (workspace_id, article_id) WHERE article_id IS NOT NULL',
  'ALTER TABLE collection_item ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY workspace_wall ON collection_item USING (${MINE}) WITH CHECK (${MINE})`,
];
