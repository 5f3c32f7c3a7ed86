import { createHash, timingSafeEqual } from 'node:crypto';

/** Who asks for metrics. */
export interface MetricsCaller {
  /** Of the connection itself: what proxies say of theirs does not count. */
  readonly address: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Names under which a machine reaches itself; a page of another site that has a name lead here comes under that one. */
const OWN_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const OWN_ADDRESS = /^(?:127\.|::1$|::ffff:127\.)/;
/** With these, somebody else is asking, by way of a proxy on this machine. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * Whether metrics may be told. With a token: to whoever shows it, from wherever. Without: to this machine alone.
 *
 * @returns null: yes; else the status of the refusal, and what to do
 */
export function refusal(
  { address, headers }: MetricsCaller,
  token: string | null,
): { readonly status: 401 | 403; readonly message: string } | null {
  if (token !== null) {
    const given = /^Bearer (\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
    if (given !== undefined && isSame(given, token)) return null;
    return { status: 401, message: 'metrics need the token in OBELUS_METRICS_TOKEN, as Authorization: Bearer' };
  }
  const isOwn =
    OWN_ADDRESS.test(address ?? '') &&
    OWN_NAME.test(String(headers['host'] ?? '')) &&
    OF_PROXIES.every((name) => headers[name] === undefined);
  return isOwn ? null : { status: 403, message: 'metrics are told to this machine only; set OBELUS_METRICS_TOKEN' };
}

/** Takes the same time whatever is given. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
