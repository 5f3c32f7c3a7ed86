import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claims of other articles that say the same are found by an index: the keys of a claim are pairs of some of its words,
 * and claims that share many words share some of their keys.
 */
export class ClaimsAlike1796028000000 implements MigrationInterface {
  name = 'ClaimsAlike1796028000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  // A bottom-k sketch (Broder 1997, "On the resemblance and containment of documents"): the five stems whose hashes are the
  // least are a random sample that is the same for the same words. Their ten pairs are told from each other better than single
  // stems. The workspace is hashed into each, so that no list of the index grows with other workspaces.
  `CREATE FUNCTION alike_keys(workspace uuid, claim text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 SET search_path = pg_catalog, pg_temp AS $$
    WITH sketch AS (
      SELECT hashtextextended(stem, 0) AS hash
      FROM unnest(tsvector_to_array(to_tsvector('english', left(claim, 50000)))) AS stem ORDER BY 1 LIMIT 5)
    SELECT coalesce(array_agg(
      (hash_record_extended(ROW (one.hash, other.hash, workspace), 0) & 2147483647)::integer), '{}')
    FROM sketch one JOIN sketch other ON one.hash < other.hash
  $$`,
  `CREATE INDEX claim_text_alike ON claim_text USING gin (alike_keys(workspace_id, text))
    WHERE last_revision IS NULL`,
  // As with full text: under row-level security the operator could not use its index. The owner's function can, and checks the
  // workspace itself. Of each key so many claims at most are looked at; those that share the most keys come first.
  // What is no text's own is asked of each row: of a join the keys could be made for each pair of rows.
  `CREATE FUNCTION alike_claims(claim uuid, at_most integer) RETURNS SETOF uuid
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

const DOWN = [
  'DROP FUNCTION alike_claims(uuid, integer)',
  'DROP INDEX claim_text_alike',
  'DROP FUNCTION alike_keys(uuid, text)',
];
