/**
 * Why something could not be fetched. Stable, for programs.
 *
 * - INVALID_URL: no address of the web, or one with a user's name or password in it
 * - REFUSED_ADDRESS: it leads into a network, or to a port, that is not fetched from
 * - REFUSED_BY_ROBOTS: its site asks programs not to fetch it
 * - UNREACHABLE: no such name, no connection, no valid certificate
 * - TIMEOUT: it took too long, in all or between two bytes
 * - TOO_LARGE: more bytes than the limit, as they came or unpacked
 * - TOO_MANY_REDIRECTS: more than the limit, or in a circle
 * - BAD_RESPONSE: what came is no HTTP, has too many headers, or cannot be unpacked
 * - HTTP_STATUS: the site answers that it does not give it; see `status`
 * - UNSUPPORTED_TYPE: it is something else than what was asked for
 */
export type FetchErrorCode =
  | 'INVALID_URL'
  | 'REFUSED_ADDRESS'
  | 'REFUSED_BY_ROBOTS'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'BAD_RESPONSE'
  | 'HTTP_STATUS'
  | 'UNSUPPORTED_TYPE';

/** What is behind UNREACHABLE, where it is known: there is no such name; or its certificate is not to be trusted. */
export type UnreachableReason = 'UNKNOWN_NAME' | 'UNTRUSTED';

/** Thrown when something could not be fetched. The message is for people: what, where, and what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** The site's answer, when the code is HTTP_STATUS. */
  readonly status: number | null;
  readonly reason: UnreachableReason | null;

  constructor(
    readonly code: FetchErrorCode,
    message: string,
    {
      status,
      reason,
      ...options
    }: ErrorOptions & { readonly status?: number; readonly reason?: UnreachableReason } = {},
  ) {
    super(message, options);
    this.status = status ?? null;
    this.reason = reason ?? null;
  }
}

/** An address as messages show it: without what may be secret in it, and not endless. */
export function shownUrl({ protocol, host, pathname }: URL): string {
  const text = `${protocol}//${host}${pathname}`;
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** What a failed connection means, from the error of Node that tells of it. */
export function connectionError(error: unknown, { host, hostname, protocol }: URL): FetchError {
  if (error instanceof FetchError) return error;
  const { code: given, message } = error as NodeJS.ErrnoException;
  const code = String(given ?? message);
  const told = (what: FetchErrorCode, why: string): FetchError => new FetchError(what, why, { cause: error });
  const unreachable = (reason: UnreachableReason, why: string): FetchError =>
    new FetchError('UNREACHABLE', why, { cause: error, reason });
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)) {
    return unreachable(
      'UNKNOWN_NAME',
      `the name ${hostname} is not known (${code}); check the address, or try again later`,
    );
  }
  if (/^ETIMEDOUT$/.test(code)) return told('TIMEOUT', `${host} does not answer; try again later`);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return told('BAD_RESPONSE', `${host} sends more headers than the limit allows; it is not a usual website`);
  }
  if (/^(?:HPE_|ERR_HTTP|ERR_INVALID)/.test(code)) {
    return told('BAD_RESPONSE', `${host} does not answer as HTTP asks (${code}); check the address`);
  }
  if (protocol === 'https:' && /CERT|^ERR_(?:TLS|SSL)|^EPROTO$|^UNABLE_TO|SELF_SIGNED/.test(code)) {
    return unreachable(
      'UNTRUSTED',
      `${host} cannot be trusted over https (${code}); its certificate must be put right`,
    );
  }
  return told('UNREACHABLE', `${host} cannot be reached (${code}); check the address, or try again later`);
}
