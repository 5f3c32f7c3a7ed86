import { readAllowList } from '../config/fetch-settings.js';
import { AddressGuard, type Resolve } from './address-guard.js';
import { exchange, readBody } from './exchange.js';
import { FetchError } from './fetch-error.js';
import { PRODUCT } from './robots-keeper.js';

/** How much one request of an endpoint may cost. */
export interface EndpointLimits {
  /** From the call to the last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** Of an answer, in bytes. */
  readonly maxBytes: number;
}

/** What an endpoint answered. */
export interface EndpointAnswer {
  readonly status: number;
  /** The header Retry-After. */
  readonly retryAfter: string | null;
  /** The whole of it, as UTF-8. */
  readonly body: string;
}

/**
 * One address that the operator named for the program to talk to by JSON, also on this machine or in an inner network. Nothing
 * else is reached through it: the address never changes, and redirects are not followed.
 */
export class Endpoint {
  private readonly url: URL;
  private readonly guard: AddressGuard;

  /**
   * @param address checked by the configuration
   * @param headers sent each time, such as a key
   */
  constructor(
    address: string,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly limits: EndpointLimits,
    resolve?: Resolve,
  ) {
    this.url = new URL(address);
    const host = this.url.hostname.replace(/^\[(.*)\]$/, '$1');
    const allowed = readAllowList(host);
    this.guard = new AddressGuard(allowed ?? { hosts: new Set([host]), networks: [] }, resolve);
  }

  /**
   * Sends JSON by POST. Each status is an answer.
   *
   * @throws FetchError UNREACHABLE, TIMEOUT, TOO_LARGE, BAD_RESPONSE; the reason of the caller's signal
   */
  async post(body: string, signal: AbortSignal): Promise<EndpointAnswer> {
    const clock = AbortSignal.timeout(this.limits.timeoutMs);
    const bounded = AbortSignal.any([signal, clock]);
    try {
      const response = await exchange(
        {
          method: 'POST',
          url: this.url,
          headers: {
            ...this.headers,
            'user-agent': PRODUCT,
            accept: 'application/json',
            'content-type': 'application/json',
            'accept-encoding': 'identity',
          },
          body: Buffer.from(body),
          // Who thinks is silent until the end.
          idleMs: this.limits.timeoutMs,
        },
        this.guard,
        bounded,
      );
      const limit = { maxBytes: this.limits.maxBytes, more: 'refuse' as const };
      const bytes = await readBody(response, this.url, limit, bounded);
      return {
        status: response.statusCode ?? 0,
        retryAfter: response.headers['retry-after'] ?? null,
        body: bytes.toString(),
      };
    } catch (error) {
      signal.throwIfAborted();
      if (!clock.aborted) throw error;
      const message = `${this.url.host} was not done within ${this.limits.timeoutMs / 1000} s; try again later`;
      throw new FetchError('TIMEOUT', message, { cause: error });
    }
  }
}
