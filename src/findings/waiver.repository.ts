import { bulkInsert } from '../database/bulk-insert.js';
import { FINDING_STATE, type FindingState } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { WaiverEntity } from './waiver.entity.js';

/** A finding, as far as a waiver is about it. */
export interface NamedFinding {
  readonly id: string;
  readonly claimId: string | null;
  readonly fingerprint: string;
  readonly state: FindingState;
}

/** A waiver that has not ended, and the finding that it accepts: null when nothing stands under it any more. */
export interface StandingWaiver {
  readonly id: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly expiresAt: Date | null;
  readonly findingId: string | null;
  readonly claimId: string | null;
}

const FIXED = FINDING_STATE.toCode.FIXED;

export async function findingById(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<NamedFinding | null> {
  const [row] = await connection.query<Omit<NamedFinding, 'state'> & { state: number }>(
    'SELECT id, claim_id AS "claimId", fingerprint, state FROM finding WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id],
  );
  return row ? { ...row, state: FINDING_STATE.fromCode(row.state) } : null;
}

const STANDING_WAIVERS = `SELECT w.id, w.fingerprint, w.reason, w.expires_at AS "expiresAt", f.id AS "findingId",
    f.claim_id AS "claimId"
  FROM waiver w LEFT JOIN finding f ON f.workspace_id = $1 AND f.article_id = w.article_id
    AND f.fingerprint = w.fingerprint AND f.state <> ${FIXED}
  WHERE w.workspace_id = $1 AND w.lifted_at IS NULL`;

/** The waiver, or the one that a finding falls under, when it is in force at `at`; null when none is. */
export async function waiverInForce(
  connection: WorkspaceConnection,
  workspaceId: string,
  named: { readonly waiver: string } | { readonly finding: string },
  at: Date,
): Promise<StandingWaiver | null> {
  const [condition, id] =
    'waiver' in named
      ? ['w.id = $2', named.waiver]
      : [
          `(w.article_id, w.fingerprint) = (SELECT article_id, fingerprint FROM finding WHERE workspace_id = $1 AND id = $2)`,
          named.finding,
        ];
  const [row] = await connection.query<StandingWaiver>(
    `${STANDING_WAIVERS} AND ${condition} AND (w.expires_at IS NULL OR w.expires_at > $3)`,
    [workspaceId, id, at],
  );
  return row ?? null;
}

/** Waivers of an article whose time has come by `at`, and whose end nobody has noted yet. */
export async function expiredWaivers(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<StandingWaiver[]> {
  return await connection.query<StandingWaiver>(
    `${STANDING_WAIVERS} AND w.article_id = $2 AND w.expires_at <= $3 ORDER BY w.expires_at, w.id`,
    [workspaceId, articleId, at],
  );
}

/** Claims of an article that time alone may have changed by `at`. */
export async function dueClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  at: Date,
): Promise<string[]> {
  const rows = await connection.query<{ id: string }>(
    `SELECT id FROM claim WHERE workspace_id = $1 AND article_id = $2 AND due_at <= $3 AND gone_in IS NULL ORDER BY id`,
    [workspaceId, articleId, at],
  );
  return rows.map(({ id }) => id);
}

export async function insertWaiver(
  connection: WorkspaceConnection,
  waiver: Omit<WaiverEntity, 'liftedAt'>,
): Promise<void> {
  await bulkInsert(connection, WaiverEntity, [waiver]);
}

/** Notes that waivers have ended: by hand, by time, or because what they were about is no longer what the article says. */
export async function endWaivers(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await connection.query(
    'UPDATE waiver SET lifted_at = $3 WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) AND lifted_at IS NULL',
    [workspaceId, ids, at],
  );
}

/**
 * Notes when time alone may next change claims: when a rule may answer otherwise, or the earliest end of a waiver in force
 * on what is found about them.
 *
 * @param claims with the time at which a rule may; null for never
 */
export async function scheduleClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  claims: readonly { readonly id: string; readonly dueAt: Date | null }[],
  at: Date,
): Promise<void> {
  if (claims.length === 0) return;
  await connection.query(
    `UPDATE claim c SET due_at = least(u.due_at, (
       SELECT min(w.expires_at) FROM finding f JOIN waiver w
         ON w.workspace_id = $1 AND w.article_id = c.article_id AND w.fingerprint = f.fingerprint
       WHERE f.workspace_id = $1 AND f.claim_id = c.id AND f.state <> ${FIXED} AND w.lifted_at IS NULL AND w.expires_at > $4))
     FROM unnest($2::uuid[], $3::timestamptz[]) AS u (id, due_at)
     WHERE c.workspace_id = $1 AND c.id = u.id`,
    [workspaceId, claims.map(({ id }) => id), claims.map(({ dueAt }) => dueAt), at],
  );
}
