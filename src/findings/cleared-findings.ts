import { FINDING_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';

/** The rule of what a source for a missing number clears. */
const DANGLING = 'dangling-citation';

/** Whether what is found changed so that a source for some number would clear more than before, or fewer. */
export const concernsMissing = (findings: readonly { readonly rule: string }[]): boolean =>
  findings.some(({ rule }) => rule === DANGLING);

/**
 * Of references of the workspace `$1` that lead nowhere, how many open findings a source would clear, below 0. A claim has a finding for
 * each number that dangles, at the number's first marker. Findings and citations are sorted together, not joined: of an article that was
 * just written PostgreSQL knows nothing, and might look through all of the one for each of the other.
 *
 * @param articleId a parameter; null: of all articles
 */
const cleared = (articleId: string | null): string => {
  const ofArticle = (table: string): string => (articleId === null ? '' : `AND ${table}.article_id = ${articleId}`);
  return `WITH missing AS MATERIALIZED (
      SELECT m.id, m.clears FROM reference m
      WHERE m.workspace_id = $1 AND m.source_id IS NULL AND m.gone_in IS NULL AND m.citation_count > 0 ${ofArticle('m')}
    ), marked AS (
      SELECT ci.reference_id, ci.claim_id, (ci.spans -> 0 ->> 'start')::integer AS start, false AS is_finding
      FROM missing m JOIN citation ci ON ci.workspace_id = $1 AND ci.reference_id = m.id
      JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id AND c.gone_in IS NULL
      UNION ALL
      SELECT NULL, f.claim_id, f.start_offset, true FROM finding f
      WHERE f.workspace_id = $1 AND f.state = ${FINDING_STATE.toCode.OPEN} AND f.rule = '${DANGLING}' ${ofArticle('f')}
    ), found AS (
      SELECT k.reference_id, bool_or(k.is_finding) OVER (PARTITION BY k.claim_id, k.start) AS is_cleared FROM marked k
    )
    SELECT n.id, max(n.clears) AS stored, -sum(n.count)::integer AS clears FROM (
      SELECT m.id, m.clears, 0 AS count FROM missing m
      UNION ALL
      SELECT f.reference_id, NULL, 1 FROM found f WHERE f.reference_id IS NOT NULL AND f.is_cleared
    ) n GROUP BY n.id`;
};

/**
 * Keeps `reference.clears` right. Call it under the article's lock, once what was found is written.
 *
 * @param articleId null: of all articles
 */
export async function countCleared(
  connection: Pick<WorkspaceConnection, 'write'>,
  workspaceId: string,
  articleId: string | null,
): Promise<void> {
  await connection.write(
    `UPDATE reference r SET clears = n.clears FROM (${cleared(articleId === null ? null : '$2')}) n
     WHERE r.workspace_id = $1 AND r.id = n.id AND n.clears <> n.stored`,
    articleId === null ? [workspaceId] : [workspaceId, articleId],
  );
}

/** The references of an article of which something else is stored than there is. */
export async function wronglyCleared(
  connection: Pick<WorkspaceConnection, 'query'>,
  workspaceId: string,
  articleId: string,
): Promise<{ id: string; stored: number; clears: number }[]> {
  return await connection.query(`SELECT * FROM (${cleared('$2')}) n WHERE n.clears <> n.stored ORDER BY n.id`, [
    workspaceId,
    articleId,
  ]);
}
