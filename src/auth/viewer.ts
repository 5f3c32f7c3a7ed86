import type { Role } from '../database/codes.js';
import type { WorkspaceScope } from '../database/database.js';

/** Who is asking: a member of a workspace, by one of its tokens. */
export interface Viewer extends WorkspaceScope {
  readonly memberId: string;
  /** Of who comes by a provider of sign-ins, who has no token of ours: the member's own. */
  readonly tokenId: string;
  /** What the token and the member both may. */
  readonly role: Role;
  /** Until when a provider of sign-ins vouches for them; absent for those who come by a token of ours. */
  readonly until?: Date;
}
