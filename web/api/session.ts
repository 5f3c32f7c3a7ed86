import { preference } from '../preferences/preference.js';

const SESSION = '/session';

/**
 * Whether this browser signed in. The session itself is a cookie that no script can read; to ask the server at each
 * start who is there would cost a round trip before anything is shown.
 */
export const signedIn = preference('signed-in', false, (kept) => typeof kept === 'boolean');

/** Why somebody was not signed in. */
export type SignInFailure = 'refused' | 'unreachable' | 'too-many' | 'forbidden';

/** Changes a token for the session's cookie. @returns null when it is done */
export async function signIn(token: string): Promise<SignInFailure | null> {
  try {
    const response = await fetch(SESSION, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    if (response.ok) {
      signedIn.set(true);
      return null;
    }
    if (response.status === 403) return 'forbidden';
    if (response.status === 429) return 'too-many';
    return response.status === 401 || response.status === 400 ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Ends the session of this browser. Its token goes on elsewhere. */
export async function signOut(): Promise<void> {
  signedIn.set(false);
  await fetch(SESSION, { method: 'DELETE' }).catch(() => undefined);
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
