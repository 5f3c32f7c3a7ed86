import { SEVERITIES, STANDINGS } from '../../src/judging/evidence.js';

/** The totals of the workspace, as sums and differences. `$1` the workspace. */
export const DASHBOARD_SQL = {
  name: 'dashboard',
  rowMode: 'array' as const,
  text: `SELECT s.measure, sum(s.value)::integer FROM (
      SELECT t.measure, t.value FROM workspace_tally t WHERE t.workspace_id = $1
      UNION ALL
      SELECT c.key, c.value::bigint FROM tally_delta t CROSS JOIN jsonb_each_text(t.changes) c WHERE t.workspace_id = $1
    ) s GROUP BY 1`,
};

export function dashboard(rows: unknown[][]): string {
  const totals = new Map(rows as [string, number][]);
  const of = (measure: string): number => totals.get(measure) ?? 0;
  const summary = {
    claims: of('claims'),
    checkable: of('claims') - of('not_checkable'),
    byStanding: STANDINGS.map((standing) => ({ standing, count: of(standing.toLowerCase()) })),
    bySeverity: SEVERITIES.map((severity) => ({ severity, count: of(`${severity.toLowerCase()}s`) })),
    notAssessed: of('not_assessed'),
  };
  return JSON.stringify({ data: { evidenceSummary: summary } });
}
