import { archivedPage } from './archives.js';
import { labelsBefore, registeredDomain, tidyHost } from './domains.js';
import { isTracking } from './tracking-parameters.js';

/** Copies within copies: an archive's copy of an AMP page. More than this are nobody's. */
const MOST_WRAPPERS = 4;

/**
 * One form for all addresses of one page, to be compared and never shown: without scheme, default port, `www.`, the hosts
 * and paths for small screens, AMP's wrappers, an archive's wrapper, fragment, closing slash and parameters that only
 * track; parameters in order, percent-encoding in one way.
 *
 * @returns null for what is no http(s) address
 */
export function addressKey(address: string): string | null {
  const url = unwrapped(address);
  if (url === null) return null;
  const domain = registeredDomain(url.hostname);
  const host = plainHost(url.hostname, domain);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const query = [...url.searchParams]
    .filter(([name, value]) => !isTracking(name, domain) && !isAmp(name, value))
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  const search = query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  return `${host}${port}${plainPath(url.pathname, host)}${search}${contentOf(url.hash)}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The page that an address is about, out of what wraps it. */
function unwrapped(address: string): URL | null {
  let url = httpUrl(address);
  for (let i = 0; url !== null && i < MOST_WRAPPERS; i += 1) {
    const inner = innerAddress(url);
    const next = inner === null ? null : httpUrl(inner);
    if (next === null) return url;
    url = next;
  }
  return url;
}

function httpUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** AMP's cache: `/c/s/host/path`, where "s" is https. */
const AMP_CACHE = /^\/(?:[a-z]{1,3}\/)?(?:s\/)?([a-z0-9-]+\.[^]+)$/i;
/** The same pages in the viewers of Google and Bing: `/amp/s/host/path`. */
const AMP_VIEWER = /^\/amp\/(?:s\/)?([a-z0-9-]+\.[^]+)$/i;

function innerAddress(url: URL): string | null {
  const domain = registeredDomain(url.hostname) ?? '';
  const cache = tidyHost(url.hostname).endsWith('cdn.ampproject.org') ? AMP_CACHE.exec(url.pathname) : null;
  const viewer = /^(?:google\.[a-z.]{2,6}|bing\.com)$/.test(domain) ? AMP_VIEWER.exec(url.pathname) : null;
  const held = cache?.[1] ?? viewer?.[1];
  if (held !== undefined) return `https://${held}${url.search}${url.hash}`;
  return archivedPage(url.href)?.original ?? null;
}

/** Labels of hosts that show the same pages on small screens: `en.m.wikipedia.org`, `mobile.example.org`. */
const SMALL = new Set(['m', 'mobile', 'amp']);

function plainHost(hostname: string, domain: string | null): string {
  if (domain === null) return tidyHost(hostname).replace(/^www\./, '');
  const labels = labelsBefore(hostname).filter((label) => !SMALL.has(label));
  if (/^www\d?$/.test(labels[0] ?? '')) labels.shift();
  return [...labels, domain].join('.');
}

/** `?amp`, `?amp=1`, `?outputType=amp`: the page for small screens. */
const isAmp = (name: string, value: string): boolean =>
  (/^amp$/i.test(name) && /^(?:|1|true|yes)$/i.test(value)) || (/^output_?type$/i.test(name) && /^amp$/i.test(value));

function plainPath(pathname: string, host: string): string {
  const path = evenlyEncoded(pathname).replace(/\/{2,}/g, '/');
  const whole = path
    .replace(/^\/amp(?=\/[^/])/i, '')
    .replace(/(?<=[^/])(?:\/amp|\.amp)\/?$/i, '')
    .replace(/\.amp(?=\.html?$)/i, '');
  const page = whole.replace(/\/(?:index\.html?)?$/i, '');
  return host === 'arxiv.org' ? page.replace(ARXIV, '/abs/$1') : page;
}

/** The versions of a preprint, and its forms to print, are one work. */
const ARXIV = /^\/(?:abs|pdf|html|format)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;

/** What may stand in a path as it is is written so, the rest in capitals (RFC 3986, 6.2.2): "%7euser" is "~user". */
function evenlyEncoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~!$&'()*+,;=:@-]/.test(sign) && sign < '\x7f' ? sign : code.toUpperCase();
  });
}

/** A fragment that is an address of its own, in pages that are one program: `#!/name`, `#/name`. Any other is a place in the page. */
function contentOf(fragment: string): string {
  const page = fragment.replace(/:~:[^]*$/, '');
  return /^#!?\/?.*[^#!/]/.test(page) && /^#[!/]/.test(page) ? page.replace(/\/{1,3}$/, '') : '';
}
