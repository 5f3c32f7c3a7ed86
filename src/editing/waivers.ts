import { v7 as uuid } from 'uuid';
import { endWaivers, insertWaiver, type NamedFinding, type StandingWaiver } from '../findings/waiver.repository.js';
import type { Edit } from './change-article.js';
import { fault } from './user-fault.js';

/** UUIDs of what a waiver that began or ended was about. */
export interface WaiverChanged {
  readonly waiverId: string;
  /** Null: nothing stands under it any more. */
  readonly findingId: string | null;
  readonly claimId: string | null;
}

/**
 * Accepts a finding. Waivers go by its fingerprint: what the rules found stays found, but for what time has changed.
 *
 * @throws UserFault NOT_POSSIBLE for a finding that is fixed or waived
 */
export function waive(
  edit: Edit,
  memberId: string,
  { id, claimId, fingerprint, state }: NamedFinding,
  reason: string,
  expiresAt: Date | null,
): WaiverChanged {
  if (state === 'FIXED') {
    throw fault('NOT_POSSIBLE', 'it is fixed: the rule no longer fires, and there is nothing to accept', 'findingId');
  }
  if (edit.state.waived.has(fingerprint)) {
    throw fault('NOT_POSSIBLE', 'it is waived already; lift that waiver first, to give another reason', 'findingId');
  }
  const waiverId = uuid();
  edit.state.waived = new Set([...edit.state.waived, fingerprint]);
  const { connection, workspaceId, at } = edit;
  const articleId = edit.state.article.id;
  edit.write(() =>
    insertWaiver(connection, {
      workspaceId,
      id: waiverId,
      articleId,
      fingerprint,
      reason,
      createdBy: memberId,
      createdAt: at,
      expiresAt,
    }),
  );
  edit.touch('time', claimId === null ? [] : [claimId]);
  edit.happen({
    kind: 'finding.waived',
    subjectType: 'Finding',
    subjectId: id,
    before: null,
    after: { waiverId, claimId, reason, expiresAt },
  });
  return { waiverId, findingId: id, claimId };
}

/** Takes a waiver back. */
export function lift(edit: Edit, waiver: StandingWaiver): WaiverChanged {
  edit.state.waived = new Set([...edit.state.waived].filter((each) => each !== waiver.fingerprint));
  endWaiversOf(edit, [waiver], 'waiver.lifted');
  return { waiverId: waiver.id, findingId: waiver.findingId, claimId: waiver.claimId };
}

/** Takes note that waivers ended: by hand or by time. */
export function endWaiversOf(
  edit: Edit,
  waivers: readonly StandingWaiver[],
  kind: 'waiver.lifted' | 'waiver.expired',
): void {
  const { connection, workspaceId, at } = edit;
  edit.write(() =>
    endWaivers(
      connection,
      workspaceId,
      waivers.map(({ id }) => id),
      at,
    ),
  );
  edit.touch(
    'time',
    waivers.flatMap(({ claimId }) => claimId ?? []),
  );
  for (const { id, findingId, claimId, reason, expiresAt } of waivers) {
    edit.happen({
      kind,
      ...(findingId === null
        ? { subjectType: 'Waiver', subjectId: id }
        : { subjectType: 'Finding', subjectId: findingId }),
      before: { waiverId: id, claimId, reason, expiresAt },
      after: null,
    });
  }
}
