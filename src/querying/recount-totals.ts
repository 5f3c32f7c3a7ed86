import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { tallyRows } from '../findings/tally-rows.js';

/** A total that is not what the totals of articles say. */
export interface TotalDrift {
  /** Whose total: "desk "City"", the empty name for articles without one. */
  readonly of: string;
  /** See `Measures`. */
  readonly measure: string;
  readonly stored: number;
  readonly derived: number;
}

/** Rows of desk, measure, stored, derived. One statement sees an article's totals and the differences that they left together. */
const DRIFT = `SELECT desk, measure, coalesce(s.value, 0)::bigint AS stored, coalesce(d.value, 0)::bigint AS derived
  FROM (SELECT r.desk, r.measure, sum(r.value) AS value FROM (${tallyRows()}) r GROUP BY 1, 2) s
  FULL JOIN (
    SELECT coalesce(a.desk, '') AS desk, m.key AS measure, sum(m.value::bigint) AS value
    FROM article a JOIN article_tally t ON t.workspace_id = $1 AND t.article_id = a.id
    CROSS JOIN jsonb_each_text(tally_measures(t)) m
    WHERE a.workspace_id = $1 AND a.archived_at IS NULL GROUP BY 1, 2
  ) d USING (desk, measure)
  WHERE coalesce(s.value, 0) <> coalesce(d.value, 0)`;

/** Leaves differences that make the totals right. They have no hour: nothing happened, and trends are none of theirs. */
const REPAIR = `INSERT INTO tally_delta (workspace_id, id, desk, changes)
  SELECT $1, gen_random_uuid(), desk, jsonb_object_agg(measure, derived - stored) FROM drift GROUP BY desk RETURNING 1`;

/** Each article's totals are counted where it is. */
const PLACE = `UPDATE article_tally t SET counted_in = p.desk
  FROM (SELECT id, CASE WHEN archived_at IS NULL THEN coalesce(desk, '') END AS desk FROM article WHERE workspace_id = $1) p
  WHERE t.workspace_id = $1 AND t.article_id = p.id AND t.counted_in IS DISTINCT FROM p.desk`;

/**
 * Adds up the totals of desks anew from those of their articles, and tells where what is stored differs.
 *
 * @param repair makes them right
 */
export async function recountTotals(
  connection: WorkspaceConnection,
  workspaceId: string,
  repair: boolean,
): Promise<TotalDrift[]> {
  if (repair) {
    // Nobody else changes totals meanwhile: what is counted where changes together with the sums.
    await connection.query('LOCK TABLE article_tally IN SHARE ROW EXCLUSIVE MODE');
    await connection.query(PLACE, [workspaceId]);
  }
  const rows = await driftOf<DriftRow>(connection, workspaceId, DRIFT, repair ? REPAIR : null, 'desk, measure');
  return rows.map(toDrift);
}

/**
 * The rows of a statement that tells where what is stored differs.
 *
 * @param repair a statement that mends what the table `drift` has, which is those rows, in one with it; null: nothing
 * @param order the columns that they are told by
 */
export async function driftOf<R>(
  connection: WorkspaceConnection,
  workspaceId: string,
  drift: string,
  repair: string | null,
  order: string,
): Promise<R[]> {
  const found =
    repair === null ? drift : `WITH drift AS MATERIALIZED (${drift}), repaired AS (${repair}) SELECT * FROM drift`;
  return await connection.query<R>(`${found} ORDER BY ${order}`, [workspaceId]);
}

interface DriftRow {
  desk: string;
  measure: string;
  stored: number;
  derived: number;
}

const toDrift = ({ desk, ...rest }: DriftRow): TotalDrift => ({ of: `desk "${desk}"`, ...rest });
