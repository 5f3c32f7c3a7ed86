import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Drift } from './recount.js';

/**
 * Tells which articles are looked for by another title than they have.
 *
 * @param repair gives them their own
 */
export async function recountWords(
  connection: WorkspaceConnection,
  workspaceId: string,
  repair: boolean,
): Promise<Drift[]> {
  const rows = await connection.query<{ id: string; stored: string | null; derived: string }>(
    `SELECT a.id, w.title AS stored, a.title AS derived FROM article a
     LEFT JOIN article_words w ON w.workspace_id = $1 AND w.article_id = a.id
     WHERE a.workspace_id = $1 AND w.title IS DISTINCT FROM a.title ORDER BY a.id ${repair ? 'FOR UPDATE OF a' : ''}`,
    [workspaceId],
  );
  if (repair && rows.length > 0) {
    await connection.query(
      `INSERT INTO article_words (workspace_id, article_id, title)
       SELECT a.workspace_id, a.id, a.title FROM article a WHERE a.workspace_id = $1 AND a.id = ANY ($2::uuid[])
       ON CONFLICT (workspace_id, article_id) DO UPDATE SET title = excluded.title RETURNING 1`,
      [workspaceId, rows.map(({ id }) => id)],
    );
  }
  return rows.map((row) => ({ what: 'words', ...row }));
}
