import { Inject, Injectable } from '@nestjs/common';
import { mayDo, NEEDED_ROLE, type Action } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { RequestError } from '../graphql/request-error.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { changeArticle, type Changed, type ChangeOptions, type Edit } from './change-article.js';
import type { Locator } from './load-article.js';
import { UserFault } from './user-fault.js';

/** Who edits. A `Viewer` is one. */
export type EditorViewer = Pick<Viewer, 'workspaceId' | 'memberId' | 'role'>;

/** What became of a change, or why it was not made. */
export type Outcome<T> =
  | { readonly done: T; readonly userErrors: [] }
  | { readonly done: null; readonly userErrors: readonly UserErrorData[] };

/** The way of all changes: who may, in what transaction, and how what is wrong is told. */
@Injectable()
export class Editing {
  constructor(@Inject(Database) readonly database: Database) {}

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
    return this.answer(viewer, action, () => {
      const { input, locator, name, options } = prepare();
      return changeArticle(this.database, viewer, locator, name, options, (edit, also) => work(edit, input, also));
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
    if (!mayDo(viewer, action)) {
      throw new RequestError(
        'FORBIDDEN',
        `${action} needs a token of role ${NEEDED_ROLE[action]}, and yours is ${viewer.role}`,
      );
    }
    try {
      return { done: await work(), userErrors: [] };
    } catch (error) {
      const userErrors = told(error);
      if (!userErrors) throw error;
      return { done: null, userErrors };
    }
  }
}

function told(error: unknown): readonly UserErrorData[] | null {
  if (error instanceof UserFault) return error.userErrors;
  if (error instanceof StatementTimeoutError) {
    return [{ code: 'TIMEOUT', message: 'the change took the database too long; try again', field: null }];
  }
  if (error instanceof WriteConflictError) {
    return [{ code: 'CONFLICT', message: 'others changed the same at the same time; try again', field: null }];
  }
  return null;
}
