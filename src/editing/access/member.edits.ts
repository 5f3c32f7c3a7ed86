import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../database/codes.js';
import type { WorkspaceConnection } from '../../database/workspace-connection.js';
import { recordInWorkspace, type Happening } from '../../events/event.repository.js';
import {
  findMember,
  hasOtherAdmin,
  insertMember,
  lockAccess,
  revokeTokens,
  setMember,
  type KnownMember,
} from '../../workspaces/access.repository.js';
import { changeInWorkspace, happenedTo } from '../change-in-workspace.js';
import { Editing, type EditorViewer, type Outcome } from '../editing.js';
import { InputCheck } from '../input-check.js';
import { fault } from '../user-fault.js';
import type { AddMemberInput, RemoveMemberInput, UpdateMemberInput } from './member.type.js';

const MAX_NAME = 200;
/** As long as an address may be: RFC 5321, 4.5.3.1.3, without its angle brackets. */
const MAX_EMAIL = 254;
const EMAIL = /^[^\s@]{1,64}@[^\s@]+$/;

type Done = Promise<Outcome<{ readonly id: string }>>;

/** Changes of who works in the workspace. */
@Injectable()
export class MemberEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  add(viewer: EditorViewer, input: AddMemberInput): Done {
    const { workspaceId } = viewer;
    const check = new InputCheck();
    const name = nameOf(check, input.name);
    const email = checkedEmail(check, input.email);
    return this.editing.transact(viewer, 'addMember', async (connection) => {
      check.done();
      await lockAccess(connection, workspaceId);
      const member = { name, email, role: input.role };
      const id = await insertMember(connection, workspaceId, member);
      const after = { name, role: input.role };
      await recordInWorkspace(connection, workspaceId, [happened(viewer, 'member.added', id, null, after)]);
      return { id };
    });
  }

  update(viewer: EditorViewer, input: UpdateMemberInput): Done {
    const check = new InputCheck();
    const name = input.name === undefined ? undefined : nameOf(check, input.name);
    const email = input.email === undefined ? undefined : checkedEmail(check, input.email);
    if (input.removed === true) check.wrong('removed', 'members are removed by removeMember');
    return this.change(viewer, 'updateMember', check, input, async (connection, member) => {
      const isBack = input.removed === false && member.removedAt !== null;
      if (member.removedAt && !isBack) {
        throw fault('NOT_POSSIBLE', 'the member was removed; bring them back with removed: false', 'memberId');
      }
      const changed: KnownMember = {
        ...member,
        name: name ?? member.name,
        email: email === undefined ? member.email : email,
        role: input.role ?? member.role,
        removedAt: null,
      };
      if (changed.role !== member.role) await checkRole(connection, viewer.workspaceId, member, changed.role);
      await setMember(connection, viewer.workspaceId, changed);
      const kind = isBack ? 'member.returned' : 'member.updated';
      return [happened(viewer, kind, member.id, shown(member), { ...shown(changed), ...readdressed(member, changed) })];
    });
  }

  remove(viewer: EditorViewer, input: RemoveMemberInput): Done {
    return this.change(viewer, 'removeMember', new InputCheck(), input, async (connection, member) => {
      if (member.removedAt) throw fault('NOT_POSSIBLE', 'the member was removed already', 'memberId');
      const { workspaceId } = viewer;
      if (member.role === 'ADMIN' && !(await hasOtherAdmin(connection, workspaceId, member.id))) throw LAST_ADMIN();
      await setMember(connection, workspaceId, { ...member, removedAt: new Date() });
      const revoked = await revokeTokens(connection, workspaceId, { memberId: member.id });
      return [
        happened(viewer, 'member.removed', member.id, shown(member), null),
        ...revoked.map((token) => tokenRevoked(viewer, token)),
      ];
    });
  }

  private change(
    viewer: EditorViewer,
    action: 'updateMember' | 'removeMember',
    check: InputCheck,
    { memberId: id, expectedVersion }: { readonly memberId: string; readonly expectedVersion?: number | null },
    work: (connection: WorkspaceConnection, member: KnownMember) => Promise<Happening[]>,
  ): Done {
    const what = { type: 'Member', field: 'memberId', find: findMember } as const;
    return changeInWorkspace(this.editing, viewer, { ...what, action, check, id, expectedVersion, work });
  }
}

const LAST_ADMIN = () =>
  fault('NOT_POSSIBLE', 'they are the last ADMIN of the workspace; make somebody else one first', 'memberId');

async function checkRole(
  connection: WorkspaceConnection,
  workspaceId: string,
  member: KnownMember,
  role: Role,
): Promise<void> {
  if (member.issuer !== null) {
    const message = `their role comes with each sign-in by ${member.issuer}; change it there`;
    throw fault('NOT_POSSIBLE', message, 'role');
  }
  const isLowered = member.role === 'ADMIN' && role !== 'ADMIN';
  if (isLowered && !(await hasOtherAdmin(connection, workspaceId, member.id))) throw LAST_ADMIN();
}

const nameOf = (check: InputCheck, given: string | null): string =>
  check.neededLine(given, 'name', MAX_NAME, 'a member has a name');

function checkedEmail(check: InputCheck, given: string | null | undefined): string | null {
  const email = check.line(given, 'email', MAX_EMAIL);
  if (email !== null && !EMAIL.test(email))
    check.wrong('email', 'is no e-mail address; one reads like ada@example.org');
  return email;
}

/** What history tells of a member: it is read by everybody, and so has no addresses. */
const shown = ({ name, role }: Pick<KnownMember, 'name' | 'role'>) => ({ name, role });

const readdressed = (before: KnownMember, after: KnownMember) =>
  before.email === after.email ? {} : { emailChanged: true };

const happened = happenedTo('Member');

export const tokenRevoked = (
  { memberId: actorId }: EditorViewer,
  { id, memberId, name }: { readonly id: string; readonly memberId: string; readonly name: string },
): Happening => ({
  kind: 'token.revoked',
  subjectType: 'Token',
  subjectId: id,
  actorId,
  before: null,
  after: { name, memberId },
  at: new Date(),
});
