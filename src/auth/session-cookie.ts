import type { IncomingHttpHeaders } from 'node:http';

/*
 * Browsers that signed in on the console send their token as a cookie, which no script can read. A cookie comes with
 * whatever request a page causes, also one of another program on this host, for which ports are no border: so it counts
 * only when the browser says that the page is ours, or that nobody but its user asked.
 */

/** How long a browser stays signed in, in seconds, unless the token ends sooner. */
const LONGEST_S = 30 * 24 * 60 * 60;
/** Browsers keep no cookie above 4,096 bytes, name and attributes included. */
const LONGEST_TOKEN = 3_800;

/** Those that addresses leave out, and some proxies name. */
const USUAL_PORTS = ['80', '443'];
/** Of the host's port too: cookies know no ports, and two servers on one host would sign each other out. */
const nameFor = (host: string | undefined): string => {
  const port = /:(\d+)$/.exec(host ?? '')?.[1];
  return port === undefined || USUAL_PORTS.includes(port) ? 'obelus-session' : `obelus-session-${port}`;
};
/** With this prefix a browser takes it over https only, and from this host alone. */
const SECURE = '__Host-';
const HTTPS = 'https:';

/**
 * What a request shows of who is asking: its `Authorization`, or else the session of the page that it comes from.
 *
 * @returns the value of an `Authorization` header; undefined where there is none
 */
export function authorizationOf(headers: IncomingHttpHeaders): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  const token = isOwnPage(headers) ? tokenIn(headers) : null;
  return token === null ? undefined : `Bearer ${token}`;
}

/** The token that was shown in an `Authorization` header can be kept as a cookie. */
export const fitsCookie = (token: string): boolean => token.length <= LONGEST_TOKEN && /^[\w.~+/=-]+$/.test(token);

/** A `Set-Cookie` header that signs a browser in. @param until when the token ends, where it is known */
export function sessionCookie(token: string, to: Receiver, until: Date | undefined, now: Date): string {
  const seconds = until ? Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1_000)) : LONGEST_S;
  return cookie(token, Math.min(seconds, LONGEST_S), to);
}

/** `Set-Cookie` headers that sign a browser out, over http as over https: a browser may hold both. */
export const endedCookies = (host: string | undefined): string[] =>
  [false, true].map((isSecure) => cookie('', 0, { host, isSecure }));

/** Where a browser reached the server. */
export interface Receiver {
  /** With the port where it is none of the usual ones: the `Host` header. */
  readonly host: string | undefined;
  readonly isSecure: boolean;
}

function cookie(value: string, seconds: number, { host, isSecure }: Receiver): string {
  const name = `${isSecure ? SECURE : ''}${nameFor(host)}`;
  return `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}

/** Whether the page that sent an `Origin` was served by the host that is asked: "a.example:443" is "a.example" over https. */
export function isOwnHost(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  const asked = `${page.protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === page.host;
}

/**
 * Whether a browser speaks https, also to a proxy that is not known to be trusted: our own page says so, as does the
 * proxy. Who lies about it is only asked for the stricter cookie.
 */
export function speaksHttps(headers: IncomingHttpHeaders): boolean {
  const { origin, host, 'x-forwarded-proto': forwarded } = headers;
  if (origin !== undefined && isOwnHost(origin, host)) return new URL(origin).protocol === HTTPS;
  return (
    String(forwarded ?? '')
      .split(',')[0]!
      .trim()
      .toLowerCase() === 'https'
  );
}

/**
 * Whether a request comes from a page of this server, or from its user: an address that was typed, a download. Browsers
 * name the origin with all but plain reading, and its kind with that as well, unless they reached us over plain http;
 * then `SameSite` is what holds, and reading does nothing.
 */
export function isOwnPage({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (origin !== undefined) return isOwnHost(origin, host);
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Over https only what other hosts, and pages over plain http, cannot have put there. */
function tokenIn(headers: IncomingHttpHeaders): string | null {
  const name = nameFor(headers.host);
  const pairs = new Map(
    (headers.cookie ?? '').split(';').map((pair): [string, string] => {
      const [key = '', ...value] = pair.split('=');
      return [key.trim(), value.join('=').trim()];
    }),
  );
  return pairs.get(SECURE + name) || (!speaksHttps(headers) && pairs.get(name)) || null;
}
