import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { holdLeadingOf } from '../sources/merged-sources.js';
import type { HeldArticle } from './article-state.js';
import { checkHeld, Edit, type Actor, type Changed, type Plan, type Together } from './change-article.js';
import { loadArticle, type ClaimScope } from './load-article.js';
import { makeChange, type Made } from './make-change.js';
import { heldSource } from './settle-sources.js';
import { fault, UserFault } from './user-fault.js';
import { writeTotals, type Totals } from './write-judgement.js';

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
 * @throws whatever is no fault of a caller; then nothing was written
 */
export async function changeTogether(
  connection: WorkspaceConnection,
  workspaceId: string,
  article: HeldArticle | null,
  changes: readonly JointChange[],
): Promise<JointlyMade> {
  const at = new Date();
  const made: Made<unknown>[] = [];
  const ids = changes.flatMap(({ together }) => together.sourceId ?? []);
  const [read, sources] = await Promise.all([
    article && loadArticle(connection, workspaceId, article, around(changes), at),
    holdLeadingOf(connection, workspaceId, ids),
  ]);
  let state = read;
  const outcomes: JointOutcome[] = [];
  for (const { actor, plan, together } of changes) {
    try {
      checkHeld(article, plan.name, undefined);
      const known = together.sourceId === null ? null : sources.get(together.sourceId);
      if (known === undefined) throw fault('NOT_FOUND', 'no source of this workspace has this id', 'sourceId');
      // A state of its own, which is thrown away with it.
      const edit = new Edit(connection, actor, { ...state! }, at);
      const work = (each: Edit): unknown => together.work(each, known && heldSource(known));
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
      const writes = [...made.map((each) => each.write), () => writeTotals(connection, totalsOf(made))];
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

/** The totals after the last, and all that came and went. */
function totalsOf(made: readonly Made<unknown>[]): Totals | null {
  const totals = made.flatMap((each) => each.totals ?? []);
  const sum = (of: (each: Totals) => number): number => totals.reduce((all, each) => all + of(each), 0);
  const last = totals.at(-1);
  return last
    ? {
        tally: last.tally,
        opened: sum(({ opened }) => opened),
        fixed: sum(({ fixed }) => fixed),
        missing: totals.some(({ missing }) => missing),
      }
    : null;
}
