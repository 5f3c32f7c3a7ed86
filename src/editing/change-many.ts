import type { Database } from '../database/database.js';
import { translate } from '../database/errors.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { HeldArticle } from './article-state.js';
import { changeHeld, checkHeld, type Actor, type Changed, type Plan } from './change-article.js';
import type { Outcome } from './editing.js';
import { articlesOf, holdArticle } from './load-article.js';
import { userErrorsOf } from './user-fault.js';

/** A plan, and its place among those that were asked for. */
interface Item<T, A> {
  readonly index: number;
  readonly plan: Plan<T, A>;
}

/**
 * Makes several changes: those of one article in one transaction, which locks it once; each of them is undone alone
 * when it fails. Articles come one after the other, in the order of their ids, so that those who lock several in one
 * transaction wait for, and never on, each other.
 *
 * @param plans throw UserFault for input that is wrong
 * @returns an outcome each, in the same order
 */
export async function changeMany<T, A>(
  database: Database,
  actor: Actor,
  plans: readonly (() => Plan<T, A>)[],
): Promise<Outcome<Changed<T>>[]> {
  const outcomes = new Map<number, Outcome<Changed<T>>>();
  const items = plans.flatMap((plan, index): Item<T, A>[] => {
    try {
      return [{ index, plan: plan() }];
    } catch (error) {
      outcomes.set(index, failed(error));
      return [];
    }
  });
  const locators = items.map(({ plan }) => plan.locator);
  const articles = await database.readWorkspace(actor, (connection) =>
    articlesOf(connection, actor.workspaceId, locators),
  );
  const grouped = Map.groupBy(items, (_item, i) => articles[i] ?? null);
  for (const [articleId, group] of [...grouped].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))) {
    const done = await changeOne(database, actor, articleId, group);
    for (const [i, { index }] of group.entries()) outcomes.set(index, done[i]!);
  }
  return plans.map((_plan, index) => outcomes.get(index)!);
}

/** All that is asked of one article; what ends the transaction itself is told to each. */
async function changeOne<T, A>(
  database: Database,
  actor: Actor,
  articleId: string | null,
  items: readonly Item<T, A>[],
): Promise<Outcome<Changed<T>>[]> {
  try {
    return await database.withWorkspace(actor, async (connection) => {
      let article = articleId && (await holdArticle(connection, actor.workspaceId, { article: articleId }));
      const outcomes: Outcome<Changed<T>>[] = [];
      for (const { plan } of items) {
        const outcome = await attempt(connection, actor, article || null, plan);
        if (outcome.done) ({ article } = outcome.done);
        outcomes.push(outcome);
      }
      return outcomes;
    });
  } catch (error) {
    return items.map(() => failed(error));
  }
}

async function attempt<T, A>(
  connection: WorkspaceConnection,
  actor: Actor,
  article: HeldArticle | null,
  { name, options, work }: Plan<T, A>,
): Promise<Outcome<Changed<T>>> {
  await connection.query('SAVEPOINT change');
  try {
    checkHeld(article, name, options.archived);
    const done = await changeHeld(connection, actor, article, options, work);
    await connection.query('RELEASE SAVEPOINT change');
    return { done, userErrors: [] };
  } catch (error) {
    const outcome = failed<T>(error);
    await connection.query('ROLLBACK TO SAVEPOINT change');
    return outcome;
  }
}

/** @throws what is not the caller's fault, as it is */
function failed<T>(error: unknown): Outcome<Changed<T>> {
  const userErrors = userErrorsOf(translate(error));
  if (!userErrors) throw error;
  return { done: null, userErrors };
}
