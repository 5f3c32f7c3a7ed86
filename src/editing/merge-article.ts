import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { holdLeading, moveReferences } from '../sources/merged-sources.js';
import type { HeldArticle } from './article-state.js';
import { changeHeld, type Actor, type EditHappening } from './change-article.js';
import { citing, citingSources } from './citing.js';

/** Sources that became one. UUIDs. */
export interface Merge {
  readonly keptId: string;
  readonly formerIds: readonly string[];
  /** Whether the kept one learnt something of the others. */
  readonly completed: boolean;
}

/**
 * Makes the references of a held article name the kept source, and judges again what that can touch. Done twice it has
 * no effect the second time. The source is held before the references are moved: when it is merged itself meanwhile,
 * they go on to where it leads, or who merges it waits and finds them here.
 */
export async function mergeInArticle(
  connection: WorkspaceConnection,
  actor: Actor,
  article: HeldArticle,
  { keptId, formerIds, completed }: Merge,
  happening: EditHappening,
): Promise<void> {
  const kept = await holdLeading(connection, actor.workspaceId, { id: keptId });
  if (!kept) return;
  const moved = await moveReferences(connection, actor.workspaceId, article.id, formerIds, kept.id);
  if (moved.length === 0 && !completed) return;
  const scope = { around: [], citingSources: [kept.id] };
  await changeHeld(connection, actor, article, { scope, silent: moved.length === 0 }, (edit) => {
    // Another source cited is more than another thing known of one: restatements are compared by their sources.
    edit.touch('citations', citing(edit, new Set(moved)));
    if (completed) edit.touch('sources', citingSources(edit, new Set([kept.id])));
    edit.happen(happening);
  });
}
