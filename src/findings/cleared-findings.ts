import { FINDING_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';

/** The rule of what a source for a missing number clears. */
const DANGLING = 'dangling-citation';

/** Whether what is found changed so that a source for some number would clear more than before, or fewer. */
export const concernsMissing = (findings: readonly { readonly rule: string }[]): boolean =>
  findings.some(({ rule }) => rule === DANGLING);

/**
 * Of references of the workspace `$1` that lead nowhere, how many open findings a source would clear, below 0. A claim has a finding for
 * each number that dangles, at the number's first marker.
 */
const CLEARED = `SELECT m.id, m.clears AS stored, -(
    SELECT count(*) FROM citation ci
    JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id AND c.gone_in IS NULL
    WHERE ci.workspace_id = $1 AND ci.reference_id = m.id AND EXISTS (
      SELECT FROM finding f WHERE f.workspace_id = $1 AND f.claim_id = ci.claim_id AND f.state = ${FINDING_STATE.toCode.OPEN}
        AND f.rule = '${DANGLING}' AND f.start_offset IS NOT DISTINCT FROM (ci.spans -> 0 ->> 'start')::integer)
  )::integer AS clears
  FROM reference m
  WHERE m.workspace_id = $1 AND m.source_id IS NULL AND m.gone_in IS NULL AND m.citation_count > 0`;
const OF_ARTICLE = 'AND m.article_id = $2';

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
    `UPDATE reference r SET clears = n.clears FROM (${CLEARED} ${articleId === null ? '' : OF_ARTICLE}) n
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
  return await connection.query(`SELECT * FROM (${CLEARED} ${OF_ARTICLE}) n WHERE n.clears <> n.stored ORDER BY n.id`, [
    workspaceId,
    articleId,
  ]);
}
