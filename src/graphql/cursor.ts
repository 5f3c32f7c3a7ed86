/**
 * Cursors of keyset pages: the connection's order and the row's key in that order, as base64url of JSON. Opaque to
 * clients. A cursor is a place, not a permission: it names nothing that the caller's own queries do not show.
 */

/** How a key column is compared, and so what a cursor may hold for it. */
export type KeyKind = 'integer' | 'bigint' | 'uuid' | 'text';
export type KeyValue = string | number;

const CHECKS: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  // As text: JSON has no integers of 64 bits.
  bigint: (value) => typeof value === 'string' && /^-?\d{1,18}$/.test(value),
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
};

/** Longer text was never given out as a cursor. */
const MAX_LENGTH = 8192;

/**
 * @param order names the connection and its order; a cursor serves no other
 * @param key the row's values of the order's columns
 */
export function encodeCursor(order: string, key: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify([order, ...key]), 'utf8').toString('base64url');
}

/** The key that a cursor of this order holds; null for any other text. */
export function decodeCursor(cursor: string, order: string, kinds: readonly KeyKind[]): KeyValue[] | null {
  if (cursor.length > MAX_LENGTH || !/^[\w-]+$/.test(cursor)) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts[0] !== order || parts.length !== kinds.length + 1) return null;
  const key: unknown[] = parts.slice(1);
  return kinds.every((kind, i) => CHECKS[kind](key[i])) ? (key as KeyValue[]) : null;
}
