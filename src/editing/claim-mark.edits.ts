import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { noteClaim, standingClaim, type NotedClaim } from '../claims/claim.repository.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { hasFindingOf } from '../findings/finding.repository.js';
import { installedRules } from '../plugins/installed-rules.js';
import { currentVerdict, insertComment, replaceVerdict, type CurrentVerdict } from '../reviews/review.repository.js';
import { isMember } from '../workspaces/workspace.repository.js';
import type { ChangeOptions, Changed, Plan } from './change-article.js';
import type { AddCommentInput, AssignClaimInput, SetVerdictInput } from './claim-mark.type.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import { currentOf, expectVersion, fault } from './user-fault.js';

const MAX_TEXT = 10_000;
const rulesOnHistory = (): string[] =>
  installedRules().flatMap(({ meta }) => (meta.reads.includes('history') ? [meta.id] : []));

/** UUIDs of the claim, and of what was added to it. */
export interface ClaimMarked {
  readonly claimId: string;
  /** Of a verdict or a comment; null for an assignment. */
  readonly addedId: string | null;
}

/** What people note about claims: who looks into one, what they concluded and said. Rules see of it only when. */
@Injectable()
export class ClaimMarkEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  assign(viewer: EditorViewer, input: AssignClaimInput): Promise<Outcome<Changed<ClaimMarked>>> {
    return this.editing.make(viewer, 'assignClaim', () => planAssignment(viewer, input));
  }

  assignEach(
    viewer: EditorViewer,
    items: readonly AssignClaimInput[],
  ): Promise<Outcome<Outcome<Changed<ClaimMarked>>[]>> {
    return this.editing.makeEach(viewer, 'assignClaim', items, (input) => planAssignment(viewer, input));
  }

  setVerdict(viewer: EditorViewer, input: SetVerdictInput): Promise<Outcome<Changed<ClaimMarked>>> {
    return this.editing.make(viewer, 'setVerdict', () => planVerdict(viewer, input));
  }

  comment(viewer: EditorViewer, input: AddCommentInput): Promise<Outcome<Changed<ClaimMarked>>> {
    return this.editing.make(viewer, 'addComment', () => planComment(viewer, input));
  }
}

function planAssignment(
  { workspaceId }: EditorViewer,
  input: AssignClaimInput,
): Plan<ClaimMarked, readonly [NotedClaim | null, boolean]> {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const memberId = input.memberId == null ? null : check.id('Member', input.memberId, 'memberId');
  check.done();
  return {
    ...aboutClaim(claimId, (connection) =>
      Promise.all([
        standingClaim(connection, workspaceId, claimId),
        memberId === null || isMember(connection, workspaceId, memberId),
      ]),
    ),
    work(edit, [found, isKnown]) {
      const claim = checked(found, input.expectedVersion);
      if (!isKnown) {
        throw fault('NOT_FOUND', 'no member of this workspace has this id; the query members lists them', 'memberId');
      }
      if (claim.assigneeId === memberId) return { claimId, addedId: null };
      edit.write(() => noteClaim(edit.connection, workspaceId, claimId, edit.at, memberId));
      edit.happen({
        kind: 'claim.assigned',
        subjectType: 'Claim',
        subjectId: claimId,
        before: { assigneeId: claim.assigneeId },
        after: { assigneeId: memberId },
      });
      return { claimId, addedId: null };
    },
  };
}

function planVerdict(
  { workspaceId, memberId }: EditorViewer,
  input: SetVerdictInput,
): Plan<ClaimMarked, readonly [NotedClaim | null, CurrentVerdict | null]> {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const text = check.needed(input.text, 'text', MAX_TEXT, 'say what the conclusion rests on');
  const { value } = input;
  check.done();
  return {
    ...aboutClaim(
      claimId,
      (connection) =>
        Promise.all([
          standingClaim(connection, workspaceId, claimId),
          currentVerdict(connection, workspaceId, claimId),
        ]),
      // A verdict makes nothing worse: it can only mend what a rule found that asks when the claim was last looked at.
      async (connection) =>
        (await hasFindingOf(connection, workspaceId, claimId, rulesOnHistory())) ? { around: [claimId] } : null,
    ),
    work(edit, [claim, former]) {
      checked(claim, input.expectedVersion);
      const held = edit.state.claims.find((each) => each.id === claimId);
      if (held) held.reviewedAt = edit.at;
      edit.touch('history', [claimId]);
      const { connection, at } = edit;
      const id = uuid();
      edit.write(() =>
        replaceVerdict(connection, { workspaceId, id, claimId, value, text, createdBy: memberId, createdAt: at }),
      );
      edit.write(() => noteClaim(connection, workspaceId, claimId, at));
      edit.happen({
        kind: 'verdict.set',
        subjectType: 'Claim',
        subjectId: claimId,
        before: former && { verdictId: former.id, value: former.value, text: former.text },
        after: { verdictId: id, value, text },
      });
      return { claimId, addedId: id };
    },
  };
}

function planComment(
  { workspaceId, memberId }: EditorViewer,
  input: AddCommentInput,
): Plan<ClaimMarked, NotedClaim | null> {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const text = check.needed(input.text, 'text', MAX_TEXT, 'a comment says something');
  check.done();
  return {
    ...aboutClaim(claimId, (connection) => standingClaim(connection, workspaceId, claimId)),
    work(edit, claim) {
      checked(claim, null);
      const { connection, at } = edit;
      const id = uuid();
      edit.write(() =>
        insertComment(connection, { workspaceId, id, claimId, text, createdBy: memberId, createdAt: at }),
      );
      edit.write(() => noteClaim(connection, workspaceId, claimId, at));
      edit.happen({
        kind: 'comment.added',
        subjectType: 'Claim',
        subjectId: claimId,
        before: null,
        after: { commentId: id, text },
      });
      return { claimId, addedId: id };
    },
  };
}

const aboutClaim = <A>(
  claimId: string,
  also: (connection: WorkspaceConnection) => Promise<A>,
  scope: ChangeOptions<unknown>['scope'] = null,
) => ({
  locator: { claim: claimId },
  name: 'claimId',
  options: { scope, also },
});

/** @throws UserFault NOT_FOUND, CONFLICT */
function checked(claim: NotedClaim | null, expectedVersion: number | null | undefined): NotedClaim {
  if (!claim) throw fault('NOT_FOUND', 'no claim that stands has this id; it went with an earlier revision', 'claimId');
  expectVersion(currentOf('Claim', claim), expectedVersion);
  return claim;
}
