import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/config.js';
import { graphql } from '../../telemetry/instruments.js';
import { RequestError } from '../request-error.js';
import { Buckets, type Taken } from './bucket.js';

/** What a request costs beside the objects that it can bring back, in points. */
export const BASE_COST = 20;
/** The share of a bucket that work at leisure leaves to other requests. */
const LEFT_TO_OTHERS = 1 / 4;
/** How long an empty bucket takes to be full again. */
const WINDOW_S = 60;

/** Who pays for a request. */
export interface Payer {
  /** Where it comes from. */
  readonly address: string;
  /** The id of the token, once that is known. */
  readonly tokenId: string | null;
}

/** Points that callers spent, by limit and key. */
export type SpentPoints = Readonly<Record<string, readonly (readonly [key: string, points: number])[]>>;

/**
 * How much may be asked for in a minute, by each token and from each address. Processes that one start made tell each
 * other what was spent; several servers each give as much.
 */
export class RateLimits {
  private readonly policies: readonly { readonly name: 'token' | 'address'; readonly buckets: Buckets }[];

  constructor(config: Pick<Config, 'rateLimitToken' | 'rateLimitAddress'>, now?: () => number) {
    const sizes = { token: config.rateLimitToken, address: config.rateLimitAddress };
    this.policies = (['token', 'address'] as const)
      .filter((name) => sizes[name] > 0)
      .map((name) => ({ name, buckets: new Buckets(sizes[name], WINDOW_S * 1000, now) }));
  }

  /**
   * Takes what something costs, of the address and of the token.
   *
   * @param cost points
   * @param which only one of the two, where the other has paid
   * @throws RequestError TOO_MANY_REQUESTS, with `retryAfterSeconds` among its extensions
   */
  charge(payer: Payer, cost: number, which: readonly ('token' | 'address')[] = ['token', 'address']): void {
    for (const { name, buckets } of this.policies) {
      const key = keyOf(name, payer);
      if (key === null || !which.includes(name)) continue;
      // Who finds a full bucket can ask for anything, also behind what the request itself cost.
      const { isEnough, waitS } = buckets.take(key, Math.min(cost, Math.max(1, buckets.size - BASE_COST)));
      if (isEnough) continue;
      graphql.refused.inc({ limit: `rate of ${name}` });
      const whose = name === 'token' ? 'with this token' : 'from your address';
      throw new RequestError(
        'TOO_MANY_REQUESTS',
        `more is asked for ${whose} than may be in a minute; ask again in ${waitS} s, or for less`,
        undefined,
        { retryAfterSeconds: waitS },
      );
    }
  }

  /**
   * Takes what a part of something long costs as soon as there is enough, and never the last quarter of a bucket: other
   * requests of the same token go on meanwhile. A part that costs more than the rest of the bucket is had for that.
   *
   * @param cost points
   * @returns whether it had to wait
   */
  async pace(payer: Payer, cost: number): Promise<boolean> {
    const buckets = this.policies.flatMap(({ name, buckets: all }) => {
      const key = keyOf(name, payer);
      const kept = Math.floor(all.size * LEFT_TO_OTHERS);
      return key === null ? [] : [{ all, key, kept, cost: Math.min(cost, all.size - kept) }];
    });
    for (let hasWaited = false; ; hasWaited = true) {
      const waitMs = Math.max(0, ...buckets.map((each) => each.all.waitFor(each.key, each.cost, each.kept)));
      if (waitMs === 0) {
        for (const { all, key, cost: points } of buckets) all.take(key, points);
        return hasWaited;
      }
      await sleep(waitMs, undefined, { ref: false });
    }
  }

  /** What was spent here since the last call: for the other processes. */
  takeSpent(): SpentPoints {
    return Object.fromEntries(this.policies.map(({ name, buckets }) => [name, buckets.takeSpent()]));
  }

  /** What was spent in another process. */
  spend(spent: SpentPoints): void {
    for (const { name, buckets } of this.policies) {
      for (const [key, points] of spent[name] ?? []) buckets.spend(key, points);
    }
  }

  /** What there is, in the headers of draft-ietf-httpapi-ratelimit-headers-10; none where nothing is limited. */
  headersFor(payer: Payer): Record<string, string> {
    const states = this.policies.flatMap(({ name, buckets }): [string, Buckets, Taken][] => {
      const key = keyOf(name, payer);
      return key === null ? [] : [[name, buckets, buckets.look(key)]];
    });
    if (states.length === 0) return {};
    return {
      'ratelimit-policy': states.map(([name, { size }]) => `"${name}";q=${size};w=${WINDOW_S}`).join(', '),
      ratelimit: states.map(([name, , { left, fullS }]) => `"${name}";r=${left};t=${fullS}`).join(', '),
    };
  }
}

const keyOf = (name: 'token' | 'address', { address, tokenId }: Payer): string | null =>
  name === 'token' ? tokenId : network(address);

/** An IPv6 address stands for its /64, which is one household's or one machine's. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
