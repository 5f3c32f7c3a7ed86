import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from '../../src/auth/token.js';
import { ROLE, type Role } from '../../src/database/codes.js';
import type { TestDatabase, TestViewer } from './test-database.js';

/** Gives a viewer a token. @param role theirs, or a lesser one @returns the token's secret */
export async function addToken(
  db: Pick<TestDatabase, 'owner'>,
  viewer: TestViewer,
  role: Role = viewer.role,
): Promise<string> {
  const token = newToken();
  await db.owner(
    'INSERT INTO api_token (workspace_id, id, member_id, name, hash, role) VALUES ($1, $2, $3, $4, $5, $6)',
    [viewer.workspaceId, uuid(), viewer.memberId, 'for tests', hashToken(token), ROLE.toCode[role]],
  );
  return token;
}
