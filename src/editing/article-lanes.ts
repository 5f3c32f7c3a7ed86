import type { Database, WorkspaceScope } from '../database/database.js';
import { DatabaseUnavailableError } from '../database/errors.js';
import type { Position } from '../database/replication/position.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { HeldArticle } from './article-state.js';
import { changeArticle, type Actor, type Changed, type Plan, type Together } from './change-article.js';
import { changeTogether, type JointChange, type JointOutcome } from './change-together.js';
import { holdArticle, tryToHold, type Locator } from './load-article.js';

/** Changes that are made in one transaction at most. */
const MOST = 16;
/** How many things are remembered to belong to an article that was busy. */
const REMEMBERED = 10_000;

/** A change that waits to be made, and who waits for it. */
interface Waiting extends JointChange {
  readonly locator: Locator;
  /** Makes it by itself. */
  alone(): Promise<unknown>;
  resolve(changed: Changed<unknown>): void;
  reject(error: unknown): void;
}

/** Changes that wait for their article, in the order in which they came to it. */
interface Lane {
  readonly waiting: Waiting[];
}

/**
 * Makes changes of articles. Those of one article that wait for its lock in this process at the same time are made
 * together, in one transaction: it is locked, read, written and committed once for all of them, and each still has its own
 * result, its own error and its own event. A change that meets nobody waits for nobody.
 */
export class ArticleLanes {
  private readonly lanes = new Map<string, Lane>();
  /** Articles of what was found busy, by what they were looked for: it needs not be found busy again. */
  private readonly remembered = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** @throws UserFault; database errors as the classes of `errors.ts` */
  change<T, A>(actor: Actor, plan: Plan<T, A>, together: Together<T>): Promise<Changed<T>> {
    const { promise, resolve, reject } = Promise.withResolvers<Changed<T>>();
    const waiting: Waiting = {
      actor,
      plan,
      together,
      locator: plan.locator,
      alone: async () => resolve(await changeArticle(this.database, actor, plan)),
      resolve: (changed) => resolve(changed as Changed<T>),
      reject,
    };
    const articleId = this.remembered.get(nameOf(waiting));
    const lane = articleId === undefined ? undefined : this.lanes.get(keyOf(waiting, articleId));
    if (lane) lane.waiting.push(waiting);
    else void this.atOnce(waiting);
    return promise;
  }

  /** Makes it now, if nobody has the article; else it gets in line. Never fails. */
  private async atOnce(waiting: Waiting): Promise<void> {
    const { actor, locator } = waiting;
    const group: Waiting[] = [];
    let isInLine = false;
    await this.settle(group, () =>
      this.transact(actor.workspaceId, group, async (connection, sent) => {
        const { article, isHeld } = await tryToHold(connection, actor.workspaceId, locator);
        if (article && !isHeld) {
          isInLine = true;
          this.getInLine(waiting, article.id);
          return [];
        }
        const lane = article ? this.lanes.get(keyOf(waiting, article.id)) : undefined;
        // Whoever came before goes before.
        lane?.waiting.push(waiting);
        isInLine = lane !== undefined;
        group.push(...(lane?.waiting.splice(0, MOST) ?? [waiting]));
        return await make(connection, article, group, sent);
      }),
    ).catch((error: unknown) => {
      if (!isInLine) waiting.reject(error);
    });
  }

  private getInLine(waiting: Waiting, articleId: string): void {
    const key = keyOf(waiting, articleId);
    this.remember(nameOf(waiting), articleId);
    const lane = this.lanes.get(key);
    if (lane) {
      lane.waiting.push(waiting);
      return;
    }
    this.lanes.set(key, { waiting: [waiting] });
    void this.serve(key, waiting.actor.workspaceId, articleId);
  }

  /** Waits for the lock and makes what waits by then, again and again until nobody waits. Never fails. */
  private async serve(key: string, workspaceId: string, articleId: string): Promise<void> {
    const { waiting } = this.lanes.get(key)!;
    while (waiting.length > 0) {
      const first = new Set(waiting);
      const group: Waiting[] = [];
      await this.settle(group, () =>
        this.transact(workspaceId, group, async (connection, sent) => {
          const article = await holdArticle(connection, workspaceId, { article: articleId });
          // Those who came while it was waited for are among them.
          group.push(...waiting.splice(0, MOST));
          return group.length === 0 ? [] : await make(connection, article, group, sent);
        }),
      ).catch((error: unknown) => {
        // The lock was not had: those who have waited so long are told, the others wait on.
        for (const each of waiting.splice(0)) {
          if (first.has(each)) each.reject(error);
          else waiting.push(each);
        }
      });
    }
    this.lanes.delete(key);
  }

  /**
   * Tells each of a group what became of its change. When the database refuses what they came to together, each is made by
   * itself: so one that it cannot take is found, and fails alone.
   *
   * @throws what failed before there was a group
   */
  private async settle(group: readonly Waiting[], work: () => Promise<readonly JointOutcome[]>): Promise<void> {
    try {
      const outcomes = await work();
      for (const [i, each] of group.entries()) tell(each, outcomes[i]!);
    } catch (error) {
      if (group.length === 0) throw error;
      // Whether it was stored nobody knows.
      const isGone = error instanceof DatabaseUnavailableError;
      for (const each of group) {
        if (isGone || group.length === 1) each.reject(error);
        else await each.alone().catch((own: unknown) => each.reject(own));
      }
    }
  }

  /** @param group those whom the transaction is for, as they are when it ends */
  private transact(
    workspaceId: string,
    group: readonly Waiting[],
    work: (connection: WorkspaceConnection, sent: () => void) => Promise<readonly JointOutcome[]>,
  ): Promise<readonly JointOutcome[]> {
    const scope: WorkspaceScope = {
      workspaceId,
      get seen() {
        const told = group.flatMap(({ actor }) => actor.seen ?? []);
        return told.length === 0 ? undefined : (position: Position) => told.forEach((seen) => seen(position));
      },
    };
    return this.database.withWorkspace(scope, work);
  }

  private remember(name: string, articleId: string): void {
    this.remembered.delete(name);
    this.remembered.set(name, articleId);
    if (this.remembered.size > REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
  }
}

async function make(
  connection: WorkspaceConnection,
  article: HeldArticle | null,
  group: readonly Waiting[],
  sent: () => void,
): Promise<readonly JointOutcome[]> {
  const { workspaceId } = group[0]!.actor;
  const { outcomes, isShort, write } = await changeTogether(connection, workspaceId, article, group);
  const written = write();
  if (isShort) sent();
  await written;
  return outcomes;
}

function tell(waiting: Waiting, outcome: JointOutcome): void {
  if ('changed' in outcome) waiting.resolve(outcome.changed);
  else waiting.reject(outcome.fault);
}

const keyOf = ({ actor }: Waiting, articleId: string): string => `${actor.workspaceId} ${articleId}`;

const nameOf = ({ actor, locator }: Waiting): string => {
  const [kind, id] = Object.entries(locator)[0] as [string, string];
  return `${actor.workspaceId} ${kind} ${id}`;
};
