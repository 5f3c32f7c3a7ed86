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

const MINE = `workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid`;
const SOURCE_WORDS = "coalesce(title || ' ' || url, title, url, '')";

/** @param left keys that are no counts */
const tallyMeasures = (left: string): string =>
  `CREATE OR REPLACE FUNCTION tally_measures(tally article_tally) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('articles', 1)
      || (to_jsonb(tally) - '{${left}}'::text[])
      || coalesce((SELECT jsonb_object_agg('rule:' || key, value) FROM jsonb_each(tally.by_rule)), '{}')
  $$`;

/** @param table what is looked through @param id its rows' ids @param words what is looked for in a row */
const search = (name: string, table: string, id: string, words: string): string =>
  `CREATE FUNCTION ${name}(part text, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ${id} FROM ${table}
    WHERE ${MINE} AND word_keys(workspace_id, ${words})
        @> word_keys(nullif(current_setting('obelus.workspace', true), '')::uuid, part)
      AND strpos(lower(${words}), lower(part)) > 0
    LIMIT at_most
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
  `CREATE INDEX source_words ON source USING gin (word_keys(workspace_id, ${SOURCE_WORDS}))`,
  // As with full text: under row-level security the operator could not use its index. The owner's functions can, and check the
  // workspace themselves.
  search('search_sources', 'source', 'id', SOURCE_WORDS),

  // Apart from the articles: each change of an article writes its row anew, and would its keys.
  `CREATE TABLE article_words (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    title text NOT NULL,
    PRIMARY KEY (workspace_id, article_id),
    CONSTRAINT article_words_workspace_id_article_id_fkey
      FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,
  'ALTER TABLE article_words ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY workspace_wall ON article_words USING (${MINE}) WITH CHECK (${MINE})`,
  'INSERT INTO article_words SELECT workspace_id, id, title FROM article',
  'CREATE INDEX article_words_title ON article_words USING gin (word_keys(workspace_id, title))',
  search('search_articles', 'article_words', 'article_id', 'title'),

  // The order of a breakdown by article. Not computed in the index: row-level security lets no computation come before it.
  'ALTER TABLE article_tally ADD COLUMN unsupported integer',
  'UPDATE article_tally SET unsupported = refuted + contested + missing + weak',
  `ALTER TABLE article_tally ALTER COLUMN unsupported SET NOT NULL,
    ADD CONSTRAINT article_tally_unsupported_check CHECK (unsupported = refuted + contested + missing + weak)`,
  `CREATE INDEX article_tally_worst ON article_tally (workspace_id, unsupported, article_id)
    WHERE counted_in IS NOT NULL`,
  tallyMeasures('workspace_id,article_id,counted_in,by_rule,unsupported'),
];

const DOWN = [
  tallyMeasures('workspace_id,article_id,counted_in,by_rule'),
  'DROP INDEX article_tally_worst',
  'ALTER TABLE article_tally DROP COLUMN unsupported',
  'DROP FUNCTION search_articles(text, integer)',
  'DROP TABLE article_words',
  'DROP FUNCTION search_sources(text, integer)',
  'DROP INDEX source_words',
  'DROP FUNCTION word_keys(uuid, text)',
];
