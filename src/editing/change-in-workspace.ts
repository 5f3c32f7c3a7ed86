import type { Action } from '../auth/roles.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { recordInWorkspace, type Happening } from '../events/event.repository.js';
import type { EventKind } from '../events/event-words.js';
import type { NodeType } from '../graphql/global-id.js';
import { lockAccess } from '../workspaces/access.repository.js';
import type { Editing, EditorViewer, Outcome } from './editing.js';
import type { InputCheck } from './input-check.js';
import { currentOf, expectVersion, fault } from './user-fault.js';

/** What is changed that belongs to the workspace and to no article: a member, a webhook. */
export interface WorkspaceChange<T> {
  readonly action: Action;
  readonly type: NodeType;
  /** The input's field with the id, the id of the API in it, and the version that the caller saw. */
  readonly field: string;
  readonly id: string;
  readonly expectedVersion: number | null | undefined;
  readonly check: InputCheck;
  /** Finds it in the workspace, by its UUID. */
  readonly find: (connection: WorkspaceConnection, workspaceId: string, id: string) => Promise<T | null>;
  /** Changes it. @returns what history tells of that */
  readonly work: (connection: WorkspaceConnection, held: T) => Promise<readonly Happening[]>;
}

/** Changes it in one transaction, one after the other in a workspace, and tells history. @returns its UUID */
export function changeInWorkspace<T extends { readonly id: string; readonly version: number }>(
  editing: Editing,
  viewer: EditorViewer,
  { action, type, field, id: given, expectedVersion, check, find, work }: WorkspaceChange<T>,
): Promise<Outcome<{ readonly id: string }>> {
  const { workspaceId } = viewer;
  const id = check.id(type, given, field);
  return editing.transact(viewer, action, async (connection) => {
    check.done();
    await lockAccess(connection, workspaceId);
    const held = await find(connection, workspaceId, id);
    if (!held) throw fault('NOT_FOUND', `no ${type.toLowerCase()} of this workspace has this id`, field);
    expectVersion(currentOf(type, held), expectedVersion);
    const happenings = await work(connection, held);
    if (happenings.length > 0) await recordInWorkspace(connection, workspaceId, happenings);
    return { id };
  });
}

/** What a member did to such a thing, as history tells it. */
export const happenedTo =
  (subjectType: NodeType) =>
  (
    { memberId }: EditorViewer,
    kind: EventKind,
    subjectId: string,
    before: Happening['before'],
    after: Happening['after'],
  ): Happening => ({ kind, subjectType, subjectId, actorId: memberId, before, after, at: new Date() });
