import { Logger } from '@nestjs/common';
import { STATUS_CODES, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { FetchSettings } from '../config/fetch-settings.js';
import { AddressGuard } from './address-guard.js';
import { ENCODINGS, exchange, readBody } from './exchange.js';
import { FetchError, shownUrl } from './fetch-error.js';
import {
  FETCHES_AT_ONCE,
  FETCHES_PER_HOST,
  FETCH_LIMITS,
  MAX_ROBOTS_BYTES,
  SEND_LIMITS,
  type FetchLimits,
} from './limits.js';
import { contentTypeOf, type ContentType } from './content-type.js';
import { PRODUCT, RobotsKeeper, type RobotsAnswer } from './robots-keeper.js';
import { Slots } from './slots.js';

/** What is wanted of an address. */
export interface GetOptions {
  /** The header Accept. */
  readonly accept: string;
  /** Whether a media type, in lower case, is of use; null: the site does not say. What is of none is not read. */
  readonly takes: (mediaType: string | null) => boolean;
  /** What `takes` takes, in words, for the message to whom gets nothing. */
  readonly wanted: string;
  /** The ETag and Last-Modified of what is there already: when it is the same still, it is not sent again. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Ends it before the limit of time does. */
  readonly signal?: AbortSignal;
}

/** What an address led to. */
export interface Fetched extends ContentType {
  /** Where it was in the end, without the fragment. */
  readonly url: string;
  /** Of success (200 to 299), or 304. */
  readonly status: number;
  /** False when the site says that nothing changed; then there are no bytes. */
  readonly isModified: boolean;
  readonly etag: string | null;
  /** As the site writes it. */
  readonly lastModified: string | null;
  /** The body, unpacked. In which encoding its text is, its reader finds out. */
  readonly bytes: Buffer;
}

/** What somebody answered to what was sent to them. */
export interface Sent {
  readonly status: number;
  /** The header Retry-After. */
  readonly retryAfter: string | null;
  /** The beginning of what they say, for a log. */
  readonly body: string;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** How a fetcher differs from the usual one; for tests. */
export interface FetcherOptions {
  readonly guard?: AddressGuard;
  readonly limits?: Partial<FetchLimits>;
}

/**
 * Gets what stands on the web, and sends messages to it: the one way out of the server. It reaches public addresses and
 * those that the operator allows, is bounded in time and size, and leaves alone what robots.txt says to.
 */
export class Fetcher {
  private readonly log = new Logger('Fetching');
  private readonly guard: AddressGuard;
  private readonly limits: FetchLimits;
  private readonly userAgent: string;
  private readonly all = new Slots(FETCHES_AT_ONCE);
  private readonly hosts = new Slots(FETCHES_PER_HOST);
  private readonly robots = new RobotsKeeper((url, signal) => this.robotsOf(url, signal));

  constructor({ allowed, contact }: FetchSettings, { guard, limits }: FetcherOptions = {}) {
    this.guard = guard ?? new AddressGuard(allowed);
    this.limits = { ...FETCH_LIMITS, ...limits };
    this.userAgent = contact === null ? PRODUCT : `${PRODUCT} (+${contact})`;
  }

  /**
   * Gets a page or a file.
   *
   * @throws FetchError; the reason of the caller's signal
   */
  async get(address: string, options: GetOptions): Promise<Fetched> {
    const start = addressOf(address);
    return this.within(start, this.limits.totalMs, options.signal, (signal) =>
      this.all.take('', signal, () => this.getNow(start, options, signal)),
    );
  }

  /**
   * Sends JSON by POST. Redirects are not followed: a message is for whom it was addressed to. Each status is an answer, and
   * what it means is the caller's to say.
   *
   * @param body JSON
   * @param headers more of them, such as a signature
   * @throws FetchError when there is no answer; the reason of the caller's signal
   */
  async send(
    address: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Sent> {
    const url = addressOf(address);
    return this.within(url, SEND_LIMITS.totalMs, signal, async (bounded) => {
      const response = await exchange(
        {
          method: 'POST',
          url,
          headers: {
            ...headers,
            'user-agent': this.userAgent,
            'content-type': 'application/json',
            'accept-encoding': 'identity',
          },
          body: Buffer.from(body),
          idleMs: SEND_LIMITS.idleMs,
        },
        this.guard,
        bounded,
      );
      const status = response.statusCode ?? 0;
      const retryAfter = response.headers['retry-after'] ?? null;
      // The status is the answer. That the rest of it is cut off or packed does not undo what was received.
      const text = await readBody(response, url, { maxBytes: SEND_LIMITS.maxBytes, more: 'leave' }, bounded).catch(() =>
        Buffer.alloc(0),
      );
      return { status, retryAfter, body: text.toString() };
    });
  }

  private async getNow(start: URL, options: GetOptions, signal: AbortSignal): Promise<Fetched> {
    const { accept, takes, wanted, etag, lastModified } = options;
    const headers = {
      accept,
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    };
    return this.follow(
      start,
      headers,
      (url) => this.robots.check(url, signal),
      signal,
      async (url, response) => {
        const status = response.statusCode ?? 0;
        const told = {
          url: withoutFragment(url),
          status,
          etag: response.headers.etag ?? null,
          lastModified: response.headers['last-modified'] ?? null,
          ...contentTypeOf(response.headers['content-type']),
        };
        if (status === 304 && (etag || lastModified)) return { ...told, isModified: false, bytes: Buffer.alloc(0) };
        if (status < 200 || status > 299) throw statusError(url, status);
        if (!takes(told.mediaType)) throw typeError(url, told.mediaType, wanted);
        const bytes = await readBody(response, url, { maxBytes: this.limits.maxBytes, more: 'refuse' }, signal);
        return { ...told, isModified: true, bytes };
      },
    );
  }

  private async robotsOf(robots: URL, signal: AbortSignal): Promise<RobotsAnswer> {
    try {
      return await this.follow(robots, { accept: 'text/plain' }, null, signal, async (url, response) => {
        const status = response.statusCode ?? 0;
        if (status < 200 || status > 299) return { status, text: null };
        const bytes = await readBody(response, url, { maxBytes: MAX_ROBOTS_BYTES, more: 'leave' }, signal);
        return { status, text: bytes.toString() };
      });
    } catch (error) {
      if (error instanceof FetchError && error.code === 'TOO_MANY_REDIRECTS') return { status: 404, text: null };
      throw error;
    }
  }

  /**
   * Goes where an address leads, one hop after the other, each checked anew.
   *
   * @param before looks at each address before it is asked
   * @param take what to do with the response that is no redirect; it is closed after that
   */
  private async follow<T>(
    start: URL,
    headers: OutgoingHttpHeaders,
    before: ((url: URL) => Promise<void>) | null,
    signal: AbortSignal,
    take: (url: URL, response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    const seen = new Set<string>();
    const all = { ...headers, 'user-agent': this.userAgent, 'accept-encoding': ENCODINGS };
    for (let url = start; ;) {
      if (seen.has(withoutFragment(url))) throw tooManyRedirects(start, 'leads back to itself');
      if (seen.size > this.limits.redirects) {
        throw tooManyRedirects(start, `leads on more than ${this.limits.redirects} times`);
      }
      seen.add(withoutFragment(url));
      this.guard.checkUrl(url);
      await before?.(url);
      const next = await this.hosts.take(url.host, signal, async () => {
        const hop = { method: 'GET' as const, url, headers: all, idleMs: this.limits.idleMs };
        const response = await exchange(hop, this.guard, signal);
        try {
          return redirectOf(url, response) ?? { taken: await take(url, response) };
        } finally {
          response.destroy();
        }
      });
      if (!(next instanceof URL)) return next.taken;
      url = next;
    }
  }

  /**
   * Bounds work in time, and tells the log of attempts to reach what is not to be reached. Paths are not told: where messages
   * go, they may be secrets.
   */
  private async within<T>(
    url: URL,
    ms: number,
    outer: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const clock = AbortSignal.timeout(ms);
    try {
      // What is plainly refused does not wait in line.
      this.guard.checkUrl(url);
      return await work(outer ? AbortSignal.any([outer, clock]) : clock);
    } catch (error) {
      if (error instanceof FetchError && error.code === 'REFUSED_ADDRESS') {
        this.log.warn(`not reached, asked for ${url.host}: ${error.message}`);
      }
      if (outer?.aborted || !clock.aborted || error instanceof FetchError) throw error;
      const message = `${url.host} was not done within ${ms / 1000} s; try again later`;
      throw new FetchError('TIMEOUT', message, { cause: error });
    }
  }
}

function addressOf(address: string): URL {
  const url = URL.parse(address);
  if (url) return url;
  throw new FetchError('INVALID_URL', 'this is no address of the web; give one as in "https://example.org/page"');
}

/** Where a response leads on to; null when it does not. Its header is UTF-8 where it is not ASCII, as browsers take it. */
function redirectOf(url: URL, { statusCode, headers }: IncomingMessage): URL | null {
  const { location } = headers;
  if (location === undefined || !REDIRECTS.has(statusCode ?? 0)) return null;
  const next = URL.parse(Buffer.from(location, 'latin1').toString(), url.href);
  if (next) return next;
  throw new FetchError('BAD_RESPONSE', `${shownUrl(url)} leads on to what is no address; check the address`);
}

function withoutFragment(url: URL): string {
  const plain = new URL(url);
  plain.hash = '';
  return plain.href;
}

const tooManyRedirects = (start: URL, what: string): FetchError =>
  new FetchError(
    'TOO_MANY_REDIRECTS',
    `${shownUrl(start)} ${what}; give the address that a browser shows in the end, or the text itself`,
  );

/** What to do about a status. */
function statusError(url: URL, status: number): FetchError {
  const advice =
    status === 401 || status === 402 || status === 403
      ? 'it is not open to programs, or to nobody without a sign-in; give the text itself'
      : status === 429 || status >= 500
        ? 'try again later'
        : 'check the address';
  const name = STATUS_CODES[status];
  const message = `${shownUrl(url)} answers ${status}${name === undefined ? '' : ` ${name}`}; ${advice}`;
  return new FetchError('HTTP_STATUS', message, { status });
}

const typeError = (url: URL, mediaType: string | null, wanted: string): FetchError =>
  new FetchError(
    'UNSUPPORTED_TYPE',
    `${shownUrl(url)} is ${mediaType === null ? 'of no stated type' : `of the type ${mediaType}`}; it must be ${wanted}`,
  );
