import { v7 as uuid } from 'uuid';
import { ROLE, type Role } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';

/** A member, held or about to be written. */
export interface KnownMember {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly version: number;
  /** Who vouches for them at sign-in. */
  readonly issuer: string | null;
  readonly removedAt: Date | null;
}

/** A token without what it is. */
export interface KnownToken {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly revokedAt: Date | null;
}

/**
 * Makes changes of a workspace's members and tokens come one after the other, until the transaction ends. Two
 * administrators who remove each other at one time would else leave none.
 */
export async function lockAccess(connection: WorkspaceConnection, workspaceId: string): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`access of ${workspaceId}`]);
}

const MEMBER = `SELECT id, name, email, role, version, issuer, removed_at AS "removedAt" FROM member`;

type Coded<T extends { readonly role: Role }> = Omit<T, 'role'> & { readonly role: number };
const decoded = <T extends { readonly role: Role }>(row: Coded<T> | undefined): T | null =>
  row ? ({ ...row, role: ROLE.fromCode(row.role) } as unknown as T) : null;

/** A member, also one that was removed. */
export async function findMember(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<KnownMember | null> {
  const rows = await connection.query<Coded<KnownMember>>(`${MEMBER} WHERE workspace_id = $1 AND id = $2`, [
    workspaceId,
    id,
  ]);
  return decoded<KnownMember>(rows[0]);
}

/** The member that a provider of sign-ins vouches for, also one that was removed. */
export async function findSubject(
  connection: WorkspaceConnection,
  workspaceId: string,
  issuer: string,
  subject: string,
): Promise<KnownMember | null> {
  const rows = await connection.query<Coded<KnownMember>>(
    `${MEMBER} WHERE workspace_id = $1 AND issuer = $2 AND subject = $3`,
    [workspaceId, issuer, subject],
  );
  return decoded<KnownMember>(rows[0]);
}

/** Whether somebody else than this member is an administrator, and was not removed. */
export async function hasOtherAdmin(
  connection: WorkspaceConnection,
  workspaceId: string,
  memberId: string,
): Promise<boolean> {
  const rows = await connection.query(
    'SELECT 1 FROM member WHERE workspace_id = $1 AND id <> $2 AND role = $3 AND removed_at IS NULL LIMIT 1',
    [workspaceId, memberId, ROLE.toCode.ADMIN],
  );
  return rows.length > 0;
}

/** @param by who vouches for them, and what they are called there; null: nobody does @returns the UUID */
export async function insertMember(
  connection: WorkspaceConnection,
  workspaceId: string,
  { name, email, role }: Pick<KnownMember, 'name' | 'email' | 'role'>,
  by: { readonly issuer: string; readonly subject: string } | null = null,
): Promise<string> {
  const id = uuid();
  await connection.query(
    'INSERT INTO member (workspace_id, id, name, email, role, issuer, subject) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [workspaceId, id, name, email, ROLE.toCode[role], by?.issuer ?? null, by?.subject ?? null],
  );
  return id;
}

/** Writes what may change of a member, as its next version. */
export async function setMember(
  connection: WorkspaceConnection,
  workspaceId: string,
  { id, name, email, role, removedAt }: KnownMember,
): Promise<void> {
  await connection.query(
    `UPDATE member SET name = $3, email = $4, role = $5, removed_at = $6, version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, name, email, ROLE.toCode[role], removedAt],
  );
}

/** How many tokens of a member can be called with. */
export async function countWorkingTokens(
  connection: WorkspaceConnection,
  workspaceId: string,
  memberId: string,
): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    `SELECT count(*) AS count FROM api_token
     WHERE workspace_id = $1 AND member_id = $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    [workspaceId, memberId],
  );
  return row!.count;
}

export async function findToken(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
): Promise<KnownToken | null> {
  const rows = await connection.query<Coded<KnownToken>>(
    `SELECT id, member_id AS "memberId", name, role, revoked_at AS "revokedAt" FROM api_token
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id],
  );
  return decoded<KnownToken>(rows[0]);
}

/** @returns the UUID */
export async function insertToken(
  connection: WorkspaceConnection,
  workspaceId: string,
  token: Pick<KnownToken, 'memberId' | 'name' | 'role'> & { readonly hash: Buffer; readonly expiresAt: Date | null },
): Promise<string> {
  const id = uuid();
  await connection.query(
    `INSERT INTO api_token (workspace_id, id, member_id, name, hash, role, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, token.memberId, token.name, token.hash, ROLE.toCode[token.role], token.expiresAt],
  );
  return id;
}

/**
 * Revokes tokens that were not revoked before.
 *
 * @param which one token, or all of a member
 * @returns which they were
 */
export async function revokeTokens(
  connection: WorkspaceConnection,
  workspaceId: string,
  which: { readonly id: string } | { readonly memberId: string },
): Promise<Pick<KnownToken, 'id' | 'memberId' | 'name'>[]> {
  const [column, value] = 'id' in which ? ['id', which.id] : ['member_id', which.memberId];
  return await connection.query(
    `UPDATE api_token SET revoked_at = now() WHERE workspace_id = $1 AND ${column} = $2 AND revoked_at IS NULL
     RETURNING id, member_id AS "memberId", name`,
    [workspaceId, value],
  );
}
