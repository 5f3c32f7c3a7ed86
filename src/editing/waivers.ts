import { v7 as uuid } from 'uuid';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import {
  dueClaims,
  endWaivers,
  expiredWaivers,
  insertWaiver,
  type NamedFinding,
  type StandingWaiver,
} from '../findings/waiver.repository.js';
import { changeHeld, type Edit } from './change-article.js';
import { holdArticle } from './load-article.js';
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
  end(edit, [waiver], 'waiver.lifted');
  return { waiverId: waiver.id, findingId: waiver.findingId, claimId: waiver.claimId };
}

/**
 * Does what time does to an article: ends the waivers whose time has come, so that their findings are open again, and
 * judges claims that are due. Safe to run twice.
 *
 * @returns how many waivers ended
 */
export async function passTime(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<number> {
  const article = await holdArticle(connection, workspaceId, { article: articleId });
  if (!article) return 0;
  const [expired, due] = await Promise.all([
    expiredWaivers(connection, workspaceId, articleId, at),
    dueClaims(connection, workspaceId, articleId, at),
  ]);
  if (expired.length + due.length === 0) return 0;
  const around = [...due, ...expired.flatMap(({ claimId }) => claimId ?? [])];
  const actor = { workspaceId, memberId: null };
  await changeHeld(
    connection,
    actor,
    article,
    { scope: { around }, silent: expired.length === 0 },
    (edit) => {
      end(edit, expired, 'waiver.expired');
      edit.touch('time', due);
      if (expired.length > 0) return;
      edit.happen({
        kind: 'article.due',
        subjectType: 'Article',
        subjectId: articleId,
        before: null,
        after: { claimIds: due },
      });
    },
    at,
  );
  return new Set(expired.map(({ id }) => id)).size;
}

function end(edit: Edit, waivers: readonly StandingWaiver[], kind: 'waiver.lifted' | 'waiver.expired'): void {
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
