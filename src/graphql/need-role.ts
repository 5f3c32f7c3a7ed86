import { mayDo, NEEDED_ROLE, type Action } from '../auth/roles.js';
import type { Role } from '../database/codes.js';
import { RequestError } from './request-error.js';

/**
 * Lets a call go on whose role may do what it asks.
 *
 * @param what it is called for people, when not by the action's name
 * @throws RequestError FORBIDDEN
 */
export function needRole(viewer: { readonly role: Role }, action: Action, what: string = action): void {
  if (mayDo(viewer, action)) return;
  const message = `${what} needs a token of role ${NEEDED_ROLE[action]}, and yours is ${viewer.role}`;
  throw new RequestError('FORBIDDEN', message);
}
