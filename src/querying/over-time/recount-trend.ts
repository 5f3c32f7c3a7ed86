import { PERIOD } from '../../database/codes.js';
import type { WorkspaceConnection } from '../../database/workspace-connection.js';
import { driftOf, type TotalDrift } from '../recount-totals.js';

const LENGTHS = `(VALUES ${Object.entries(PERIOD.toCode)
  .map(([name, code]) => `(${code}::smallint, '${name.toLowerCase()}')`)
  .join(', ')}) l (length, unit)`;

/** Rows of length, unit, desk, measure, stored, derived: all changes of a desk's totals together are its totals. */
const DRIFT = `SELECT length, unit, desk, measure, coalesce(s.value, 0)::bigint AS stored,
    coalesce(d.value, 0)::bigint AS derived
  FROM (
    SELECT r.length, l.unit, r.desk, m.key AS measure, sum(m.value::bigint) AS value FROM (
      SELECT p.length, p.desk, p.changes FROM tally_period p WHERE p.workspace_id = $1
      UNION ALL
      SELECT l.length, t.desk, t.changes FROM tally_delta t CROSS JOIN ${LENGTHS}
      WHERE t.workspace_id = $1 AND t.hour IS NOT NULL
    ) r JOIN ${LENGTHS} USING (length) CROSS JOIN jsonb_each_text(r.changes) m GROUP BY 1, 2, 3, 4
  ) s FULL JOIN (
    SELECT l.length, l.unit, coalesce(a.desk, '') AS desk, m.key AS measure, sum(m.value::bigint) AS value
    FROM article a JOIN article_tally t ON t.workspace_id = $1 AND t.article_id = a.id
    CROSS JOIN jsonb_each_text(tally_measures(t)) m CROSS JOIN ${LENGTHS}
    WHERE a.workspace_id = $1 AND a.archived_at IS NULL GROUP BY 1, 2, 3, 4
  ) d USING (length, unit, desk, measure)
  WHERE coalesce(s.value, 0) <> coalesce(d.value, 0)`;

/** What was wrong for nobody knows how long is right from now on: what it was before is not made up. */
const REPAIR = `INSERT INTO tally_period AS p (workspace_id, length, begins_at, desk, changes, opened, fixed)
  SELECT $1, length, date_trunc(unit, this_hour(), 'UTC'), desk, jsonb_object_agg(measure, derived - stored), 0, 0
  FROM drift GROUP BY length, unit, desk
  ON CONFLICT (workspace_id, length, begins_at, desk)
    DO UPDATE SET changes = sum_measures('[]' || p.changes || excluded.changes)`;

/** Rows of article_id, stored, derived: the newest hour of an article is how its tally stands. */
const ARTICLE_DRIFT = `SELECT t.article_id, h.measures AS stored, w.measures AS derived FROM article_tally t
  CROSS JOIN LATERAL (SELECT sum_measures(jsonb_build_array(tally_measures(t))) AS measures) w
  LEFT JOIN LATERAL (
    SELECT h.measures FROM tally_hour h WHERE h.workspace_id = $1 AND h.article_id = t.article_id
    ORDER BY h.hour DESC LIMIT 1
  ) h ON true
  WHERE t.workspace_id = $1 AND h.measures IS DISTINCT FROM w.measures`;

const ARTICLE_REPAIR = `INSERT INTO tally_hour (workspace_id, article_id, hour, measures, opened, fixed)
  SELECT $1, d.article_id, greatest(this_hour(), (SELECT max(h.hour) FROM tally_hour h
    WHERE h.workspace_id = $1 AND h.article_id = d.article_id)), d.derived, 0, 0 FROM drift d
  ON CONFLICT (workspace_id, article_id, hour) DO UPDATE SET measures = excluded.measures`;

interface DeskRow {
  unit: string;
  desk: string;
  measure: string;
  stored: number;
  derived: number;
}

interface ArticleRow {
  article_id: string;
  stored: Readonly<Record<string, number>> | null;
  derived: Readonly<Record<string, number>>;
}

/**
 * Compares where the trends of desks and articles lead to with how their articles' totals stand, and tells where they
 * differ. Call it after `recountTotals`, in the same transaction.
 *
 * @param repair makes them lead there from now on
 */
export async function recountTrend(
  connection: WorkspaceConnection,
  workspaceId: string,
  repair: boolean,
): Promise<TotalDrift[]> {
  const find = <R>(drift: string, mend: string, order: string): Promise<R[]> =>
    driftOf<R>(connection, workspaceId, drift, repair ? mend : null, order);
  const desks = await find<DeskRow>(DRIFT, REPAIR, 'length, desk, measure');
  const articles = await find<ArticleRow>(ARTICLE_DRIFT, ARTICLE_REPAIR, 'article_id');
  return [
    ...desks.map(({ unit, desk, measure, stored, derived }) => ({
      of: `desk "${desk}"`,
      measure: `changes by the ${unit} of ${measure}`,
      stored,
      derived,
    })),
    ...articles.flatMap(({ article_id: id, stored, derived }) =>
      [...new Set([...Object.keys(stored ?? {}), ...Object.keys(derived)])].sort().flatMap((measure) => {
        const [was, is] = [stored?.[measure] ?? 0, derived[measure] ?? 0];
        return was === is
          ? []
          : [{ of: `article ${id}`, measure: `last hour of ${measure}`, stored: was, derived: is }];
      }),
    ),
  ];
}
