import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Admission } from '../../auth/admission.js';
import type { Person } from '../../auth/oidc.js';
import { SignInRefusedError } from '../../auth/sign-in-error.js';
import type { Viewer } from '../../auth/viewer.js';
import { Database } from '../../database/database.js';
import type { WorkspaceConnection } from '../../database/workspace-connection.js';
import { recordInWorkspace } from '../../events/event.repository.js';
import type { EventKind } from '../../events/event-words.js';
import {
  findSubject,
  hasOtherAdmin,
  insertMember,
  lockAccess,
  setMember,
  type KnownMember,
} from '../../workspaces/access.repository.js';
import { isWorkspace } from '../../workspaces/workspace.repository.js';

/** Makes members of those who sign in for the first time, and takes over what their provider says of them since. */
@Injectable()
export class SignIn implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Admission) private readonly admission: Admission,
  ) {}

  onModuleInit(): void {
    this.admission.use((person) => this.admit(person));
  }

  /** @throws SignInRefusedError for one who was removed, and where there is no such workspace */
  async admit(person: Person): Promise<Viewer> {
    const { workspaceId, issuer, subject, role } = person;
    const scope = { workspaceId };
    // While nothing can be written, those who are known as they are come in all the same.
    const placed = this.database.placed(scope, { position: null, isFresh: true });
    const known = await this.database.readWorkspace(placed, (connection) =>
      findSubject(connection, workspaceId, issuer, subject),
    );
    const isAsBefore = known && !known.removedAt && isSame(known, { ...known, ...told(person), role });
    const memberId = isAsBefore
      ? known.id
      : await this.database.withWorkspace(scope, (connection) => admitted(connection, person));
    return { workspaceId, memberId, tokenId: memberId, role };
  }
}

async function admitted(connection: WorkspaceConnection, person: Person): Promise<string> {
  const { workspaceId, issuer, subject, role } = person;
  if (!(await isWorkspace(connection, workspaceId))) {
    throw new SignInRefusedError('your sign-in leads to a workspace that is not there');
  }
  await lockAccess(connection, workspaceId);
  const known = await findSubject(connection, workspaceId, issuer, subject);
  if (known?.removedAt) {
    throw new SignInRefusedError('you were removed from this workspace; one of its administrators can bring you back');
  }
  if (!known) {
    const member = { name: person.name ?? subject.slice(0, 200), email: person.email, role };
    const id = await insertMember(connection, workspaceId, member, { issuer, subject });
    await record(connection, person, 'member.joined', id, null, member);
    return id;
  }
  // A workspace keeps its last ADMIN, whatever the provider says; what they may do is less from now on all the same.
  const isLast =
    known.role === 'ADMIN' && role !== 'ADMIN' && !(await hasOtherAdmin(connection, workspaceId, known.id));
  const changed: KnownMember = { ...known, ...told(person), role: isLast ? 'ADMIN' : role };
  if (!isSame(known, changed)) {
    await setMember(connection, workspaceId, changed);
    await record(connection, person, 'member.updated', known.id, known, changed);
  }
  return known.id;
}

/** What the provider says, where it says something. */
const told = ({ name, email }: Person): Partial<Pick<KnownMember, 'name' | 'email'>> => ({
  ...(name === null ? {} : { name }),
  ...(email === null ? {} : { email }),
});

const isSame = (one: KnownMember, other: KnownMember): boolean =>
  one.name === other.name && one.email === other.email && one.role === other.role;

const record = (
  connection: WorkspaceConnection,
  { workspaceId }: Person,
  kind: EventKind,
  id: string,
  before: Pick<KnownMember, 'name' | 'role'> | null,
  after: Pick<KnownMember, 'name' | 'role'>,
): Promise<void> =>
  recordInWorkspace(connection, workspaceId, [
    {
      kind,
      subjectType: 'Member',
      subjectId: id,
      actorId: id,
      before: before && { name: before.name, role: before.role },
      after: { name: after.name, role: after.role },
      at: new Date(),
    },
  ]);
