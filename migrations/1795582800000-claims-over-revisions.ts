import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claims that go on from revision to revision: what the reader said beside what people said over it, which references
 * editors defined, what became of each claim in a revision, and where people split and merged claims.
 */
export class ClaimsOverRevisions1795582800000 implements MigrationInterface {
  name = 'ClaimsOverRevisions1795582800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    for (const table of ['claim_revision', 'claim_cut']) {
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`CREATE POLICY workspace_wall ON ${table} USING (${MINE}) WITH CHECK (${MINE})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;

const UP = [
  // An editor said what it leads to, rather than the article's list.
  // Its number is an editor's, too: the text does not have it.
  `ALTER TABLE reference ADD defined boolean NOT NULL DEFAULT false, ADD added boolean NOT NULL DEFAULT false`,
  `UPDATE reference SET defined = true, added = marker_count = 0 WHERE text IS NULL AND source_id IS NOT NULL`,
  // As the reader read it. Nobody overruled any so far.
  'ALTER TABLE claim_text ADD block smallint, ADD priority smallint',
  `UPDATE claim_text t SET block = c.block, priority = c.priority FROM claim c
    WHERE c.workspace_id = t.workspace_id AND c.id = t.claim_id`,
  'ALTER TABLE claim_text ALTER block SET NOT NULL, ALTER priority SET NOT NULL',
  // A row only where something became of the claim: not for those that read and stand as before.
  `CREATE TABLE claim_revision (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    revision integer NOT NULL,
    claim_id uuid NOT NULL,
    change smallint NOT NULL,
    -- Reading order in this revision; in the one before when it is gone.
    ordinal integer NOT NULL,
    -- Null: it was not there.
    standing_before smallint,
    standing_after smallint,
    PRIMARY KEY (workspace_id, article_id, revision, claim_id),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE
  )`,
  // Append-only, and applied in this order to each new revision where its texts stand.
  `CREATE TABLE claim_cut (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- The claims as they read, without markers: one that was split, or several that became one.
    texts text[] NOT NULL,
    -- Where it was split, in UTF-16 units of its text; null when claims were merged.
    at integer,
    -- How many claims before it read like the first of them.
    twin integer NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,
  'CREATE INDEX claim_cut_article ON claim_cut (workspace_id, article_id, id)',
  'CREATE INDEX article_archived ON article (workspace_id, id) WHERE archived_at IS NOT NULL',
];

const DOWN = [
  'DROP INDEX article_archived',
  'DROP TABLE claim_cut, claim_revision',
  'ALTER TABLE claim_text DROP block, DROP priority',
  'ALTER TABLE reference DROP defined, DROP added',
];
