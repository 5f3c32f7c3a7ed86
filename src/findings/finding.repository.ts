import { bulkInsert } from '../database/bulk-insert.js';
import { bulkUpdate } from '../database/bulk-update.js';
import { FINDING_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { ArticleTallyEntity } from './article-tally.entity.js';
import { FindingEntity } from './finding.entity.js';

/** Fingerprints of an article's findings that a person waived, the waiver in force at `at`; in order, each once. */
export async function waivedFingerprints(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<string[]> {
  const rows = await connection.queryPrepared<{ fingerprint: string }>(
    `SELECT DISTINCT fingerprint FROM waiver
     WHERE workspace_id = $1 AND article_id = $2 AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > $3)
     ORDER BY fingerprint`,
    [workspaceId, articleId, at],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** Whether one of these rules has found something about a claim that is not fixed. */
export async function hasFindingOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  claimId: string,
  rules: readonly string[],
): Promise<boolean> {
  const rows = await connection.query(
    `SELECT 1 FROM finding WHERE workspace_id = $1 AND claim_id = $2 AND state <> ${FINDING_STATE.toCode.FIXED}
       AND rule = ANY ($3::text[]) LIMIT 1`,
    [workspaceId, claimId, rules],
  );
  return rows.length > 0;
}

/** Marks findings as fixed. */
export async function fixFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.write(
    `UPDATE finding SET state = ${FINDING_STATE.toCode.FIXED}, fixed_at = $3
     WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
    [workspaceId, ids, at],
  );
}

/** @param rows with their ids, all with the same properties */
export async function updateFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Partial<FindingEntity>[],
): Promise<void> {
  await bulkUpdate(connection, FindingEntity, workspaceId, ['id'], rows);
}

export async function insertFindings(
  connection: WorkspaceConnection,
  findings: readonly Partial<FindingEntity>[],
): Promise<void> {
  await bulkInsert(connection, FindingEntity, findings);
}

const TALLY_COLUMNS = [
  'claims',
  'checkable',
  'not_checkable',
  'refuted',
  'contested',
  'missing',
  'weak',
  'waived',
  'cited',
  'adequate',
  'errors',
  'warnings',
  'notes',
  'not_assessed',
  'by_rule',
  'unsupported',
  'counted_in',
];

/**
 * The article `$1`, `$2`, in each INSERT: of one that is fed by other parts of its statement alone, Citus may let any worker do the
 * reading, also one that is away.
 */
const OF_ARTICLE = 'article a';
const IS_ARTICLE = 'a.workspace_id = $1 AND a.id = $2';
/** Where it is counted now. */
const COUNTED_IN = `CASE WHEN a.archived_at IS NULL THEN coalesce(a.desk, '') END`;

/**
 * What is counted for an article before, in whichever desk; and the hour of the change. That is asked for under the
 * article's lock, and is never before that of an earlier change, should the clock be: so hours follow one another as
 * changes do.
 */
const FORMER = `former AS (SELECT t.counted_in AS desk, tally_measures(t) AS measures FROM article_tally t
  WHERE t.workspace_id = $1 AND t.article_id = $2),
  moment AS MATERIALIZED (SELECT greatest(this_hour(), max(h.hour)) AS hour FROM tally_hour h
  WHERE h.workspace_id = $1 AND h.article_id = $2)`;

/** How many findings came and went with a change of an article. */
export interface FindingFlow {
  readonly opened: number;
  readonly fixed: number;
}

/**
 * Remembers what `written` is for the hour, if it is not `former`, and leaves the differences for the totals of desks. `$4`
 * findings came, and `$5` went.
 */
const REMEMBER = `kept AS (
    INSERT INTO tally_hour AS h (workspace_id, article_id, hour, measures, opened, fixed)
    SELECT a.workspace_id, a.id, moment.hour, sum_measures(jsonb_build_array(w.measures)), $4::integer, $5::integer
    FROM ${OF_ARTICLE} CROSS JOIN written w CROSS JOIN moment LEFT JOIN former f ON true
    WHERE ${IS_ARTICLE} AND (f.measures IS DISTINCT FROM w.measures OR $4::integer + $5::integer > 0)
    ON CONFLICT (workspace_id, article_id, hour) DO UPDATE SET measures = excluded.measures,
      opened = h.opened + excluded.opened, fixed = h.fixed + excluded.fixed
  ), differences AS (
    SELECT d.desk, jsonb_object_agg(d.measure, d.change) AS changes FROM (
      SELECT s.desk, m.key AS measure, sum(s.sign * m.value::integer) AS change
      FROM (SELECT desk, measures, -1 AS sign FROM former UNION ALL SELECT desk, measures, 1 FROM written) s
      CROSS JOIN jsonb_each_text(s.measures) m
      WHERE s.desk IS NOT NULL GROUP BY 1, 2 HAVING sum(s.sign * m.value::integer) <> 0
    ) d GROUP BY d.desk
  ), flow AS (
    SELECT w.desk, $4::integer AS opened, $5::integer AS fixed FROM written w
    WHERE w.desk IS NOT NULL AND $4::integer + $5::integer > 0
  )
  INSERT INTO tally_delta (workspace_id, id, desk, hour, changes, opened, fixed)
  SELECT a.workspace_id, gen_random_uuid(), coalesce(d.desk, f.desk), moment.hour, coalesce(d.changes, '{}'),
    coalesce(f.opened, 0), coalesce(f.fixed, 0)
  FROM ${OF_ARTICLE} CROSS JOIN (differences d FULL JOIN flow f ON f.desk = d.desk) CROSS JOIN moment
  WHERE ${IS_ARTICLE}
  RETURNING 1`;

/**
 * Writes an article's totals, in place of those that were there, and lets those of its desk and workspace follow. Call it
 * under the article's lock, after the article itself was changed: its desk counts them, when it is not archived.
 */
export async function writeTally(
  connection: WorkspaceConnection,
  tally: ArticleTallyEntity,
  { opened, fixed }: FindingFlow,
): Promise<void> {
  const counts = {
    claims: tally.claims,
    checkable: tally.checkable,
    not_checkable: tally.notCheckable,
    refuted: tally.refuted,
    contested: tally.contested,
    missing: tally.missing,
    weak: tally.weak,
    waived: tally.waived,
    cited: tally.cited,
    adequate: tally.adequate,
    errors: tally.errors,
    warnings: tally.warnings,
    notes: tally.notes,
    not_assessed: tally.notAssessed,
    by_rule: tally.byRule,
    unsupported: tally.unsupported,
  };
  const columns = TALLY_COLUMNS.join(', ');
  const values = TALLY_COLUMNS.map((name) => (name === 'counted_in' ? COUNTED_IN : `n.${name}`)).join(', ');
  await connection.write(
    `WITH ${FORMER}, written AS (
       INSERT INTO article_tally AS t (workspace_id, article_id, ${columns})
       SELECT a.workspace_id, a.id, ${values} FROM ${OF_ARTICLE}
       CROSS JOIN jsonb_populate_record(NULL::article_tally, $3::jsonb) n WHERE ${IS_ARTICLE}
       ON CONFLICT (workspace_id, article_id) DO UPDATE SET ${TALLY_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
       RETURNING t.counted_in AS desk, tally_measures(t) AS measures
     ), ${REMEMBER}`,
    [tally.workspaceId, tally.articleId, JSON.stringify(counts), opened, fixed],
  );
}
