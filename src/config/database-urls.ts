const URL_OF_HOSTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#\s]*@)?)([^/?#\s]*)([/?#]\S*)?$/;

/**
 * One URL for each of the hosts that a URL of PostgreSQL names, in their order: libpq takes several with commas between,
 * and Node's own URL does not. `target_session_attrs` is left out: the program itself looks for the one that can be
 * written to.
 *
 * @returns empty when it is no such URL
 */
export function urlsOfHosts(url: string): string[] {
  const [, front, hosts, rest = ''] = URL_OF_HOSTS.exec(url) ?? [];
  if (front === undefined || hosts === undefined) return [];
  const all = hosts.split(',').map((host) => {
    const one = `${front}${host}${rest}`;
    if (!URL.canParse(one) || (host === '' && hosts !== '')) return null;
    const parsed = new URL(one);
    if (!parsed.searchParams.has('target_session_attrs')) return one;
    parsed.searchParams.delete('target_session_attrs');
    return parsed.href;
  });
  return all.every((one) => one !== null) ? all : [];
}

/** Which of several hosts is asked for, in libpq's words. Only the one that can be written to is of use here. */
export const asksForPrimary = (url: string): boolean =>
  !/[?&]target_session_attrs=(?!read-write(?:&|#|$)|primary(?:&|#|$)|any(?:&|#|$))/.test(url);

/** Several URLs with commas between, each of one host. @returns null when one of them is no such URL */
export function readUrls(text: string): string[] | null {
  const urls = text
    .split(',')
    .map((each) => each.trim())
    .map((each) => (urlsOfHosts(each).length === 1 ? each : null));
  return urls.every((each) => each !== null) ? urls : null;
}

/** Where a URL leads, for people: host, port and database, without who asks. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host || 'the local socket'}${pathname}`;
}
