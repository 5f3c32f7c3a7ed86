import { registeredDomain } from '../addresses/domains.js';
import { isTracking } from '../addresses/tracking-parameters.js';
import { LONGEST_SLUG, plainLetters } from '../collections/slugs.js';
import { UsageError } from './terminal.js';

/** Names of pages that tell nothing of what stands there. */
const EMPTY_NAMES = new Set(['', 'index', 'default', 'home']);

/** A name as it can stand in an address: "Über die Straße (2)" → "uber-die-strasse-2". Empty when nothing of it can. */
export const slugFrom = (name: string): string =>
  plainLetters(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Whether what stands among file names is an address of the web. */
export const isWebAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/**
 * What an article from the web is called: the last part of its path that tells something, with its query; of a front page, its
 * host. "https://example.org/2031/The%20ferry.html?id=7&utm_source=a" → "the-ferry-id-7".
 *
 * @throws UsageError when it is no address, or makes no slug
 */
export function slugOfAddress(address: string): string {
  const url = URL.parse(address);
  if (!url) throw new UsageError(`${address}: no address of the web; write it as https://example.org/page`);
  const parts = url.pathname.split('/').map((part) => slugFrom(decoded(part).replace(/\.[a-z]{2,5}$/i, '')));
  const name = parts.findLast((part) => !EMPTY_NAMES.has(part)) ?? slugFrom(url.hostname);
  const query = [...url.searchParams].filter(([key]) => !isTracking(key, registeredDomain(url.hostname))).flat();
  const slug = [name, ...query.map(slugFrom)].filter((part) => part !== '').join('-');
  if (!/^[a-z0-9-]+$/.test(slug) || slug.length > LONGEST_SLUG) {
    throw new UsageError(
      `${address}: makes no slug of letters from a to z and at most ${LONGEST_SLUG} of them; give --slug`,
    );
  }
  return slug;
}

/** What is percent-encoded wrongly stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
