import { createHmac, randomBytes } from 'node:crypto';

/** What a secret begins with where people see it. Standard Webhooks 1.0.0, "Signature scheme". */
const PREFIX = 'whsec_';
/** The specification asks for 24 to 64 random bytes. */
const KEY_BYTES = 32;

/** A new signing key. */
export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** A key as its receiver is told it. */
export const toSecret = (key: Buffer): string => PREFIX + key.toString('base64');

/**
 * The headers by which a receiver knows a message, who sent it and when. Standard Webhooks 1.0.0: HMAC-SHA256 over id,
 * time and body with full stops between, a signature for each key.
 *
 * @param id without a full stop
 * @param at of the attempt
 * @param body exactly what is sent
 * @param keys the current one first
 */
export function signedHeaders(id: string, at: Date, body: string, keys: readonly Buffer[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = keys.map((key) => {
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${signature}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
