import { preference } from '../preferences/preference.js';
import { newId } from './new-id.js';

const SESSION = '/session';
/** What a header may hold of a token. */
const SENDABLE = /^[\x21-\x7e]+$/;

/**
 * A name by chance for the session of this browser; null: nobody signed in. The session itself is a cookie that no
 * script can read; to ask the server at each start who is there would cost a round trip before anything is shown. With
 * each sign-in there is another, so that all tabs of the browser begin anew as whoever the cookie names by now.
 */
export const session = preference<string | null>('session', null, (kept) => typeof kept === 'string');

/** Why somebody was not signed in. */
export type SignInReason = 'refused' | 'unreachable' | 'too-many' | 'forbidden' | 'impossible';

export interface SignInFailure {
  readonly reason: SignInReason;
  /** In the server's words. */
  readonly message: string | null;
}

const REASONS: Readonly<Record<number, SignInReason>> = {
  400: 'impossible',
  401: 'refused',
  403: 'forbidden',
  429: 'too-many',
};

/** Changes a token for the session's cookie. @returns null when it is done */
export async function signIn(token: string): Promise<SignInFailure | null> {
  if (!SENDABLE.test(token)) return { reason: 'refused', message: null };
  try {
    const response = await fetch(SESSION, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) return { reason: REASONS[response.status] ?? 'unreachable', message: await messageOf(response) };
    session.set(newId());
    return null;
  } catch {
    return { reason: 'unreachable', message: null };
  }
}

/** Ends the session of this browser; its token goes on elsewhere. @returns false when nobody answered: it goes on */
export async function signOut(): Promise<boolean> {
  try {
    if (!(await fetch(SESSION, { method: 'DELETE' })).ok) return false;
  } catch {
    return false;
  }
  session.set(null);
  return true;
}

async function messageOf(response: Response): Promise<string | null> {
  const { errors } = (await response.json().catch(() => ({}))) as { errors?: readonly { message: string }[] };
  return errors?.[0]?.message ?? null;
}

/**
 * Takes the token out of the address, where a link had put it: as `#token=…`, the part that is never sent. Nothing of it
 * stays in the bar or in the history.
 */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
