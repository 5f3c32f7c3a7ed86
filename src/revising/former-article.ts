import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { waiversInForce, type WaiverInForce } from '../findings/carry-waivers.js';
import { currentVerdicts, type CurrentVerdict } from '../reviews/outdate-verdicts.js';
import { cutsOf } from '../claims/claim-cut.repository.js';
import type { ArticleState } from '../editing/article-state.js';
import type { ClaimCut } from './claim-cuts.js';
import { holdArticle, loadArticle, type ArticleLocator, type Grip } from '../editing/load-article.js';

/** An article as it stands before a new text of it. */
export interface FormerArticle {
  /** With all of its claims. */
  readonly state: ArticleState;
  readonly waivers: readonly WaiverInForce[];
  readonly verdicts: readonly CurrentVerdict[];
  /** In the order in which they were made. */
  readonly cuts: readonly ClaimCut[];
}

/** @returns null when there is no such article */
export async function loadFormer(
  connection: WorkspaceConnection,
  workspaceId: string,
  locator: ArticleLocator,
  at: Date,
  grip: Grip,
): Promise<FormerArticle | null> {
  const article = await holdArticle(connection, workspaceId, locator, grip);
  if (!article) return null;
  const [state, waivers, verdicts, cuts] = await Promise.all([
    loadArticle(connection, workspaceId, article, 'all', at, grip),
    waiversInForce(connection, workspaceId, article.id, at),
    currentVerdicts(connection, workspaceId, article.id),
    cutsOf(connection, workspaceId, article.id),
  ]);
  return { state, waivers, verdicts, cuts };
}
