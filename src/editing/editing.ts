import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { needRole } from '../graphql/need-role.js';
import { LIMITS } from '../graphql/limits/limits.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { ArticleLanes } from './article-lanes.js';
import { changeArticle, type Changed, type ChangeOptions, type Edit, type Plan } from './change-article.js';
import { changeMany } from './change-many.js';
import type { Locator } from './load-article.js';
import { fault, userErrorsOf } from './user-fault.js';

/** Who edits. A `Viewer` is one. */
export type EditorViewer = Pick<Viewer, 'workspaceId' | 'memberId' | 'role' | 'within'>;

/** What became of a change, or why it was not made. */
export type Outcome<T> =
  | { readonly done: T; readonly userErrors: [] }
  | { readonly done: null; readonly userErrors: readonly UserErrorData[] };

/** The way of all changes: who may, in what transaction, and how what is wrong is told. */
@Injectable()
export class Editing {
  private readonly lanes: ArticleLanes;

  constructor(@Inject(Database) readonly database: Database) {
    this.lanes = new ArticleLanes(database);
  }

  /**
   * Changes an article. The input is checked in `prepare`, before anything is locked.
   *
   * @throws RequestError FORBIDDEN; what the input or the state of things does not allow is in `userErrors`
   */
  change<I, T, A = void>(
    viewer: EditorViewer,
    action: Action,
    prepare: () => {
      readonly input: I;
      readonly locator: Locator;
      readonly name: string;
      readonly options: ChangeOptions<T, A>;
    },
    work: (edit: Edit, input: I, also: A) => Promise<T> | T,
  ): Promise<Outcome<Changed<T>>> {
    return this.make(viewer, action, () => {
      const { input, ...plan } = prepare();
      return { ...plan, work: (edit, also) => work(edit, input, also) };
    });
  }

  /** Makes a planned change. @param plan throws UserFault for input that is wrong */
  make<T, A>(viewer: EditorViewer, action: Action, plan: () => Plan<T, A>): Promise<Outcome<Changed<T>>> {
    return this.answer(viewer, action, () => {
      const planned = plan();
      const { together, options } = planned;
      // What is part of a larger transaction, or undone again, is made by itself.
      if (!together || viewer.within || options.preview) return changeArticle(this.database, viewer, planned);
      return this.lanes.change(viewer, planned, together);
    });
  }

  /**
   * Makes several changes that do not depend on one another: one that cannot be made leaves the others alone. Those of
   * one article are made in one transaction, in the order in which they are given.
   *
   * @param plan of an item; throws UserFault when that is wrong
   * @returns an outcome each, in the same order; none when there are too many of them
   */
  makeEach<I, T, A>(
    viewer: EditorViewer,
    action: Action,
    items: readonly I[],
    plan: (item: I) => Plan<T, A>,
  ): Promise<Outcome<Outcome<Changed<T>>[]>> {
    return this.answer(viewer, action, () => {
      const count = items.length;
      if (count === 0) throw fault('EMPTY', 'name at least one item', 'items');
      if (count > LIMITS.items) {
        const advice = `at most ${LIMITS.items} are allowed: send them in several requests`;
        throw fault('TOO_LARGE', `there are ${count.toLocaleString('en')} items; ${advice}`, 'items');
      }
      return changeMany(
        this.database,
        viewer,
        items.map((item) => () => plan(item)),
      );
    });
  }

  /** A change that is not of one article. */
  transact<T>(
    viewer: EditorViewer,
    action: Action,
    work: (connection: WorkspaceConnection) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.answer(viewer, action, () => this.database.withWorkspace(viewer, work));
  }

  /** Does work that only some may do. @throws RequestError FORBIDDEN */
  async answer<T>(viewer: EditorViewer, action: Action, work: () => Promise<T>): Promise<Outcome<T>> {
    needRole(viewer, action);
    try {
      return { done: await work(), userErrors: [] };
    } catch (error) {
      const userErrors = userErrorsOf(error);
      if (!userErrors) throw error;
      return { done: null, userErrors };
    }
  }
}
