import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answers to requests with an Idempotency-Key. */
export class KeptAnswers1795579200000 implements MigrationInterface {
  name = 'KeptAnswers1795579200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;

const UP = [
  `CREATE TABLE kept_answer (
    workspace_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    key text NOT NULL,
    -- SHA-256 of document, operation and variables.
    request_hash bytea NOT NULL,
    answer text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, actor_id, key),
    FOREIGN KEY (workspace_id, actor_id) REFERENCES member (workspace_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX kept_answer_age ON kept_answer (workspace_id, created_at)',
  'ALTER TABLE kept_answer ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY workspace_wall ON kept_answer USING (${MINE}) WITH CHECK (${MINE})`,
  // In whatever workspace they are.
  `CREATE FUNCTION forget_answers(older_than interval) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH forgotten AS (DELETE FROM kept_answer WHERE created_at <= now() - older_than RETURNING 1)
    SELECT count(*) FROM forgotten
  $$`,
];

const DOWN = ['DROP FUNCTION forget_answers(interval)', 'DROP TABLE kept_answer'];
