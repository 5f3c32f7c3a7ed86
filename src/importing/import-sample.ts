import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/database.js';
import type { ImportArticle } from './import-article.js';

/** The name of the sample in its workspace. */
const SLUG = 'sample-hydrogen-buses';

/**
 * Gives a workspace that has no article yet one to look at.
 *
 * @param viewer who is said to have imported it; an EDITOR
 * @param content the sample, as Markdown
 * @returns whether it was imported now: false when there is an article already
 * @throws Error when the sample cannot be read or stored
 */
export async function importSample(
  database: Database,
  imports: ImportArticle,
  viewer: Pick<Viewer, 'workspaceId' | 'memberId' | 'role'>,
  content: string,
): Promise<boolean> {
  const [row] = await database.readWorkspace(viewer, (connection) =>
    connection.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM article WHERE workspace_id = $1) AS any', [
      viewer.workspaceId,
    ]),
  );
  if (row?.any) return false;
  // Another process that starts at the same time may have been first: then there is a version, and this one yields.
  const { userErrors } = await imports.run(viewer, {
    slug: SLUG,
    content,
    format: 'MARKDOWN',
    desk: 'Sample',
    expectedVersion: 0,
  });
  const [error] = userErrors.filter(({ code }) => code !== 'CONFLICT');
  if (error) throw new Error(error.message);
  return userErrors.length === 0;
}
