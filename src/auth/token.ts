import { createHash, randomBytes } from 'node:crypto';

/** Random bytes of a token: 256 bits, beyond guessing. */
const TOKEN_BYTES = 32;

/** A new token: "obl_", so that people and scanners know one when they see it, and 43 random characters. */
export function newToken(): string {
  return `obl_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** What is stored of a token. It is random and long, so a slow hash would protect nothing more. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** A token of ours has 47 characters; those that providers sign have some thousand at times. */
const LONGEST = 8_192;

/** The token of an `Authorization: Bearer …` header; null when there is none. */
export function bearerToken(header: string | undefined): string | null {
  const token = /^Bearer +([\x21-\x7e]+)\s*$/i.exec(header ?? '')?.[1];
  return token === undefined || token.length > LONGEST ? null : token;
}
