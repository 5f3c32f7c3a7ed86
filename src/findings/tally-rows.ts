/** Rows of desk, measure, value whose sums are the totals: the folded ones, and differences that are not. `$1` is the workspace's id. */
export function tallyRows(where: { readonly desk?: string } = {}): string {
  const own = where.desk === undefined ? '' : `AND t.desk = ${where.desk}::text`;
  return `SELECT t.desk, t.measure, t.value FROM workspace_tally t WHERE t.workspace_id = $1 ${own}
    UNION ALL
    SELECT t.desk, c.key, c.value::bigint FROM tally_delta t CROSS JOIN jsonb_each_text(t.changes) c
    WHERE t.workspace_id = $1 ${own}`;
}
