import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that say the same are looked for in the lists of their keys, and no longer among all claims of the workspace as well. */
export class AlikeByKeysAlone1796041000000 implements MigrationInterface {
  name = 'AlikeByKeysAlone1796041000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  // Nothing tells PostgreSQL how long a key's list is. Where the workspace was a condition of its own, all claims of the workspace were
  // read from another index, for each key, to be compared with the list. The keys have the workspace in them: it is asked of each row.
  `CREATE OR REPLACE FUNCTION alike_claims(claim uuid, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH own AS MATERIALIZED (
      SELECT c.workspace_id, c.article_id, alike_keys(c.workspace_id, t.text) AS keys
      FROM claim c JOIN claim_text t
        ON t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.first_revision = c.text_revision
      WHERE c.workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid AND c.id = claim)
    SELECT found.claim_id
    FROM own CROSS JOIN LATERAL unnest(own.keys) AS wanted (key) CROSS JOIN LATERAL (
      SELECT t.claim_id FROM claim_text t
      WHERE t.last_revision IS NULL AND alike_keys(t.workspace_id, t.text) @> ARRAY[wanted.key]
        AND (SELECT t.workspace_id = own.workspace_id AND c.gone_in IS NULL AND c.checkable
            AND c.article_id <> own.article_id AND NOT EXISTS (SELECT FROM article a
              WHERE a.workspace_id = own.workspace_id AND a.id = c.article_id AND a.archived_at IS NOT NULL)
          FROM claim c WHERE c.workspace_id = own.workspace_id AND c.id = t.claim_id)
      LIMIT 100) AS found
    GROUP BY found.claim_id ORDER BY count(*) DESC, found.claim_id LIMIT at_most
  $$`,
];

const DOWN = [
  `CREATE OR REPLACE FUNCTION alike_claims(claim uuid, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH own AS MATERIALIZED (
      SELECT c.workspace_id, c.article_id, alike_keys(c.workspace_id, t.text) AS keys
      FROM claim c JOIN claim_text t
        ON t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.first_revision = c.text_revision
      WHERE c.workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid AND c.id = claim)
    SELECT found.claim_id
    FROM own CROSS JOIN LATERAL unnest(own.keys) AS wanted (key) CROSS JOIN LATERAL (
      SELECT t.claim_id FROM claim_text t
      WHERE t.workspace_id = own.workspace_id AND t.last_revision IS NULL
        AND alike_keys(t.workspace_id, t.text) @> ARRAY[wanted.key]
        AND (SELECT c.gone_in IS NULL AND c.checkable AND c.article_id <> own.article_id AND a.archived_at IS NULL
          FROM claim c JOIN article a ON a.workspace_id = own.workspace_id AND a.id = c.article_id
          WHERE c.workspace_id = own.workspace_id AND c.id = t.claim_id)
      LIMIT 100) AS found
    GROUP BY found.claim_id ORDER BY count(*) DESC, found.claim_id LIMIT at_most
  $$`,
];
