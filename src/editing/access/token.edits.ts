import { Inject, Injectable } from '@nestjs/common';
import { atLeast } from '../../auth/roles.js';
import { hashToken, newToken } from '../../auth/token.js';
import type { Role } from '../../database/codes.js';
import { recordInWorkspace } from '../../events/event.repository.js';
import {
  countWorkingTokens,
  findMember,
  findToken,
  insertToken,
  lockAccess,
  revokeTokens,
} from '../../workspaces/access.repository.js';
import { Editing, type EditorViewer, type Outcome } from '../editing.js';
import { InputCheck } from '../input-check.js';
import { fault } from '../user-fault.js';
import { tokenRevoked } from './member.edits.js';
import type { CreateTokenInput, RevokeTokenInput } from './token.type.js';

const MAX_NAME = 200;
/** Tokens of one member that work at one time. */
const MAX_TOKENS = 100;
/** How long a token works when nothing is said of that, in days. */
const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;

/** Changes of what members call with. */
@Injectable()
export class TokenEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  create(
    viewer: EditorViewer,
    input: CreateTokenInput,
  ): Promise<Outcome<{ readonly id: string; readonly secret: string }>> {
    const { workspaceId } = viewer;
    const check = new InputCheck();
    const memberId = input.memberId == null ? viewer.memberId : check.id('Member', input.memberId, 'memberId');
    const name = check.neededLine(input.name, 'name', MAX_NAME, 'say what the token is for');
    const now = new Date();
    const expiresAt =
      input.expiresAt === undefined
        ? new Date(now.getTime() + USUAL_DAYS * DAY_MS)
        : check.date(input.expiresAt, 'expiresAt');
    if (expiresAt && expiresAt <= now) check.wrong('expiresAt', 'is past; give a time to come, or null for no end');
    return this.editing.transact(viewer, 'createToken', async (connection) => {
      check.done();
      if (memberId !== viewer.memberId && viewer.role !== 'ADMIN') {
        throw fault(
          'FORBIDDEN',
          'tokens of others are made by ADMIN; leave memberId out for one of your own',
          'memberId',
        );
      }
      await lockAccess(connection, workspaceId);
      const member = await findMember(connection, workspaceId, memberId);
      if (!member) throw fault('NOT_FOUND', 'no member of this workspace has this id', 'memberId');
      if (member.removedAt) throw fault('NOT_POSSIBLE', 'the member was removed', 'memberId');
      const most = atLeast(viewer.role, member.role) ? member.role : viewer.role;
      const role = input.role ?? most;
      if (!atLeast(most, role)) throw tooHigh(role, most, most === member.role);
      if ((await countWorkingTokens(connection, workspaceId, memberId)) >= MAX_TOKENS) {
        throw fault('TOO_LARGE', `there are ${MAX_TOKENS} tokens of this member already; revoke some`, 'memberId');
      }
      const secret = newToken();
      const token = { memberId, name, role, expiresAt };
      const id = await insertToken(connection, workspaceId, { ...token, hash: hashToken(secret) });
      await recordInWorkspace(connection, workspaceId, [
        {
          kind: 'token.created',
          subjectType: 'Token',
          subjectId: id,
          actorId: viewer.memberId,
          before: null,
          after: { ...token, expiresAt: expiresAt?.toISOString() ?? null },
          at: now,
        },
      ]);
      return { id, secret };
    });
  }

  /** One that is revoked already stays so. */
  revoke(viewer: EditorViewer, input: RevokeTokenInput): Promise<Outcome<{ readonly id: string }>> {
    const { workspaceId } = viewer;
    const check = new InputCheck();
    const id = check.id('Token', input.tokenId, 'tokenId');
    return this.editing.transact(viewer, 'revokeToken', async (connection) => {
      check.done();
      await lockAccess(connection, workspaceId);
      const token = await findToken(connection, workspaceId, id);
      // Whose tokens one may not see, of those one does not hear that they are there.
      if (!token || (token.memberId !== viewer.memberId && viewer.role !== 'ADMIN')) {
        throw fault('NOT_FOUND', 'no token of this workspace that you may see has this id', 'tokenId');
      }
      // Who found a lesser token of somebody must not end what that person works with.
      if (!atLeast(viewer.role, token.role)) {
        throw fault('FORBIDDEN', `the token may do more than yours, which is ${viewer.role}`, 'tokenId');
      }
      const revoked = await revokeTokens(connection, workspaceId, { id });
      if (revoked.length > 0)
        await recordInWorkspace(
          connection,
          workspaceId,
          revoked.map((each) => tokenRevoked(viewer, each)),
        );
      return { id };
    });
  }
}

const tooHigh = (role: Role, most: Role, isOfMember: boolean) =>
  isOfMember
    ? fault('NOT_POSSIBLE', `its member is ${most}, and a token of theirs cannot be ${role}`, 'role')
    : fault('FORBIDDEN', `you call as ${most}, and cannot make a token of ${role}`, 'role');
