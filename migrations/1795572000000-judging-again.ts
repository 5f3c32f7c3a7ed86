import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is needed to judge only the claims that a change can touch: which claims stand in one paragraph, which say the
 * same, and how many citations were rejected. Articles that were stored before have none of it (`relations_version` 0),
 * and are judged as a whole the next time.
 */
export class JudgingAgain1795572000000 implements MigrationInterface {
  name = 'JudgingAgain1795572000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;

const UP = [
  `ALTER TABLE article ADD relations_version smallint NOT NULL DEFAULT 0`,
  `ALTER TABLE reference ADD rejected_count integer NOT NULL DEFAULT 0`,
  `ALTER TABLE claim
    ADD block_index integer NOT NULL DEFAULT 0,
    -- How many earlier claims of the article read the same.
    ADD twin integer NOT NULL DEFAULT 0`,
  `UPDATE claim c SET block_index = t.block_index FROM claim_text t
    WHERE t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.first_revision = c.text_revision`,
  'ALTER TABLE claim ALTER block_index DROP DEFAULT',
  'ALTER TABLE claim_text DROP block_index',
  'CREATE INDEX claim_block ON claim (workspace_id, article_id, block_index) WHERE gone_in IS NULL',
  // One statement of a claim that other claims of its article make, too; or (no member) a group that it says the same
  // as in words less like its own.
  `CREATE TABLE claim_part (
    workspace_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    group_number integer NOT NULL,
    article_id uuid NOT NULL,
    member boolean NOT NULL,
    whole boolean NOT NULL,
    -- The claim is judged by it.
    judged boolean NOT NULL,
    qualifier text,
    -- Groups that this statement is near.
    near integer[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (workspace_id, claim_id, group_number),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX claim_part_group ON claim_part (workspace_id, article_id, group_number, claim_id)',
  'ALTER TABLE claim_part ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY workspace_wall ON claim_part USING (${MINE}) WITH CHECK (${MINE})`,
];

const DOWN = [
  'DROP TABLE claim_part',
  'ALTER TABLE claim_text ADD block_index integer NOT NULL DEFAULT 0',
  `UPDATE claim_text t SET block_index = c.block_index FROM claim c
    WHERE c.workspace_id = t.workspace_id AND c.id = t.claim_id`,
  'ALTER TABLE claim_text ALTER block_index DROP DEFAULT',
  'ALTER TABLE claim DROP block_index, DROP twin',
  'ALTER TABLE reference DROP rejected_count',
  'ALTER TABLE article DROP relations_version',
];
