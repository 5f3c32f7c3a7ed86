import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sources by title, and references that lead nowhere, are read in their order from an index, however deep the page: by the beginning
 * of the title, since an index takes no text of any length, and by how many findings a source for the reference would clear. Which
 * citations are of a source is told by indexes alone.
 */
export class TitlesAndMissingInOrder1796044000000 implements MigrationInterface {
  name = 'TitlesAndMissingInOrder1796044000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  // Not computed in the index: row-level security lets no computation come before it.
  `ALTER TABLE source ADD COLUMN title_start text NOT NULL DEFAULT ''`,
  `UPDATE source SET title_start = left(title, 500) WHERE title <> ''`,
  `ALTER TABLE source ADD CONSTRAINT source_title_start_check CHECK (title_start = left(coalesce(title, ''), 500))`,
  'CREATE INDEX source_title ON source (workspace_id, title_start, id) WHERE merged_into IS NULL',

  // Below 0, so that an index has those that clear the most first and ties by id, both in one direction.
  'ALTER TABLE reference ADD COLUMN clears integer NOT NULL DEFAULT 0',
  `UPDATE reference r SET clears = n.clears FROM (
      SELECT ci.workspace_id, ci.reference_id, -count(*)::integer AS clears
      FROM citation ci
      JOIN reference m ON m.workspace_id = ci.workspace_id AND m.id = ci.reference_id AND m.source_id IS NULL AND m.gone_in IS NULL
      JOIN claim c ON c.workspace_id = ci.workspace_id AND c.id = ci.claim_id AND c.gone_in IS NULL
      WHERE EXISTS (SELECT FROM finding f WHERE f.workspace_id = ci.workspace_id AND f.claim_id = ci.claim_id AND f.state = 1
        AND f.rule = 'dangling-citation' AND f.start_offset IS NOT DISTINCT FROM (ci.spans -> 0 ->> 'start')::integer)
      GROUP BY ci.workspace_id, ci.reference_id
    ) n WHERE r.workspace_id = n.workspace_id AND r.id = n.reference_id`,
  'DROP INDEX reference_most_cited',
  `CREATE INDEX reference_clearing ON reference (workspace_id, clears, id)
    WHERE source_id IS NULL AND gone_in IS NULL AND citation_count > 0`,

  // With the ids, which are an order: who cites a source is told by indexes alone.
  'DROP INDEX reference_source',
  'CREATE INDEX reference_source ON reference (workspace_id, source_id, article_id) INCLUDE (id)',
  'DROP INDEX citation_reference',
  'CREATE INDEX citation_reference ON citation (workspace_id, reference_id, claim_id) INCLUDE (id)',
];

const DOWN = [
  'DROP INDEX citation_reference',
  'CREATE INDEX citation_reference ON citation (workspace_id, reference_id, claim_id)',
  'DROP INDEX reference_source',
  'CREATE INDEX reference_source ON reference (workspace_id, source_id, article_id)',
  'DROP INDEX reference_clearing',
  `CREATE INDEX reference_most_cited ON reference (workspace_id, citation_count DESC, id)
    WHERE source_id IS NULL AND gone_in IS NULL AND citation_count > 0`,
  'ALTER TABLE reference DROP COLUMN clears',
  'DROP INDEX source_title',
  'ALTER TABLE source DROP COLUMN title_start',
];
