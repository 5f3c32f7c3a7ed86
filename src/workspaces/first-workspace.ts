import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from '../auth/token.js';
import type { Config } from '../config/config.js';
import { ROLE } from '../database/codes.js';
import type { OwnerConnection } from '../database/owner-connection.js';

export interface FirstWorkspace {
  /** True when this start made it. */
  readonly created: boolean;
  readonly workspaceId: string;
  readonly memberId: string;
  /** To be shown once, for it is stored nowhere; null when the token was given, or made by an earlier start. */
  readonly newToken: string | null;
}

/**
 * Makes sure that somebody can work: at the first start, a workspace with an administrator and a token. A configured
 * token is made to work at every start, in the oldest workspace.
 *
 * @param owner in a transaction, while no other process starts
 */
export async function ensureWorkspace(
  owner: OwnerConnection,
  config: Pick<Config, 'token' | 'workspaceName'>,
): Promise<FirstWorkspace> {
  const found = await findAdministrator(owner);
  const place = found ?? (await makeWorkspace(owner, config.workspaceName, 'Administrator'));
  const made = found || config.token !== null ? null : newToken();
  if (config.token !== null) await admit(owner, place, config.token, 'OBELUS_TOKEN');
  else if (made !== null) await admit(owner, place, made, 'First start');
  return { ...place, created: !found, newToken: made };
}

/** Makes another workspace, with an administrator who has a token. @returns the token: it is stored nowhere */
export async function addWorkspace(
  owner: OwnerConnection,
  name: string,
  administrator: string,
): Promise<{ readonly workspaceId: string; readonly token: string }> {
  const place = await makeWorkspace(owner, name, administrator);
  const token = newToken();
  await admit(owner, place, token, 'First token');
  return { workspaceId: place.workspaceId, token };
}

/** A workspace as operators see it. */
export interface WorkspaceListed {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly members: number;
  readonly articles: number;
}

/** All workspaces, the oldest first. */
export async function listWorkspaces(owner: OwnerConnection): Promise<WorkspaceListed[]> {
  return await owner.query(
    `SELECT w.id, w.name, w.created_at AS "createdAt", coalesce(m.count, 0)::integer AS members,
       coalesce(a.count, 0)::integer AS articles
     FROM workspace w
     LEFT JOIN (SELECT workspace_id, count(*) FROM member WHERE removed_at IS NULL GROUP BY 1) m ON m.workspace_id = w.id
     LEFT JOIN (SELECT workspace_id, count(*) FROM article WHERE archived_at IS NULL GROUP BY 1) a ON a.workspace_id = w.id
     ORDER BY w.created_at, w.id`,
  );
}

interface Place {
  readonly workspaceId: string;
  readonly memberId: string;
}

async function findAdministrator(owner: OwnerConnection): Promise<Place | null> {
  const [row] = await owner.query<{ workspace_id: string; id: string }>(
    `SELECT m.workspace_id, m.id FROM member m JOIN workspace w ON w.id = m.workspace_id
     WHERE m.role = $1 AND m.removed_at IS NULL ORDER BY w.created_at, w.id, m.created_at, m.id LIMIT 1`,
    [ROLE.toCode.ADMIN],
  );
  return row ? { workspaceId: row.workspace_id, memberId: row.id } : null;
}

async function makeWorkspace(owner: OwnerConnection, name: string, administrator: string): Promise<Place> {
  const [workspaceId, memberId] = [uuid(), uuid()];
  await owner.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [workspaceId, name]);
  await owner.query('INSERT INTO member (workspace_id, id, name, role) VALUES ($1, $2, $3, $4)', [
    workspaceId,
    memberId,
    administrator,
    ROLE.toCode.ADMIN,
  ]);
  return { workspaceId, memberId };
}

/** Adds the token, or gives it its rights back: who sets the environment decides. */
async function admit(owner: OwnerConnection, place: Place, token: string, name: string): Promise<void> {
  const hash = hashToken(token);
  await owner.query('DELETE FROM api_token WHERE hash = $1 AND workspace_id <> $2', [hash, place.workspaceId]);
  // The start lock is held: nobody adds it in between.
  const had = await owner.query(
    `UPDATE api_token SET member_id = $3, revoked_at = NULL, expires_at = NULL, role = $4
     WHERE workspace_id = $1 AND hash = $2 RETURNING 1`,
    [place.workspaceId, hash, place.memberId, ROLE.toCode.ADMIN],
  );
  if (had.length > 0) return;
  await owner.query(
    'INSERT INTO api_token (workspace_id, id, member_id, name, hash, role) VALUES ($1, $2, $3, $4, $5, $6)',
    [place.workspaceId, uuid(), place.memberId, name, hash, ROLE.toCode.ADMIN],
  );
}
