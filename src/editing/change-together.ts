import { moveArticle } from '../articles/article.repository.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { holdLeadingOf } from '../sources/merged-sources.js';
import type { HeldArticle } from './article-state.js';
import { checkHeld, Edit, type Actor, type Changed, type Plan, type Together } from './change-article.js';
import type { KeptReferences } from './kept-references.js';
import { loadArticle, type ClaimScope } from './load-article.js';
import { makeChange, type Made } from './make-change.js';
import { heldSource } from './settle-sources.js';
import { fault, UserFault } from './user-fault.js';
import { writeRest } from './write-rest.js';

/** Rows of a kind that one statement writes for certain; more may need several, one after the other. */
const ROWS_AT_ONCE = 1_000;

/** A change that can be made along with others, and who makes it. */
export interface JointChange<T = unknown> {
  readonly actor: Actor;
  readonly plan: Pick<Plan<T>, 'name'>;
  readonly together: Together<T>;
}

/** What became of one of them. */
export type JointOutcome = { readonly changed: Changed<unknown> } | { readonly fault: UserFault };

/** Changes that are made to one reading of an article, and not written yet. */
export interface JointlyMade {
  /** Of each change, in order. */
  readonly outcomes: readonly JointOutcome[];
  /** `write` sends all statements at once, before any is answered. */
  readonly isShort: boolean;
  /** Sends what there is to write, in order. */
  write(): Promise<unknown>;
}

/**
 * Makes changes of a held article one after the other, each to what the one before it left, on one reading of the article:
 * each is judged, and is an event, as if it were made by itself. One that cannot be made leaves nothing, and the others
 * alone. The totals are written once.
 *
 * @param article null: there is none
 * @param kept of the article, as it was read for changes before
 * @throws whatever is no fault of a caller; then nothing was written
 */
export async function changeTogether(
  connection: WorkspaceConnection,
  workspaceId: string,
  article: HeldArticle | null,
  changes: readonly JointChange[],
  kept?: KeptReferences,
): Promise<JointlyMade> {
  const at = new Date();
  const made: Made<unknown>[] = [];
  const ids = changes.flatMap(({ together }) => together.sourceId ?? []);
  const [read, sources] = await Promise.all([
    article && loadArticle(connection, workspaceId, article, around(changes), at, 'hold', kept),
    holdLeadingOf(connection, workspaceId, ids),
  ]);
  // One object for all who cite it: what was worked out of it is kept.
  const held = new Map([...sources].map(([id, known]) => [id, heldSource(known)]));
  let state = read;
  const outcomes: JointOutcome[] = [];
  for (const { actor, plan, together } of changes) {
    try {
      checkHeld(article, plan.name, undefined);
      const source = together.sourceId === null ? null : held.get(together.sourceId);
      if (source === undefined) throw fault('NOT_FOUND', 'no source of this workspace has this id', 'sourceId');
      // A state of its own, which is thrown away with it.
      const edit = new Edit(connection, actor, { ...state! }, at);
      const work = (each: Edit): unknown => together.work(each, source);
      const one = await makeChange(edit, work, { isJudged: true });
      ({ state } = one);
      made.push(one);
      outcomes.push({ changed: one.changed });
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      outcomes.push({ fault: error });
    }
  }
  const isShort = !read?.complete && made.every(({ changed }) => changed.effect.opened.length <= ROWS_AT_ONCE);
  return {
    outcomes,
    isShort,
    async write() {
      const rests = made.flatMap(({ rest }) => rest ?? []);
      const writes = made.flatMap(({ rest, write }) =>
        // Between two events: triggers keep what each found.
        rest && rest !== rests.at(-1)
          ? [write, () => moveArticle(connection, workspaceId, rest.after.id, rest.after.eventSeq)]
          : [write],
      );
      if (rests.length > 0) writes.push(() => writeRest(connection, workspaceId, rests));
      if (isShort) await Promise.all(writes.map((write) => write()));
      else for (const write of writes) await write();
    },
  };
}

/** What all of them need. */
function around(changes: readonly JointChange[]): ClaimScope {
  const all = <T>(read: (scope: ClaimScope) => readonly T[] | undefined): T[] => [
    ...new Set(changes.flatMap(({ together }) => read(together.scope) ?? [])),
  ];
  const [citingNumbers, citedBy] = [all((scope) => scope.citingNumbers), all((scope) => scope.citedBy)];
  return {
    around: all((scope) => scope.around),
    ...(citingNumbers.length > 0 ? { citingNumbers } : {}),
    ...(citedBy.length > 0 ? { citedBy } : {}),
  };
}
