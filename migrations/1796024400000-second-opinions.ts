import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a second judge says of citations, and what it was asked. A comparison that leaves doubt says since when the second
 * judge is to be asked.
 */
export class SecondOpinions1796024400000 implements MigrationInterface {
  name = 'SecondOpinions1796024400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const MINE = "workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid";

const wall = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY workspace_wall ON ${table}
    USING (${MINE}) WITH CHECK (${MINE})`,
];

const UP = [
  `ALTER TABLE citation_comparison
    -- Since when, or from when on, the second judge is to be asked; null: it is not.
    ADD judge_due_at timestamptz,
    -- How often it was asked in vain.
    ADD judge_attempts smallint NOT NULL DEFAULT 0`,
  `CREATE INDEX citation_comparison_judge_due ON citation_comparison (workspace_id, judge_due_at, citation_id)
    WHERE judge_due_at IS NOT NULL`,
  // As isDoubtful of judging/doubt.ts.
  `UPDATE citation_comparison SET judge_due_at = compared_at
    WHERE comparison #>> '{support,label}' <> 'FOUND' OR (comparison #>> '{support,confidence}')::float8 < 0.65`,

  `CREATE TABLE second_opinion (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    citation_id uuid NOT NULL,
    -- Of the claim's words and the source's snapshots: another one is about something else.
    about text NOT NULL,
    -- As it was asked for, and as the one that answered calls itself.
    model text NOT NULL,
    answered_by text,
    prompt_version integer NOT NULL,
    -- Whether it was shown all of the snapshot.
    whole boolean NOT NULL,
    -- Null: what it answered is no opinion, and problem says why.
    label smallint,
    confidence real,
    rationale text,
    problem text,
    -- Places in snapshots.
    quotes jsonb NOT NULL DEFAULT '[]',
    input_tokens integer,
    output_tokens integer,
    -- In the currency of the configured prices.
    cost double precision,
    -- Null: nobody, it was asked by the program.
    asked_by uuid,
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, citation_id) REFERENCES citation (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, asked_by) REFERENCES member (workspace_id, id),
    CHECK ((label IS NULL) = (rationale IS NULL) AND (label IS NULL) = (problem IS NOT NULL))
  )`,
  ...wall('second_opinion'),
  'CREATE INDEX second_opinion_citation ON second_opinion (workspace_id, citation_id, asked_at DESC, id DESC)',

  // It outlives the citation: what was asked was paid for.
  `CREATE TABLE judge_question (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    citation_id uuid NOT NULL,
    about text NOT NULL,
    model text NOT NULL,
    prompt_version integer NOT NULL,
    asked_at timestamptz NOT NULL,
    -- Nobody asks the same until then, unless it has ended.
    held_until timestamptz NOT NULL,
    ended_at timestamptz,
    input_tokens integer,
    output_tokens integer,
    cost double precision,
    PRIMARY KEY (workspace_id, id)
  )`,
  ...wall('judge_question'),
  'CREATE INDEX judge_question_asked ON judge_question (asked_at)',
  'CREATE INDEX judge_question_open ON judge_question (workspace_id, citation_id) WHERE ended_at IS NULL',

  `CREATE FUNCTION questions_since(moment timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM judge_question WHERE asked_at >= moment
  $$`,
  // A share each, the newest first: people wait for what they work on.
  `CREATE FUNCTION take_doubtful(moment timestamptz, at_most integer, lease_seconds integer)
    RETURNS TABLE (workspace_id uuid, citation_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS MATERIALIZED (
      SELECT d.workspace_id, d.citation_id, d.judge_due_at, d.place FROM workspace w CROSS JOIN LATERAL (
        SELECT m.workspace_id, m.citation_id, m.judge_due_at,
          row_number() OVER (ORDER BY m.judge_due_at DESC, m.citation_id DESC) AS place
        FROM citation_comparison m WHERE m.workspace_id = w.id AND m.judge_due_at <= moment
        ORDER BY m.judge_due_at DESC, m.citation_id DESC LIMIT at_most * 4) d
      ORDER BY d.place, d.judge_due_at DESC LIMIT at_most * 4
    ), chosen AS MATERIALIZED (
      SELECT m.workspace_id, m.citation_id FROM citation_comparison m
      JOIN due d ON d.workspace_id = m.workspace_id AND d.citation_id = m.citation_id
      WHERE m.judge_due_at <= moment
      ORDER BY d.place, d.judge_due_at DESC LIMIT at_most FOR UPDATE OF m SKIP LOCKED
    )
    UPDATE citation_comparison m SET judge_due_at = moment + make_interval(secs => lease_seconds)
    FROM chosen c WHERE m.workspace_id = c.workspace_id AND m.citation_id = c.citation_id
    RETURNING m.workspace_id, m.citation_id
  $$`,
];

const DOWN = [
  'DROP FUNCTION take_doubtful(timestamptz, integer, integer)',
  'DROP FUNCTION questions_since(timestamptz)',
  'DROP TABLE judge_question',
  'DROP TABLE second_opinion',
  'DROP INDEX citation_comparison_judge_due',
  'ALTER TABLE citation_comparison DROP judge_due_at, DROP judge_attempts',
];
