import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { dueClaims, expiredWaivers } from '../findings/waiver.repository.js';
import { changeHeld } from './change-article.js';
import { holdArticle } from './load-article.js';
import { endWaiversOf } from './waivers.js';

/**
 * Does what time does to an article: ends the waivers whose time has come, so that their findings are open again, and
 * judges claims that are due. Safe to run twice.
 *
 * @returns how many waivers ended
 */
export async function passTime(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<number> {
  const article = await holdArticle(connection, workspaceId, { article: articleId });
  if (!article) return 0;
  const [expired, due] = await Promise.all([
    expiredWaivers(connection, workspaceId, articleId, at),
    dueClaims(connection, workspaceId, articleId, at),
  ]);
  if (expired.length + due.length === 0) return 0;
  const around = [...due, ...expired.flatMap(({ claimId }) => claimId ?? [])];
  const actor = { workspaceId, memberId: null };
  await changeHeld(
    connection,
    actor,
    article,
    { scope: { around }, silent: expired.length === 0 },
    (edit) => {
      endWaiversOf(edit, expired, 'waiver.expired');
      edit.touch('time', due);
      if (expired.length > 0) return;
      edit.happen({
        kind: 'article.due',
        subjectType: 'Article',
        subjectId: articleId,
        before: null,
        after: { due: due.length },
      });
    },
    at,
  );
  return new Set(expired.map(({ id }) => id)).size;
}
