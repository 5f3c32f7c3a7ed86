import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The first byte of what is stored says how. */
const PLAIN = 0;
const SEALED = 1;
const CIPHER = 'aes-256-gcm';
/** NIST SP 800-38D, 5.2.1.1 and 5.2.1.2, in bytes. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * How signing keys stand in the database: sealed when the operator set OBELUS_WEBHOOK_KEY, as they are otherwise. A key is
 * needed to sign, so that a hash of it would not do.
 */
export class KeyStore {
  private readonly master: Buffer | null;

  /** @param setting OBELUS_WEBHOOK_KEY; null: not set */
  constructor(setting: string | null) {
    this.master =
      setting === null ? null : Buffer.from(hkdfSync('sha256', setting, '', 'obelus: keys of webhooks', 32));
  }

  /** @param webhookId a sealed key can be opened for its webhook only */
  toStored(key: Buffer, webhookId: string): Buffer {
    if (!this.master) return Buffer.concat([Buffer.of(PLAIN), key]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.master, nonce).setAAD(Buffer.from(webhookId));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([Buffer.of(SEALED), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Null when it cannot be opened: the setting is another one than when it was stored, or none. */
  fromStored(stored: Buffer, webhookId: string): Buffer | null {
    const rest = stored.subarray(1);
    if (stored[0] === PLAIN) return rest;
    if (!this.master) return null;
    const tag = rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv(CIPHER, this.master, rest.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(webhookId))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(rest.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }
}
