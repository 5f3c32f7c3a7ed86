import type { FetchSettings } from '../config/fetch-settings.js';
import type { InputCheck } from '../editing/input-check.js';
import { AddressGuard } from '../fetching/address-guard.js';
import { FetchError } from '../fetching/fetch-error.js';

/**
 * Where messages may go: with TLS, for they tell of drafts; without it only to hosts that the operator allows. What the
 * name leads to is looked at when something is sent.
 *
 * @returns the address in its normal form; '' when it is none, which was told
 */
export function checkReceiver(check: InputCheck, given: string | null | undefined, settings: FetchSettings): string {
  const address = check.url(given, 'url');
  if (address === null) {
    if (given == null || given.trim() === '') check.wrong('url', 'is empty; say where messages go', 'EMPTY');
    return '';
  }
  const url = new URL(address);
  url.hash = '';
  const guard = new AddressGuard(settings.allowed);
  try {
    guard.checkUrl(url);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    check.wrong('url', error.message, error.code === 'REFUSED_ADDRESS' ? 'REFUSED_ADDRESS' : 'INVALID_INPUT');
    return '';
  }
  if (url.protocol === 'http:' && !guard.allows(url.hostname)) {
    const advice = 'who runs this server can allow http for a host of an intranet with OBELUS_FETCH_ALLOW';
    check.wrong('url', `messages tell of drafts, and go over https; ${advice}`);
    return '';
  }
  return url.href;
}
