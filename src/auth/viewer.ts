import type { Role } from '../database/codes.js';
import type { WorkspaceScope } from '../database/database.js';

/** Who is asking: a member of a workspace, by one of its tokens. */
export interface Viewer extends WorkspaceScope {
  readonly memberId: string;
  readonly tokenId: string;
  /** What the token and the member both may. */
  readonly role: Role;
}
