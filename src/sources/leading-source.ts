/*
 * A source that was merged keeps its row, and `merged_into` names the one that was kept. What names it by id or by key
 * leads there. References name it until a job comes to their article; whoever reads them follows.
 */

/**
 * The id of the one to which a row of `source` leads. Not `coalesce`: for PostgreSQL that might leak what it is given, and
 * under row-level security no index would be used for it.
 */
export const leadsTo = (alias: string): string =>
  `CASE WHEN ${alias}.merged_into IS NULL THEN ${alias}.id ELSE ${alias}.merged_into END`;

/**
 * Joins `source s`, the one that a column with a source's id leads to. `$1` is the workspace's id.
 *
 * @param kind 'LEFT' keeps rows that name none
 */
export const leadingSource = (column: string, kind: 'INNER' | 'LEFT' = 'INNER', alias = 's'): string =>
  `${kind} JOIN source ${alias}_named ON ${alias}_named.workspace_id = $1 AND ${alias}_named.id = ${column}
   ${kind} JOIN source ${alias} ON ${alias}.workspace_id = $1
     AND ${alias}.id = ${leadsTo(`${alias}_named`)}`;

/** An array of all ids that name the same source as this one, which is among them. `$1` is the workspace's id. */
export const sameSource = (id: string): string => `ARRAY(
  SELECT ${id}::uuid
  UNION ALL
  SELECT l.merged_into FROM source l WHERE l.workspace_id = $1 AND l.id = ${id}::uuid AND l.merged_into IS NOT NULL
  UNION ALL
  SELECT f.id FROM source l JOIN source f ON f.workspace_id = $1 AND f.merged_into = ${leadsTo('l')}
  WHERE l.workspace_id = $1 AND l.id = ${id}::uuid)`;
