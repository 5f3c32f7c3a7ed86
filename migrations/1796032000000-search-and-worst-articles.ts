import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sources and articles are found by a part of their words, and the worst articles come first, without a look at all of them:
 * indexes of three characters after one another, and of how many claims of an article are unsupported.
 */
export class SearchAndWorstArticles1796032000000 implements MigrationInterface {
  name = 'SearchAndWorstArticles1796032000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const WORKSPACE = "nullif(current_setting('obelus.workspace', true), '')::uuid";
/** What a source is looked for by. */
const WORDS = "coalesce(title || ' ' || url, title, url, '')";

/** @param left keys that are no counts */
const tallyMeasures = (left: string): string =>
  `CREATE OR REPLACE FUNCTION tally_measures(tally article_tally) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('articles', 1)
      || (to_jsonb(tally) - '{${left}}'::text[])
      || coalesce((SELECT jsonb_object_agg('rule:' || key, value) FROM jsonb_each(tally.by_rule)), '{}')
  $$`;

const UP = [
  // Whatever has a part of at least three characters has each three of it. The workspace is hashed into each, so that no list
  // of an index grows with other workspaces. What is longer than anybody looks for is cut: PostgreSQL counts characters from the
  // beginning each time.
  `CREATE FUNCTION word_keys(workspace uuid, words text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT
      (hash_record_extended(ROW (substr(folded, place, 3), workspace), 0) & 2147483647)::integer), '{}')
    FROM lower(left(words, 4000)) AS folded CROSS JOIN LATERAL generate_series(1, length(folded) - 2) AS place
  $$`,
  `CREATE INDEX source_words ON source USING gin (word_keys(workspace_id, ${WORDS}))`,
  // As with full text: under row-level security the operator could not use its index. The owner's functions can, and check the
  // workspace themselves.
  `CREATE FUNCTION search_sources(part text, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM source
    WHERE workspace_id = ${WORKSPACE} AND word_keys(workspace_id, ${WORDS}) @> word_keys(${WORKSPACE}, part)
      AND strpos(lower(${WORDS}), lower(part)) > 0
    LIMIT at_most
  $$`,

  // Of revisions, which never change: each change of an article writes its row anew, and would its keys. Where a long title is
  // cut for lists, an ellipsis stands that the revision does not have.
  'CREATE INDEX revision_words ON revision USING gin (word_keys(workspace_id, title))',
  `CREATE FUNCTION search_articles(part text, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.id FROM revision r
    JOIN article a ON a.workspace_id = r.workspace_id AND a.id = r.article_id AND a.revision = r.number
    WHERE r.workspace_id = ${WORKSPACE}
      AND word_keys(r.workspace_id, r.title) @> word_keys(${WORKSPACE}, rtrim(part, '…'))
      AND strpos(lower(a.title), lower(part)) > 0
    LIMIT at_most
  $$`,

  // The order of a breakdown by article. Not computed in the index: row-level security lets no computation come before it.
  'ALTER TABLE article_tally ADD COLUMN unsupported integer',
  'UPDATE article_tally SET unsupported = refuted + contested + missing + weak',
  'ALTER TABLE article_tally ALTER COLUMN unsupported SET NOT NULL',
  `ALTER TABLE article_tally
    ADD CONSTRAINT article_tally_unsupported_check CHECK (unsupported = refuted + contested + missing + weak)`,
  `CREATE INDEX article_tally_worst ON article_tally (workspace_id, unsupported, article_id)
    WHERE counted_in IS NOT NULL`,
  tallyMeasures('workspace_id,article_id,counted_in,by_rule,unsupported'),
];

const DOWN = [
  tallyMeasures('workspace_id,article_id,counted_in,by_rule'),
  'DROP INDEX article_tally_worst',
  'ALTER TABLE article_tally DROP COLUMN unsupported',
  'DROP FUNCTION search_articles(text, integer), search_sources(text, integer)',
  'DROP INDEX revision_words',
  'DROP INDEX source_words',
  'DROP FUNCTION word_keys(uuid, text)',
];
