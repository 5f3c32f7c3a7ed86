import type { FastifyReply } from 'fastify';
import { charged, payerOf } from '../graphql/http-hooks.js';
import type { RateLimits } from '../graphql/limits/rate.js';
import { exports } from '../telemetry/instruments.js';

/**
 * Lets the reader of an export pay for what is read next.
 *
 * @param objects as a query for the same would bring back
 * @throws RequestError TOO_MANY_REQUESTS before anything is sent; afterwards it waits until there is enough
 */
export type Pay = (objects: number) => Promise<void>;

/** An export that begins is refused like a query; one that has begun is read as fast as its reader can pay. */
export function payingFor(reply: FastifyReply, rates: RateLimits): Pay {
  let hasBegun = false;
  return async (objects) => {
    if (hasBegun) {
      const hasWaited = await rates.pace(payerOf(reply.request), objects);
      if (hasWaited) exports.waits.inc();
    } else charged(reply, (payer) => rates.charge(payer, objects));
    hasBegun = true;
    exports.pages.inc();
  };
}
