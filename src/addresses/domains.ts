import { getDomain, getSubdomain } from 'tldts';

/**
 * Sites that hand out names under their own to anybody who publishes, as the private part of the Public Suffix List has
 * them, and which it lacks.
 */
const MORE_SUFFIXES = (
  'livejournal.com medium.com substack.com tumblr.com typepad.com weebly.com wordpress.com ghost.io ' +
  'hypotheses.org over-blog.com canalblog.com jimdo.com fandom.com'
).split(' ');

/** Also what sites hand out to anybody ("name.github.io") counts as registered: the private part of the Public Suffix List. */
const OPTIONS = { allowPrivateDomains: true, extractHostname: false, extraSuffixes: { private: MORE_SUFFIXES } };

/**
 * The domain that somebody registered, of a host, by the Public Suffix List: "bbc.co.uk" of "news.bbc.co.uk",
 * "name.github.io" of "name.github.io". Null for an address without a name and for a suffix alone.
 */
export const registeredDomain = (host: string): string | null => getDomain(tidyHost(host), OPTIONS);

/** What stands before the registered domain, label by label: "en", "m" of "en.m.wikipedia.org". */
export function labelsBefore(host: string): readonly string[] {
  const before = getSubdomain(tidyHost(host), OPTIONS);
  return before ? before.split('.') : [];
}

/** In lower case, without the dot of the root at its end. */
export const tidyHost = (host: string): string => host.toLowerCase().replace(/\.$/, '');
