import type { Database, WorkspaceScope } from '../database/database.js';
import { DatabaseUnavailableError, isRefused, StatementTimeoutError } from '../database/errors.js';
import type { Position } from '../database/replication/position.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { HeldArticle } from './article-state.js';
import { changeArticle, type Actor, type Changed, type Plan, type Together } from './change-article.js';
import { changeTogether, type JointChange, type JointOutcome } from './change-together.js';
import { KeptReferences } from './kept-references.js';
import { claimIdsOf, holdArticle, tryToHold, type Locator } from './load-article.js';

/** Changes that are made in one transaction at most. */
const MOST = 16;
/** How many things are remembered to belong to an article that was busy, and how many claims of one. */
const REMEMBERED = 20_000;
const CLAIMS_REMEMBERED = 2_000;

/** A change that waits to be made, and who waits for it. */
interface Waiting extends JointChange {
  readonly locator: Locator;
  /** Makes it by itself. */
  alone(): Promise<unknown>;
  resolve(changed: Changed<unknown>): void;
  reject(error: unknown): void;
}

/** Changes that are made in one transaction. */
interface Group {
  readonly members: Waiting[];
  /** Whether all statements and COMMIT are on their way. */
  isSent: boolean;
  /** Called then. */
  readonly onSent?: () => void;
}

/** Changes that wait for their article, in the order in which they came to it. */
interface Lane {
  readonly waiting: Waiting[];
  readonly references: KeptReferences;
}

/**
 * Makes changes of articles. Those of one article that wait for its lock in this process at the same time are made
 * together, in one transaction: it is locked, read, written and committed once for all of them, and each still has its own
 * result, its own error and its own event. A change that meets nobody waits for nobody.
 */
export class ArticleLanes {
  private readonly lanes = new Map<string, Lane>();
  /** Articles that were found busy, by what they were looked for and by their claims: whose article is known gets in line. */
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
    const articleId = this.remembered.get(nameOf(actor.workspaceId, plan.locator));
    if (articleId === undefined) void this.atOnce(waiting);
    else this.getInLine(waiting, articleId, true);
    return promise;
  }

  /** Makes it now, if nobody has the article; else it gets in line. Never fails. */
  private async atOnce(waiting: Waiting): Promise<void> {
    const { actor, locator } = waiting;
    const group: Group = { members: [], isSent: false };
    let isInLine = false;
    await this.settle(group, () =>
      this.transact(actor.workspaceId, group, async (connection, sent) => {
        const { article, isHeld } = await tryToHold(connection, actor.workspaceId, locator);
        if (article && !isHeld) {
          isInLine = true;
          this.getInLine(waiting, article.id, false);
          return [];
        }
        const lane = article ? this.lanes.get(keyOf(waiting, article.id)) : undefined;
        // Whoever came before goes before.
        lane?.waiting.push(waiting);
        isInLine = lane !== undefined;
        group.members.push(...(lane?.waiting.splice(0, MOST) ?? [waiting]));
        return await make(connection, article, group, sent, lane?.references);
      }),
    ).catch((error: unknown) => {
      if (!isInLine) waiting.reject(error);
    });
  }

  /** @param isKnown whether the article's claims were remembered before */
  private getInLine(waiting: Waiting, articleId: string, isKnown: boolean): void {
    const { workspaceId } = waiting.actor;
    const key = keyOf(waiting, articleId);
    this.remember(nameOf(workspaceId, waiting.locator), articleId);
    const lane = this.lanes.get(key);
    if (lane) {
      lane.waiting.push(waiting);
      return;
    }
    this.lanes.set(key, { waiting: [waiting], references: new KeptReferences() });
    void this.serve(key, workspaceId, articleId, isKnown);
  }

  /** Waits for the lock and makes what waits by then, again and again until nobody waits. Never fails. */
  private async serve(key: string, workspaceId: string, articleId: string, isKnown: boolean): Promise<void> {
    const { waiting, references } = this.lanes.get(key)!;
    let knowsClaims = isKnown;
    while (waiting.length > 0) {
      const first = new Set(waiting);
      const { promise: isOver, resolve: onSent } = Promise.withResolvers<void>();
      const group: Group = { members: [], isSent: false, onSent };
      void this.settle(group, () =>
        this.transact(workspaceId, group, async (connection, sent) => {
          const [article, claims] = await Promise.all([
            holdArticle(connection, workspaceId, { article: articleId }),
            knowsClaims ? [] : claimIdsOf(connection, workspaceId, articleId, CLAIMS_REMEMBERED),
          ]);
          for (const claim of claims) this.remember(nameOf(workspaceId, { claim }), articleId);
          knowsClaims = true;
          // Those who came while it was waited for are among them.
          group.members.push(...waiting.splice(0, MOST));
          return group.members.length === 0 ? [] : await make(connection, article, group, sent, references);
        }),
      )
        .catch((error: unknown) => {
          // The lock was not had: those who have waited so long are told, the others wait on.
          for (const each of waiting.splice(0)) {
            if (first.has(each)) each.reject(error);
            else waiting.push(each);
          }
        })
        .finally(onSent);
      // The next wait for the lock while COMMIT travels, and have it as soon as it is given up.
      await isOver;
    }
    this.lanes.delete(key);
  }

  /**
   * Tells each of a group what became of its change. When the database refuses what they came to together, each is made by
   * itself: so one that it cannot take is found, and fails alone.
   *
   * @throws what failed before there was a group
   */
  private async settle(group: Group, work: () => Promise<readonly JointOutcome[]>): Promise<void> {
    const { members } = group;
    try {
      const outcomes = await work();
      for (const [i, each] of members.entries()) tell(each, outcomes[i]!);
    } catch (error) {
      if (members.length === 0) throw error;
      const isToRepeat = members.length > 1 && canRepeat(error, group);
      for (const each of members) {
        if (isToRepeat) await each.alone().catch((own: unknown) => each.reject(own));
        else each.reject(error);
      }
    }
  }

  /** @param group those whom the transaction is for, as they are when it ends */
  private transact(
    workspaceId: string,
    group: Group,
    work: (connection: WorkspaceConnection, sent: () => void) => Promise<readonly JointOutcome[]>,
  ): Promise<readonly JointOutcome[]> {
    const scope: WorkspaceScope = {
      workspaceId,
      get seen() {
        const told = group.members.flatMap(({ actor }) => actor.seen ?? []);
        return told.length === 0 ? undefined : (position: Position) => told.forEach((seen) => seen(position));
      },
    };
    return this.database.withWorkspace(scope, (connection, sent) =>
      work(connection, () => {
        group.isSent = true;
        sent();
        group.onSent?.();
      }),
    );
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
  { members }: Group,
  sent: () => void,
  kept?: KeptReferences,
): Promise<readonly JointOutcome[]> {
  const { workspaceId } = members[0]!.actor;
  const { outcomes, isShort, write } = await changeTogether(connection, workspaceId, article, members, kept);
  const written = write();
  if (isShort) sent();
  await written;
  return outcomes;
}

/**
 * Whether it is sure that nothing was stored, and each by itself may fare better: not where PostgreSQL had no time, which
 * each would wait for in turn. Where COMMIT was on its way and PostgreSQL refused nothing, nobody knows what was stored.
 */
function canRepeat(error: unknown, { isSent }: Group): boolean {
  if (error instanceof StatementTimeoutError) return false;
  return isRefused(error) || !(isSent || error instanceof DatabaseUnavailableError);
}

function tell(waiting: Waiting, outcome: JointOutcome): void {
  if ('changed' in outcome) waiting.resolve(outcome.changed);
  else waiting.reject(outcome.fault);
}

const keyOf = ({ actor }: Waiting, articleId: string): string => `${actor.workspaceId} ${articleId}`;

function nameOf(workspaceId: string, locator: Locator): string {
  const [kind, id] = Object.entries(locator)[0] as [string, string];
  return `${workspaceId} ${kind} ${id}`;
}
