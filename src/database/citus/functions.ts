import { SHARD_BESIDE } from './shards.js';
import { HERE, isHere } from './workers-away.js';

/**
 * The owner's functions as they work on a distributed database: same names, arguments and answers as in the migrations.
 * They differ because Citus
 *
 * - refuses parameters of SQL functions in distributed statements: these are PL/pgSQL;
 * - does not lock rows of several shards, nor run a statement that changes rows of several workspaces by what it found
 *   there: these look where there is something to do, and do it workspace by workspace, each on one shard;
 * - asks nobody when one worker is away: these leave out what is there.
 *
 * They run on the coordinator, where their advisory locks are. What is called from within a statement on a shard
 * (`search_claims`, `search_sources`, `search_articles`, `alike_claims`, `tally_measures`) runs on the worker, and reads that shard by its own name.
 */
export const CITUS_FUNCTIONS: readonly string[] = [
  SHARD_BESIDE,

  `CREATE OR REPLACE FUNCTION search_claims(words text, at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      mine uuid := nullif(current_setting('obelus.workspace', true), '')::uuid;
      place text := 'claim_text_' || get_shard_id_for_distribution_column('claim_text', mine);
    BEGIN
      RETURN QUERY EXECUTE format('SELECT claim_id FROM %s WHERE workspace_id = $1 AND last_revision IS NULL
          AND to_tsvector(''english'', left(text, 50000)) @@ websearch_to_tsquery(''english'', $2) LIMIT $3',
        coalesce(to_regclass(place), 'claim_text')) USING mine, words, at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION search_sources(part text, at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      mine uuid := nullif(current_setting('obelus.workspace', true), '')::uuid;
      place text := 'source_' || get_shard_id_for_distribution_column('source', mine);
    BEGIN
      RETURN QUERY EXECUTE format('SELECT s.id FROM (
          SELECT o.id, coalesce(o.title || '' '' || o.url, o.title, o.url, '''') AS words FROM %s o WHERE o.workspace_id = $1
            AND word_keys(o.workspace_id, coalesce(o.title || '' '' || o.url, o.title, o.url, '''')) @> word_keys($1, $2)
        ) s WHERE strpos(lower(s.words), lower($2)) > 0 LIMIT $3',
        coalesce(to_regclass(place), 'source')) USING mine, part, at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION search_articles(part text, at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      mine uuid := nullif(current_setting('obelus.workspace', true), '')::uuid;
      revisions text := 'revision_' || get_shard_id_for_distribution_column('revision', mine);
      articles text := 'article_' || get_shard_id_for_distribution_column('article', mine);
    BEGIN
      RETURN QUERY EXECUTE format('SELECT a.id FROM %s r
          JOIN %s a ON a.workspace_id = r.workspace_id AND a.id = r.article_id AND a.revision = r.number
          WHERE r.workspace_id = $1 AND word_keys(r.workspace_id, r.title) @> word_keys($1, rtrim($2, ''…''))
            AND strpos(lower(a.title), lower($2)) > 0 LIMIT $3',
        coalesce(to_regclass(revisions), 'revision'), coalesce(to_regclass(articles), 'article'))
        USING mine, part, at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION alike_claims(claim uuid, at_most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      mine uuid := nullif(current_setting('obelus.workspace', true), '')::uuid;
      texts text := 'claim_text_' || get_shard_id_for_distribution_column('claim_text', mine);
      claims text := 'claim_' || get_shard_id_for_distribution_column('claim', mine);
      articles text := 'article_' || get_shard_id_for_distribution_column('article', mine);
    BEGIN
      RETURN QUERY EXECUTE format('WITH own AS MATERIALIZED (
          SELECT c.article_id, alike_keys($1, t.text) AS keys FROM %1$s c JOIN %2$s t
            ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
          WHERE c.workspace_id = $1 AND c.id = $2)
        SELECT found.claim_id FROM own CROSS JOIN LATERAL unnest(own.keys) AS wanted (key) CROSS JOIN LATERAL (
          SELECT t.claim_id FROM %2$s t
          WHERE %4$s t.last_revision IS NULL AND alike_keys(t.workspace_id, t.text) @> ARRAY[wanted.key]
            AND (SELECT t.workspace_id = $1 AND c.gone_in IS NULL AND c.checkable
                AND c.article_id <> own.article_id AND NOT EXISTS (SELECT FROM %3$s a
                  WHERE a.workspace_id = $1 AND a.id = c.article_id AND a.archived_at IS NOT NULL)
              FROM %1$s c WHERE c.workspace_id = $1 AND c.id = t.claim_id)
          LIMIT 100) AS found
        GROUP BY found.claim_id ORDER BY count(*) DESC, found.claim_id LIMIT $3',
        coalesce(to_regclass(claims), 'claim'), coalesce(to_regclass(texts), 'claim_text'),
        coalesce(to_regclass(articles), 'article'),
        CASE WHEN to_regclass(texts) IS NULL THEN 't.workspace_id = $1 AND' ELSE '' END)
        USING mine, claim, at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION questions_since(moment timestamptz) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN (SELECT count(*) FROM judge_question WHERE asked_at >= moment);
    END
  $$`,

  // As with webhooks: each is taken by its own statement, and more are looked at than are taken.
  `CREATE OR REPLACE FUNCTION take_doubtful(moment timestamptz, at_most integer, lease_seconds integer)
    RETURNS TABLE (workspace_id uuid, citation_id uuid)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      due record;
      taken integer := 0;
      ${HERE}
    BEGIN
      FOR due IN SELECT d.workspace_id, d.citation_id FROM (
          SELECT m.workspace_id, m.citation_id, m.judge_due_at,
            row_number() OVER (PARTITION BY m.workspace_id ORDER BY m.judge_due_at DESC, m.citation_id DESC) AS place
          FROM citation_comparison m WHERE m.judge_due_at <= moment AND ${isHere('m.workspace_id')}
        ) d WHERE d.place <= at_most * 4 ORDER BY d.place, d.judge_due_at DESC LIMIT at_most * 4
      LOOP
        EXIT WHEN taken = at_most;
        UPDATE citation_comparison m SET judge_due_at = moment + make_interval(secs => lease_seconds)
        WHERE m.workspace_id = due.workspace_id AND m.citation_id = due.citation_id AND m.judge_due_at <= moment;
        IF FOUND THEN
          workspace_id := due.workspace_id;
          citation_id := due.citation_id;
          taken := taken + 1;
          RETURN NEXT;
        END IF;
      END LOOP;
    END
  $$`,

  // Where a token was found is kept on each node: only the first look goes to all shards. A place that is out of date
  // leads nowhere, and is found again.
  `CREATE OR REPLACE FUNCTION find_token(token_hash bytea)
    RETURNS TABLE (workspace_id uuid, token_id uuid, member_id uuid, role smallint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE place uuid := place_of_token(token_hash);
    BEGIN
      IF place IS NULL THEN RETURN; END IF;
      RETURN QUERY SELECT t.workspace_id, t.id, t.member_id, least(t.role, m.role)
        FROM api_token t JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id
        WHERE t.workspace_id = place AND t.hash = token_hash AND t.revoked_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > now()) AND m.removed_at IS NULL;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION touch_token(token_hash bytea) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE place uuid := place_of_token(token_hash);
    BEGIN
      UPDATE api_token SET last_used_at = now() WHERE workspace_id = place AND hash = token_hash
        AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute');
    END
  $$`,

  `CREATE OR REPLACE FUNCTION place_of_token(token_hash bytea) RETURNS uuid
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      found_in uuid;
      ${HERE}
    BEGIN
      SELECT p.place INTO found_in FROM token_place p WHERE p.hash = token_hash;
      IF found_in IS NOT NULL THEN
        PERFORM FROM api_token t WHERE t.workspace_id = found_in AND t.hash = token_hash;
        IF FOUND THEN RETURN found_in; END IF;
      END IF;
      SELECT t.workspace_id INTO found_in FROM api_token t WHERE t.hash = token_hash AND ${isHere('t.workspace_id')} LIMIT 1;
      IF found_in IS NULL AND here IS NOT NULL THEN
        RAISE connection_failure USING MESSAGE = 'the token is none of those that can be looked at while a worker is away';
      END IF;
      -- What is on every node is changed on all of them, or not at all.
      IF found_in IS NOT NULL AND here IS NULL THEN
        INSERT INTO token_place (hash, place) VALUES (token_hash, found_in)
          ON CONFLICT (hash) DO UPDATE SET place = excluded.place;
      END IF;
      RETURN found_in;
    END
  $$`,

  'REVOKE ALL ON FUNCTION place_of_token(bytea) FROM PUBLIC',

  `CREATE OR REPLACE FUNCTION last_events(workspaces uuid[]) RETURNS TABLE (workspace_id uuid, last bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE ${HERE}
    BEGIN
      RETURN QUERY SELECT c.workspace_id, c.last FROM event_counter c
        WHERE c.workspace_id = ANY (workspaces) AND ${isHere('c.workspace_id')};
    END
  $$`,

  // A row of a shard is of the shard's own type.
  `CREATE OR REPLACE FUNCTION tally_measures(tally anyelement) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('articles', 1)
      || (to_jsonb(tally) - '{workspace_id,article_id,counted_in,by_rule,unsupported}'::text[])
      || coalesce((SELECT jsonb_object_agg('rule:' || key, value) FROM jsonb_each(to_jsonb(tally) -> 'by_rule')), '{}')
  $$`,

  `CREATE OR REPLACE FUNCTION due_workspaces(moment timestamptz) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE ${HERE}
    BEGIN
      RETURN QUERY SELECT DISTINCT m.workspace_id FROM member m WHERE ${isHere('m.workspace_id')} AND (EXISTS (
        SELECT FROM claim c WHERE c.workspace_id = m.workspace_id AND ${isHere('c.workspace_id')} AND c.due_at <= moment AND c.gone_in IS NULL
      ) OR EXISTS (
        SELECT FROM waiver v WHERE v.workspace_id = m.workspace_id AND ${isHere('v.workspace_id')} AND v.expires_at <= moment
          AND v.expires_at IS NOT NULL AND v.lifted_at IS NULL
      )) ORDER BY m.workspace_id;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION due_comparisons(moment timestamptz, at_most integer)
    RETURNS TABLE (workspace_id uuid, article_id uuid, asked integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE ${HERE}
    BEGIN
      RETURN QUERY SELECT d.workspace_id, d.article_id, d.asked FROM comparison_due d
        WHERE d.due_at <= moment AND ${isHere('d.workspace_id')} ORDER BY d.due_at LIMIT at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION due_links(moment timestamptz, at_most integer)
    RETURNS TABLE (workspace_id uuid, source_id uuid, url text, link jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE ${HERE}
    BEGIN
      RETURN QUERY SELECT d.workspace_id, d.id, d.url, d.link FROM (
        SELECT s.workspace_id, s.id, s.url, s.link, s.link_due_at,
          row_number() OVER (PARTITION BY s.workspace_id ORDER BY s.link_due_at, s.id) AS place
        FROM source s WHERE s.link_due_at <= moment AND s.url IS NOT NULL AND s.merged_into IS NULL
          AND ${isHere('s.workspace_id')}
      ) d WHERE d.place <= at_most ORDER BY d.place, d.link_due_at LIMIT at_most;
    END
  $$`,

  `CREATE OR REPLACE FUNCTION forget_answers(older_than interval) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      moment timestamptz := now() - older_than;
      forgotten bigint;
      ${HERE}
    BEGIN
      DELETE FROM kept_answer WHERE created_at <= moment AND ${isHere('workspace_id')};
      GET DIAGNOSTICS forgotten = ROW_COUNT;
      RETURN forgotten;
    END
  $$`,

  // Two who take at once can look at the same ones; each is taken by its own statement, by one of them, and the other one
  // goes on to those behind.
  `CREATE OR REPLACE FUNCTION take_webhooks(at_most integer, of_each integer, under_way uuid[], taker uuid, lease_seconds integer)
    RETURNS TABLE (workspace_id uuid, webhook_id uuid)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      moment timestamptz := now();
      due record;
      taken integer := 0;
      ${HERE}
    BEGIN
      FOR due IN SELECT d.workspace_id, d.id FROM (
          SELECT w.workspace_id, w.id, w.next_at,
            row_number() OVER (PARTITION BY w.workspace_id ORDER BY w.next_at, w.id) AS nth
          FROM webhook w LEFT JOIN event_counter c ON c.workspace_id = w.workspace_id
          WHERE ${isHere('w.workspace_id')} AND (w.leased_until IS NULL OR w.leased_until <= moment)
            AND (w.ping_id IS NOT NULL OR (w.disabled_at IS NULL AND w.next_at <= moment AND c.last > w.place_seq))
        ) d WHERE d.nth + (SELECT count(*) FROM unnest(under_way) u WHERE u = d.workspace_id) <= of_each
        ORDER BY d.next_at LIMIT at_most * 4
      LOOP
        EXIT WHEN taken = at_most;
        UPDATE webhook w SET lease = taker, leased_until = moment + make_interval(secs => lease_seconds)
        WHERE w.workspace_id = due.workspace_id AND w.id = due.id AND (w.leased_until IS NULL OR w.leased_until <= moment);
        IF FOUND THEN
          workspace_id := due.workspace_id;
          webhook_id := due.id;
          taken := taken + 1;
          RETURN NEXT;
        END IF;
      END LOOP;
    END
  $$`,
];
