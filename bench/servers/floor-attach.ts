import { STANDING } from '../../src/database/codes.js';
import { toGlobalId, uuidOf } from '../../src/graphql/global-id.js';

/**
 * All that attaching a source writes, as one function in the database: the article is locked, its reference found or made,
 * the citation added and counted, findings fixed, the claim, the totals, the history and the article brought up to date. It
 * judges nothing: it takes for granted that the claim's findings for want of sources are fixed, which is what judging gives
 * most often.
 */
export const ATTACH_FUNCTION = [
  `CREATE OR REPLACE FUNCTION bench_attach(claim_id uuid, source_id uuid)
    RETURNS TABLE (citation uuid, number integer, standing integer) LANGUAGE plpgsql AS $$
    DECLARE
      w uuid := nullif(current_setting('obelus.workspace', true), '')::uuid;
      a article; c claim; r reference; t article_tally; before jsonb; after jsonb;
      made uuid := gen_random_uuid(); editor uuid; now_hour timestamptz := this_hour();
      errors integer; warnings integer; notes integer; found jsonb;
    BEGIN
      SELECT * INTO c FROM claim o WHERE o.workspace_id = w AND o.id = claim_id;
      SELECT * INTO a FROM article o WHERE o.workspace_id = w AND o.id = c.article_id FOR UPDATE;
      -- Again, under the lock.
      SELECT * INTO c FROM claim o WHERE o.workspace_id = w AND o.id = claim_id;
      SELECT id INTO editor FROM member o WHERE o.workspace_id = w LIMIT 1;
      SELECT * INTO r FROM reference o
        WHERE o.workspace_id = w AND o.article_id = a.id AND o.source_id = bench_attach.source_id AND o.gone_in IS NULL LIMIT 1;
      IF r.id IS NULL THEN
        INSERT INTO reference (workspace_id, id, article_id, label, number, source_id, defined, added)
        SELECT w, gen_random_uuid(), a.id, n.next::text, n.next, bench_attach.source_id, true, true
        FROM (SELECT coalesce(max(o.number), 0) + 1 AS next FROM reference o WHERE o.workspace_id = w AND o.article_id = a.id) n
        RETURNING * INTO r;
      END IF;
      INSERT INTO citation (workspace_id, id, article_id, claim_id, reference_id, ordinal, stance, directness, basis, state, created_by)
      SELECT w, made, a.id, c.id, r.id, coalesce(max(o.ordinal), 0) + 1, 1, 3, 1, 1, editor
      FROM citation o WHERE o.workspace_id = w AND o.claim_id = c.id;
      UPDATE reference o SET citation_count = o.citation_count + 1 WHERE o.workspace_id = w AND o.id = r.id;
      WITH fixed AS (
        UPDATE finding f SET state = 2, fixed_at = now() WHERE f.workspace_id = w AND f.claim_id = c.id AND f.state = 1
          AND f.rule IN ('uncited-claim', 'single-source', 'non-independent-sources')
        RETURNING f.severity, f.rule)
      SELECT count(*) FILTER (WHERE severity = 1), count(*) FILTER (WHERE severity = 2), count(*) FILTER (WHERE severity = 3),
        coalesce(jsonb_object_agg(rule, 1), '{}') INTO errors, warnings, notes, found FROM fixed;
      UPDATE claim o SET standing = 6, rank = 5000 + o.rank % 1000, version = o.version + 1, judged_at = now(), changed_at = now()
        WHERE o.workspace_id = w AND o.id = c.id;
      SELECT * INTO t FROM article_tally o WHERE o.workspace_id = w AND o.article_id = a.id;
      before := tally_measures(t);
      t.refuted := t.refuted - (c.standing = 1)::integer;
      t.contested := t.contested - (c.standing = 2)::integer;
      t.missing := t.missing - (c.standing = 3)::integer;
      t.weak := t.weak - (c.standing = 4)::integer;
      t.waived := t.waived - (c.standing = 5)::integer;
      t.adequate := t.adequate - (c.standing = 7)::integer;
      t.cited := t.cited + (c.standing <> 6)::integer;
      t.errors := t.errors - errors;
      t.warnings := t.warnings - warnings;
      t.notes := t.notes - notes;
      SELECT coalesce(jsonb_object_agg(key, value::integer - coalesce((found ->> key)::integer, 0)), '{}') INTO t.by_rule
        FROM jsonb_each_text(t.by_rule) WHERE value::integer > coalesce((found ->> key)::integer, 0);
      UPDATE article_tally o SET refuted = t.refuted, contested = t.contested, missing = t.missing, weak = t.weak, waived = t.waived,
        cited = t.cited, adequate = t.adequate, errors = t.errors, warnings = t.warnings, notes = t.notes, by_rule = t.by_rule,
        unsupported = t.refuted + t.contested + t.missing + t.weak
        WHERE o.workspace_id = w AND o.article_id = a.id;
      after := tally_measures(t);
      IF before <> after THEN
        INSERT INTO tally_hour AS h (workspace_id, article_id, hour, measures, opened, fixed)
        VALUES (w, a.id, now_hour, sum_measures(jsonb_build_array(after)), 0, errors + warnings + notes)
        ON CONFLICT (workspace_id, article_id, hour) DO UPDATE SET measures = excluded.measures, fixed = h.fixed + excluded.fixed;
        INSERT INTO tally_delta (workspace_id, id, desk, hour, changes, opened, fixed)
        SELECT w, gen_random_uuid(), t.counted_in, now_hour, jsonb_object_agg(d.key, d.change), 0, errors + warnings + notes
        FROM (SELECT key, sum(value::integer) AS change FROM (
          SELECT key, value FROM jsonb_each_text(after)
          UNION ALL SELECT key, (-value::integer)::text FROM jsonb_each_text(before)) s
          GROUP BY key HAVING sum(value::integer) <> 0) d;
      END IF;
      INSERT INTO event (workspace_id, article_id, seq, kind, subject_type, subject_id, actor_id, after)
      VALUES (w, a.id, a.event_seq + 1, 'citation.attached', 'Claim', c.id, editor,
        jsonb_build_object('citationId', made, 'number', r.number, 'sourceId', bench_attach.source_id));
      UPDATE article o SET event_seq = a.event_seq + 1, version = o.version + 1, updated_at = now()
        WHERE o.workspace_id = w AND o.id = a.id;
      RETURN QUERY SELECT made, r.number, 6;
    END
  $$`,
  'GRANT EXECUTE ON FUNCTION bench_attach(uuid, uuid) TO obelus_app',
];

export interface AttachVariables {
  readonly input: { readonly claimId: string; readonly sourceId: string };
}

export const ATTACH_SQL = {
  name: 'attach',
  rowMode: 'array' as const,
  text: 'SELECT citation, number, standing, $1 FROM bench_attach($1::uuid, $2::uuid)',
};

export const attachValues = ({ input: { claimId, sourceId } }: AttachVariables): unknown[] => [
  uuidOf('Claim', claimId),
  uuidOf('Source', sourceId),
];

export function attached(rows: unknown[][]): string {
  const [[citation, number, standing, claim]] = rows as [[string, number, number, string]];
  return JSON.stringify({
    data: {
      attachSource: {
        citation: { id: toGlobalId('Citation', citation), number },
        claim: { id: toGlobalId('Claim', claim), standing: STANDING.fromCode(standing) },
        userErrors: [],
      },
    },
  });
}
